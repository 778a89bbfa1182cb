import { foldedWords } from '../fold.ts'
import { teamWords } from '../words.ts'
import { isMatter } from './mailbox-matters.ts'

/**
 * Words before the `@` of a mailbox that several people read, by language, also without accents. They name the team, what it
 * keeps running, whom it helps and where. Each language has them for operations, help, a service, a platform, a cloud, an
 * infrastructure, security, health and a team.
 */
const shared: Readonly<Record<string, string>> = {
  all: 'databas databases datenbank datenbanken bdd basededonnees basedatos bazadanych adatbazis databaza databaze andmebaas andmebaasid datubazes duomenubaze bazadate tietokanta databasar bazi baze bunachar diktyo diktyou rz leitstand kantapalvelut night nacht nuit notte noche noite noapte natt naktis nakts oiche inzinieriai digital telemed telemedicine fhir hl7 dicom pacs emr ehr epr saas paas iaas kubernetes k8s linux windows vmware sap erp crm api gateway portal ticket tickets jira itsm cmdb siem iam pki dns web www app apps mobile media web2 cio ciso cto cmo dsi',
  en: 'reliability engineering engineer engineers operation operators operator maintenance maintainers health healthcare ehealth care patients hospital clinical clinicians imaging emergency outage outages escalation escalations feedback enquiries reception bookings storage hosting compute identity access backups logging observability reports report status changes change releases crew department unit',
  de: 'technik betriebs betriebsteam infra gesundheit wolke wartung instandhaltung hilfe unterstützung dienst dienste rechenzentrum verwaltung stelle abteilung anfrage anfragen auskunft störung störungen störungsdienst notdienst notfall krankenhaus spital station klinikum meldestelle meldung zentrale anwendung anwendungen fachabteilung ikt edv lager versorgung pflege',
  fr: 'équipes exploitations production hébergement nuage socle technique informatique santé esanté assistance aide soutien dépannage maintenance hôpital clinique urgence urgences permanence accueil secrétariat sécurité données développement développeurs supervision réseaux infrastructures service pôle cellule direction',
  es: 'operaciones nube infraestructura salud esalud sanidad asistencia ayuda servicio servicios mantenimiento hospital urgencias sistemas redes informática desarrollo datos atención consultas oficina técnica técnico incidencias turno guardias',
  it: 'operazioni operativo servizio servizi nuvola infrastruttura infrastrutture salute sanità esanità assistenza supporto aiuto manutenzione ospedale emergenza emergenze informatica sviluppo dati segreteria presidio segnalazioni turno turni squadra gruppo tecnico tecnica piattaforme',
  pt: 'operações operação serviço serviços nuvem infraestrutura infraestruturas saúde esaúde assistência apoio ajuda manutenção hospital urgência urgências informática desenvolvimento dados equipa equipas secretaria prevenção piquete técnica técnico rede redes incidentes atendimento plataformas',
  nl: 'beheer beheerders ondersteuning hulp dienst diensten dienstverlening platforms wolk infrastructuur gezondheid zorg ezorg ehealth veiligheid beveiliging informatie ploeg afdeling ziekenhuis ontwikkeling gegevens onderhoud meldingen meldpunt secretariaat consignatie bereikbaarheid balie zorgplatform',
  pl: 'operacje operacji eksploatacja utrzymanie pomocy wsparcia serwis usługa usługi usług platformy chmura chmury chmurowy infrastruktury zdrowie zdrowia ezdrowie bezpieczeństwo bezpieczeństwa zespołu biuro sekretariat informatyka systemy sieci dane danych rozwój awarie awaria zgłoszenia dyżury dział szpital szpitala opieka',
  cs: 'provoz provozu tým týmu podpory služba služby služeb platformy cloudu infrastruktura infrastruktury zdraví ezdraví zdravotnictví bezpečnost bezpečnosti pomoci údržba nemocnice vývoj data dat správa správci správce dohled síť sítě hlášení poruchy kancelář oddělení pohotovosti',
  sk: 'prevádzka prevádzky tím tímu podpory služba služby služieb platformy infraštruktúra infraštruktúry zdravie zdravia ezdravie zdravotníctvo bezpečnosť bezpečnosti údržba nemocnica nemocnice vývoj správa správcovia dohľad siete hlásenia poruchy kancelária oddelenie pohotovosti dáta údaje',
  sl: 'obratovanje delovanje ekipa ekipe skupina podpora podpore pomoč storitev storitve oblaka infrastruktura infrastrukture zdravje zdravja ezdravje zdravstvo varnost varnosti vzdrževanje bolnišnica razvoj podatki podatkov dežurstva sistem sistemi platforme omrežja pisarna prijava služba',
  hr: 'operacije pogon ekipa ekipe skupina podrške pomoć usluga usluge oblaka infrastruktura infrastrukture zdravlje zdravlja ezdravlje zdravstvo sigurnost sigurnosti održavanje bolnica razvoj podaci podataka dežurstva sustav sustavi platforme mreže ured služba služba prijava',
  hu: 'üzemeltetés üzemeltető üzemeltetők csapat csoport segítség támogatás szolgáltatás szolgáltatások szolgálat felhő infrastruktúra egészség egészségügy eegészség biztonság karbantartás kórház fejlesztés fejlesztők adat adatok adatbázis rendszer rendszerek ügyfélszolgálat iroda titkárság készenlét informatika hibabejelentő hibabejelentés platformok ügyeletes',
  ro: 'operațiuni operare exploatare echipă echipa suport ajutor asistență serviciu servicii serviciul platforme nor infrastructură infrastructura sănătate sănătatea esănătate securitate securitatea mentenanță întreținere spital dezvoltare date rețea rețele birou secretariat gardă sisteme informatică incidente dispecerat',
  bg: 'експлоатация поддръжка екип екипи отбор група помощ услуга услуги сървис платформа облак инфраструктура здраве здравеопазване ездраве сигурност болница разработка данни мрежа мрежи система системи дежурство офис ит poddrazhka poddrujka podkrepa pomosht uslugi usluga oblak infrastruktura zdrave ezdrave zdraveopazvane sigurnost bolnica razrabotka danni mrezha sistemi dejurni dejurstvo ekip eksploatacia ekspluatacia grupa ofis',
  el: 'λειτουργία λειτουργίες ομάδα υποστήριξη βοήθεια υπηρεσία υπηρεσίες πλατφόρμα πλατφόρμες νέφος υποδομή υποδομές υποδομών υγεία ασφάλεια συντήρηση νοσοκομείο ανάπτυξη δεδομένα δίκτυο δίκτυα σύστημα συστήματα πληροφορική εφημερία γραφείο leitourgia leitourgies omada ypostirixi ypostiriksi voithia voitheia ypiresia ypiresies platforma plateforma nefos ypodomi ypodomes ygeia ygia asfaleia asfalia syntirisi nosokomeio nosokomio anaptyxi dedomena diktyo diktya systimata pliroforiki efimeria grafeio',
  sv: 'drift driften driftteam tjänst tjänster plattformen moln molnet molntjänst infrastruktur hälsa ehälsa sjukvård vård vården säkerhet grupp lag hjälp stöd underhåll sjukhus utveckling förvaltning övervakning nätet jouren kundtjänst växel ärende ärenden felanmälan beställning beredskapen itdrift team molnplattform molndrift',
  da: 'drift driften driftsteam tjeneste tjenester platforme sky skyen infrastruktur sundhed esundhed sikkerhed gruppe hold hjælp støtte vedligehold vedligeholdelse sygehus udvikling forvaltning overvågning vagten døgnvagt itvagt kundeservice fejlmelding bestilling bestillinger henvendelse systemer sundhedsplatform',
  fi: 'käyttö käyttöpalvelu käyttöpalvelut ylläpito palvelu palvelut alustat pilvi pilvipalvelu pilvipalvelut pilvialusta infrastruktuuri terveys eterveys terveydenhuolto tietoturva turvallisuus ryhmä apu tukipalvelu tukipalvelut asiakaspalvelu huolto sairaala kehitys valvonta verkot tietohallinto toimisto varallaolo häiriö häiriöt vikailmoitus palvelupiste palveluportaali tiimin sote',
  et: 'haldus käitus käitamine meeskond tiim rühm abi klienditugi teenus teenused teenindus platvormid pilv pilveteenus pilveteenused taristu infrastruktuur tervis etervis tervishoid turvalisus turve infoturve hooldus haigla arendus andmed võrgud kontor infosüsteem infosüsteemid süsteemid rike rikked',
  lv: 'ekspluatācija uzturēšana grupa palīdzība serviss pakalpojums pakalpojumi platformas mākonis mākoņi makonis infrastruktūra veselība eveselība drošība apkope slimnīca izstrāde dati tīkli birojs dežūra dežūras sistēmas sistēma dienests',
  lt: 'budintys budėtojai inžinieriai eksploatacija eksploatavimas komandos grupė palaikymas aptarnavimas servisas paslauga paslaugos platformos debesis debesys debesija infrastruktūra sveikata esveikata sauga saugumas priežiūra ligoninė kūrimas plėtra duomenys tinklai biuras budėjimas sistemos sistema skyrius informatika',
  mt: 'operazzjonijiet operat grupp għajnuna appoġġ sapport sostenn servizz servizzi pjattaforma pjattaformi sħaba infrastruttura saħħa esaħħa sigurtà manutenzjoni sptar żvilupp dejta uffiċċju sistema sistemi xogħol',
  ga: 'oibríochtaí oibriúcháin foireann grúpa tacaíocht cabhair cúnamh seirbhís seirbhísí ardán ardáin néal scamall bonneagar infreastruchtúr sláinte rsláinte ríomhshláinte slándáil cothabháil ospidéal forbairt sonraí líonra líonraí córas córais oifig glao teagmháil'
}

