import { fold } from '../fold.ts'
import { type Table, namesIn } from '../names-in.ts'
import { hasGivenName } from './names.ts'

/** What a doctor or a worker writes when one person cannot work. */
const notes: Table = {
  en: 'sick note, sick leave, fit note, off sick, medical certificate',
  de: 'Krankmeldung, Krankschreibung, Krankenschein, Krankenstand, krankgemeldet, krankgeschrieben, Arbeitsunfähigkeit',
  fr: 'arrêt maladie, arrêt de travail, certificat médical, congé maladie',
  es: 'baja médica, baja laboral, parte de baja, certificado médico',
  it: 'certificato di malattia, certificato medico, congedo per malattia',
  pt: 'baixa médica, atestado médico, atestado de doença',
  nl: 'ziekmelding, ziekteverlof, ziekgemeld',
  pl: 'zwolnienie lekarskie, zwolnieniu lekarskim, L4!',
  cs: 'pracovní neschopnost, neschopenka',
  sk: 'pracovná neschopnosť, práceneschopnosť',
  hu: 'táppénz, táppénzen, betegszabadság',
  ro: 'concediu medical, concediul medical',
  bg: 'болничен лист, в болничен',
  el: 'αναρρωτική άδεια',
  sv: 'sjukskrivning, sjukskriven, sjukanmälan, sjukintyg',
  da: 'sygemelding, sygemeldt',
  fi: 'sairausloma, sairauslomalla, sairauslomatodistus',
  et: 'haigusleht, haiguslehel, töövõimetusleht',
  lt: 'nedarbingumas, nedarbingumo pažymėjimas',
  lv: 'slimības lapa, darbnespējas lapa',
  hr: 'bolovanje, bolovanju',
  sl: 'bolniška, bolniški stalež, bolniškem staležu',
  ga: 'saoire bhreoiteachta, nóta breoiteachta',
  mt: 'leave tal-mard, ċertifikat mediku'
}

const notesIn = namesIn(notes)

/** A text that says of a person by given name and surname that they cannot work: `arrêt maladie Marie Dupont`. */
export const sickNoteIn = (text: string): string | undefined =>
  hasGivenName(text) && notesIn(fold(text)).length > 0 ? 'clinical fact' : undefined
