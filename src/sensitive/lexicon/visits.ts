import { fold, letters } from '../fold.ts'
import { about, aboutOf } from './lexicon.ts'
import { coming, examinations } from './examinations.ts'
import { canBeName, fullNamesIn, hasGivenName } from './names.ts'

/** The beginnings of words for an examination or the place of one, folded. */
const examined = new RegExp(
  `(?<![${letters}])(?:ambulat|poliklin|policlin|clini[ck]|klini[ck]|poradn|konsult|consult|gastroskop|gastroscop|koloskop|colonoscop|coloscop|endoskop|endoscop|echo|eho|hartecho|ultra[sz]|ultrahang|ultragars|usg|ekg|ecg|eeg|rontgen|rtg|rentgen|radiograf|resonan|mrt|mri|irm|tac|biops|mammo|mamo|bronch|dental|dentist|okulist|ocul|augen|ophtalm|oftalm|neurolo|neirolo|kardiolo|cardiolo|dermatol|urolog|onkolog|oncolog|ortop|gynek|ginek|gyneco|psychiat|psihiat|psiquiat|pszichiat|гастроскоп|ехограф|рентген|преглед|кардиол|невролог|дермат|скенер|υπερηχ|ακτινογραφ|καρδιολογ|νευρολογ|δερματολογ|οφθαλμ|εξεταση|suil|suile)[${letters}]*`,
  'g'
)

/** What is said of a person who has an appointment, folded. */
const booked = new RegExp(
  `(?<![${letters}])(?:tuleb|tulee|comes|is due|booked|moved to|kommt|kommer|komt|objednan[ay]?|objednany|umowion[ay]|ma wizyte|narocen[ao]?|narucen[ao]?|prenotat[ao]|spostat[ao]|citad[ao]|marcad[ao]|programat[a]?|uzregistruot[ai]?s?|paskirta|pierakst[a-z]*|idopont[a-z]*|jon|записан[а]?|εχει ραντεβου|ραντεβου|rendez-vous|rdv|cita|coinne|termin|tid til|tid for|aika|appunt[a-z]*|avspraak|afspraak)(?![${letters}])`
)

/** What a window of maintenance speaks of, folded. */
const machines = new RegExp(
  `(?<![${letters}])(?:wartung|maintenance|mainten|onderhoud|manuten|huolto|hooldus|underhall|vedligehold|konserwac|udrzb|karbantart|mentenant|поддръжк|συντηρησ|odrzavanj|vzdrzev|apkop|prieziur|cothabhail|manutenz|update|upgrade|mise a jour|aktualiz|server|serveur|servidor|palvelin|pacs|ris|vypad|ausfall|outage|backup|deploy|release|system|systeme|sistem|szerver|migra|test|demo|meeting|workshop|training|schulung)`
)

