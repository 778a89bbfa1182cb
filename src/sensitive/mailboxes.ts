import { fold } from './fold.ts'

/** Words for a team or a duty, folded, by which a mailbox is a team's and not one person's. */
const duties = new Set(
  (
    'team teams squad group gruppe groupe gruppo grupo grupa zespol equipe equipo tiimi platform plattform plateforme plataforma piattaforma platforma platvorm alusta ' +
    'service services servicedesk helpdesk desk help support info information contact kontakt contacto contatto office buero buro bureau ufficio ' +
    'it ict edv tic tik ops devops sre secops noc soc infra infrastructure infrastruktur sistemi systems systeme sistemas system sysadmin admin admins administrator root ' +
    'security sicherheit securite seguridad sicurezza seguranca privacy datenschutz dpo cert csirt psirt abuse postmaster hostmaster webmaster mailer noreply no reply donotreply ' +
    'billing invoices rechnung rechnungen facturation finance finanzen accounting accounts payable procurement einkauf orders bestellung sales vertrieb marketing press presse hr jobs careers legal compliance audit quality ' +
    'alerts alert alarm monitoring oncall on call pager incident incidents notifications notification cloud aws azure data daten database dba network netzwerk backup archive release build ci cd dev developers development entwicklung test qa staging prod architecture ' +
    'radiology radiologie pacs cardiology kardiologie oncology onkologie laboratory labor lab pharmacy apotheke clinic klinik hospital research forschung integration integrationen interfaces schnittstellen applications applikationen betrieb operations beheer exploitation esercizio explotacion operacoes'
  ).split(' ')
)

/** Whether a mail address is a team's: each word before the `@` is one of a team or a duty. */
export const isTeamMailbox = (address: string): boolean => {
  const words = fold(address.slice(0, address.indexOf('@')))
    .split(/[._+\d-]+/)
    .filter((word) => word !== '' && word !== 'mailto')
  return words.length > 0 && words.every((word) => duties.has(word))
}