/** What is a name of a person too, or says nothing by itself. It counts beside another of these words alone. */
const besideAnother =
  'e n l s and not one person my our the of for de la del di da des du on no tim oblak nor wolke lager sky hold abi'

const listed = (words: string): Readonly<Record<string, string>> => ({ words: words.replaceAll(' ', ', ') })

const alone: ReadonlySet<string> = new Set(besideAnother.split(' '))

/** Words of a mailbox that several people read, folded. One of them is enough. */
const telling: ReadonlySet<string> = new Set(
  [...foldedWords(listed([teamWords, ...Object.values(shared)].join(' ')))].filter((word) => !alone.has(word))
)

/** Two such words as one: `cloudteam`, `driftsteam`, `kardioteam`. */
const isJoined = (word: string): boolean => {
  for (let at = 2; at <= word.length - 4; at += 1) {
    const first = word.slice(0, at)
    if (
      telling.has(word.slice(at)) &&
      (telling.has(first) ||
        (at > 4 && (telling.has(first.replace(/s$/, '')) || isMatter(first) || isMatter(first.replace(/s$/, '')))))
    )
      return true
  }
  return false
}

const tells = (word: string): boolean => telling.has(word) || isJoined(word)

/**
 * Whether the folded words of a mailbox are a team's, a duty's or a place's, and no person's. Beside such a word may stand
 * what the team works on.
 */
export const areOfATeam = (words: ReadonlyArray<string>): boolean =>
  words.some(tells) && words.every((word) => tells(word) || alone.has(word) || isMatter(word))