const clock = /(?<![\d.])(?:[01]?\d|2[0-3])(?:[:.hu]|ч\.?)[0-5]\d(?![\d])/
const day =
  /(?<!\d)\d{1,2}[./-] ?\d{1,2}(?!\d)|(?<!\d)\d{1,2}\.? (?:de |ta' )?\p{L}{3,12}|\p{L}{3,12} (?:d\. )?\d{1,2}(?!\d)/u

const article = /(?<!\p{L})(?:la|el|lo) (\p{Lu}\p{Ll}{2,})/u
const first = /^["'(]?(?:U )?(\p{Lu}\p{Ll}{2,}(?:-\p{Lu}\p{Ll}+)?)[ :,]/u

const isFollowedByExam = (text: string, name: string): boolean =>
  fold(text.slice(text.indexOf(name) + name.length).replace(/^[:, ]{1,2}/, ''))
    .split(/[ ,]/, 1)
    .some((word) => new RegExp(`^${examined.source}`).test(word))

const isSomeone = (text: string, folded: string): boolean =>
  hasGivenName(text) ||
  (fullNamesIn(text).length > 0 && booked.test(folded)) ||
  [article, first].some((shape) => {
    const [, name = ''] = shape.exec(text) ?? []
    return (
      name !== '' &&
      canBeName(name) &&
      aboutOf(fold(name)) === 0 &&
      !booked.test(fold(name)) &&
      (booked.test(folded) || isFollowedByExam(text, name))
    )
  })

const isComing = new RegExp(`(?<![${letters}])(?:${coming})(?![${letters}])`)
const isExamined = new RegExp(`(?<![${letters}])(?:${Object.values(examinations).join('|')})`)
const weekday = new RegExp(
  `(?<![${letters}])(?:${[
    '(?:mon|tues|wednes|thurs|fri|satur)day|(?:mon|diens|donners|frei|sams)tag|mittwoch|today|tomorrow|heute|morgen|demain|manana|domani|amanha|holnap',
    'lundi|mardi|mercredi|jeudi|vendredi|samedi|lunes|martes|miercoles|jueves|viernes|lunedi|martedi|mercoledi|giovedi|venerdi|segunda|terca|quarta|quinta|sexta',
    'maandag|dinsdag|woensdag|donderdag|vrijdag|poniedzial|wtorek|srod[ae]|czwartek|piatek|pondel|utery|stred[au]|ctvrtek|patek|utorok|stvrtok|piatok|hetfo|kedd|szerda|csutort|pentek',
    'luni|marti|miercuri|joi|vineri|понеделник|вторник|сряда|четвъртък|петък|δευτερα|τριτη|τεταρτη|πεμπτη|παρασκευη|mandag|tisdag|tirsdag|onsdag|torsdag|fredag',
    'maanantai|tiistai|keskiviik|torstai|perjantai|esmasp|teisip|kolmap|neljap|reede|pirmad|antrad|treciad|ketvirtad|penktad|pirmdien|otrdien|tresdien|ceturtdien|piektdien',
    'ponedjeljak|utorak|srijed|cetvrtak|petak|ponedeljek|torek|sred[ao]|cetrtek|petek|de luain|de mairt|de ceadaoin|deardaoin|de haoine|it-tnejn|it-tlieta|l-erbgha|il-hamis|il-gimgha'
  ].join('|')})`
)

const examination = new RegExp(isExamined.source, 'g')

/** Whether a text speaks of machines and programs, the names of examinations and of days aside. */
const isOfSystems = (folded: string): boolean => {
  const rest = folded.replace(examination, ' ')
  return (
    machines.test(rest) ||
    Array.from(rest.matchAll(new RegExp(`[${letters}]+`, 'g'))).some(
      ({ 0: word }) => (aboutOf(word) & about.system) !== 0 && !/dag$|tag$/.test(word)
    )
  )
}

const comingBehind = new RegExp(`^[,:]? (?:${coming})(?![${letters}])`)

/** Whether two names stand right before what is said of a person who comes. */
const isNameAndComing = (text: string): boolean =>
  fullNamesIn(text).some(([, last]) => comingBehind.test(fold(text.slice(text.indexOf(last) + last.length))))

/** Whether a person with a given name and another is said to come for an examination. */
const isExaminedByName = (text: string, folded: string): boolean =>
  isExamined.test(folded) &&
  (isComing.test(folded) || weekday.test(folded)) &&
  (hasGivenName(text) || isNameAndComing(text)) &&
  !isOfSystems(folded)

/** Whether a text says that one named person is examined, and where, when or by whom. */
export const visitIn = (text: string): string | undefined => {
  const folded = fold(text)
  const isNamed = isTimed(text, folded) || isExaminedByName(text, folded)
  return isNamed ? 'appointment of a person' : undefined
}

const isTimed = (text: string, folded: string): boolean => {
  if (!clock.test(text) || !day.test(text.replace(clock, ' ')) || machines.test(folded)) return false
  const isExam =
    Array.from(folded.matchAll(examined)).length > 0 ||
    Array.from(folded.matchAll(new RegExp(`[${letters}]+`, 'g'))).some(
      ({ 0: word }) => (aboutOf(word) & about.department) !== 0
    )
  return isExam && isSomeone(text, folded)
}
