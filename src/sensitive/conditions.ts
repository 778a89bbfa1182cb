import { letters } from './fold.ts'
import { type Table, row } from './reading.ts'

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
