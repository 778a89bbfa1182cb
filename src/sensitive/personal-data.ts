import { fold, letters } from './fold.ts'
import { type Table, firstOf, row } from './reading.ts'
import { bankNumbers, codeTable, numberTable, writtenApart } from './numbers.ts'
import { birthNumbers } from './birth-numbers.ts'
import { clinicalFacts, mailAddresses, phoneNumbers, postalAddresses } from './clinical.ts'
import { labelledFactIn, labelledNumberIn } from './named.ts'
import { italianCodes, letteredNumbers, registerNumbers } from './register-numbers.ts'

/**
 * Beginnings of the names of illnesses, folded. They are of Greek or Latin in most languages of the EU, so one beginning
 * serves many of them.
 */
const illness = [
  'schizo[pf]|esquizofren|szizofren|skizofren|schizofren|шизофрен|σχιζοφρεν|depress|depresi|deprese|depresj|masennu',
  'депреси|καταθλιψ|bipol|биполяр|psychos|psychoz|psykos|psihoz|psicos|психоз|epileps|epilept|epiless|епилепс|επιληψ',
  'tubercul|tuberkul|tuberkol|туберкулоз|suizid|suicid|samobojcz|alkoholi|alcooli|alcoholis|alcolism|ovisnost|zavislost',
  'uzaleznien|krebs|cancer|cancro|carcinom|karcinom|karzinom|rakovin|nowotw|diabet|диабет|διαβητ|cukrzyc|cukrovk|hepatit',
  'tumor|tumeur|tumore|nowotwor|guz[ayu]?(?![a-z])|kasvain|asthma|astma|asma(?![a-z])|infarkt|infarct|infarto|schlaganfall|hiv|vih|dement|demenc|demenz|alzheimer|parkinson|borderline|anorex|bulimi|autism|autyzm'
].join('|')

/** Beginnings of what is said of one person who has an illness: is treated, was admitted, suffers, takes. */
const treated = [
  'hospitali[sz]|internad|internat|ingresad|ricoverat|opgenomen|eingewiesen|eingeliefert|indlagt|inlagd|behandel|behandl',
  'leczon|liecen|lecen|lijecen|zdravljen|kezel|tratat|tratad|traitee?|soigne|hoidet|hoidossa|gydom|arstet|лекуван|νοσηλευ',
  'diagnosticad|diagnosticat|diagnostique|diagnostizier|diagnosed|erkrank|leidet|lijdt|souffr|sofre|soffre|sufre|padece',
  'cierpi|choruj|boluje|боледува|trpi|szenved|sufera|lider a[fv] |karsii|kannatab|serga|slimo|страда|πασχει|suffers|treated for|atteinte? d|laakity',
  'medikation|medicacion|medikac|medicatie|patientin|patiente|pacjentk|pacientk'
].join('|')

const [anIllness, aTreatment] = [illness, treated].map(
  (beginnings) =>
    String.raw`(?<![${letters}])(?:${beginnings})[${letters}]*(?:-(?:inf|erkr|typ|kreb|krank|posit|stor|synd|dis)[${letters}]*)?(?!-?[${letters}])`
)
const near = String.raw`[^.;\n]{0,48}?`

/** What a text says of one person's illness or pregnancy. The name of an illness alone is not enough: a service may have it. */
export const conditions: Table = {
  needs: new RegExp(
    `${illness}|schwanger|pregnant|embarazad|gravid|zwanger|incinta|tehotn|terhes|insarcinat|seropositi|sieropositi`
  ),
  before: `(?<![${letters}\\d])`,
  after: '',
  flags: '',
  rows: [
    row('clinical fact', new RegExp(`${aTreatment}${near}${anIllness}`)),
    row('clinical fact', new RegExp(`${anIllness}${near}${aTreatment}`)),
    row('clinical fact', new RegExp(String.raw`[a-z]\d\d\.\d{1,2}[,:]?\s${anIllness}`)),
    // The number of a case tells one person, whose illness it is.
    row(
      'clinical fact',
      new RegExp(
        String.raw`(?:fall|case|cas|caso|casus|zaak|przypadek|pripad|eset|caz|случай|sag|arende|tapaus|juhtum|atvejis|gadijums|slucaj|primer)(?:[ -]?(?:nr|no|n)\.?)?[ #:-]{1,2}\d{2,8}${near}${anIllness}`
      )
    ),
    row('clinical fact', /(?:seropositi|sieropositi|vih[ -]?(?:pos|\+))/),
    row(
      'clinical fact',
      new RegExp(
        String.raw`(?:schwanger|pregnant|embarazada|gravida|gravidez de|zwanger|incinta|tehotna|terhes|insarcinata)(?![${letters}-])`
      )
    )
  ]
}

const withDigits = [...bankNumbers, ...birthNumbers, ...registerNumbers]

/** `Patientin Erika Mustermann`: only capitals tell a person from a thing. */
const patientNames: Table = {
  needs: /\p{L}\.? \p{Lu}\p{Ll}/u,
  before: '(?<!\\p{L})',
  after: '',
  flags: 'u',
  rows: [
    row(
      'personal or clinical fact',
      /(?:[Pp]atient(?:in|e|en)?|[Pp]aziente|[Pp]aciente|[Pp]acjent(?:ka)?|[Pp]acient(?:ka)?|[Pp]atiënt|[Mm]rs?\.?|[Hh]err|[Ff]rau|[Mm]me\.?|[Ss]ra?\.|(?:Dr|Prof|Dott|Dra|Mgr|MUDr)\.(?:-Ing\.)?) \p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)? \p{Lu}\p{Ll}+/u
    ),
    // Behind forms of address and of birth, and words for one woman who is a patient, one name is enough.
    row(
      'personal or clinical fact',
      /(?:[Pp]atientin|[Pp]atiente|[Pp]acjentka|[Pp]acientka|Herrn?|Frau|Mme|Mlle|Sra\.|Signora|Mevrouw|Fru|née|z domu|geb\.|rozená|Pat\.|Sig\.(?:ra)?|[FH]r\.(?! (?:Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez|Abend|Nach|Vor|Mittag|Früh))|Hrn\.) \p{Lu}\p{Ll}{2,}(?!\p{L})/u
    )
  ]
}

const asWritten = firstOf([
  mailAddresses,
  phoneNumbers,
  numberTable(writtenApart(withDigits), 'i'),
  numberTable(writtenApart(letteredNumbers), ''),
  codeTable(italianCodes),
  patientNames
])

const clinical = firstOf([clinicalFacts, conditions])
const postal = firstOf([postalAddresses])

const folded = (text: string): string | undefined =>
  clinical(text) ?? labelledFactIn(text) ?? labelledNumberIn(text) ?? postal(text)

const bare = firstOf([numberTable(withDigits, 'i'), numberTable(letteredNumbers, '')])

const uuid = /(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![0-9a-f])/gi

const withoutUuids =
  (kindIn: (text: string) => string | undefined) =>
  (text: string): string | undefined => {
    const kind = kindIn(text)
    return kind === undefined ? undefined : kindIn(text.replace(uuid, '_'))
  }

/**
 * The kind of the first personal datum that a text holds (J.7.0 §6, §7), or nothing. Never the datum itself. A UUID, as
 * in the ARN of a key, holds none, whatever numbers its parts look like.
 */
export const personalDataIn = withoutUuids((text) => asWritten(text) ?? folded(fold(text)))

/** The kind of a number that would be a person's, if the words beside it said so. Its checksum alone is too weak. */
export const bareNumberIn = withoutUuids(bare)
