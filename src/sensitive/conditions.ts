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
  'рак(?![а-я])|ракът|тумор|καρκιν|ογκος|rak(?:a|u|iem|om)?(?![a-z])|vez[iy][sz]|vahk|syop|kraeft|kanker|kasvaja|ailse|aillse|karsinooma|sarkom|sarcom|lymfo|lymphom|linfoma|melanom|leuk[aei]|lewkem|bialaczk',
  'embol|sepsis|cirrh|cirros|cirroz|zirrhos|sclero|skleroz|skleros|esclero|kirroos|stroke|ictus|herzinsuff|insufisienc|insuffic|insufici|niewydolnosc|vorhofflimm|fibrillat|pneumon|pneumoni|lungenentz|copd|epoc|bpco|niereninsuff|dialys|gonorrh|syphil|sifil|kifil|chlamyd|psoria|morbus|crohn|colitis|arthrit|artrit|artros|arthros|fraktur|fractur|fratture|zlaman|zlomenin|abort|fehlgeburt|adhs|adhd|tdah|ptbs|ptsd|ptss|zwangsstor|angststor|anxiety|panikst',
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
/** Names that an illness of an organ ends with: `Lungenkrebs`, `keuhkosyöpä`. */
const ofAnOrgan = String.raw`[${letters}]{3,16}(?:krebs|karzinom|carcinoom|carcinom|cancer|kanker|kraeft|kraft(?=\s|$)|syopa|vahk|tumor|tumour|embolie|embolia|embolism|infarkt|infarct|insuffizienz|insufficientie|entzundung|ontsteking|cirrozis|cirrhose|zirrhose|fibrose|thrombose|trombos[ie]|stenose|sklerose|skleroz[ae]|schizofrenia|depression)(?![${letters}-])`

/** What is said of the illness of one person: the side, the stage, how bad and how long, and that it is only suspected. */
const course = [
  'links|rechts|linksseitig|rechtsseitig|beidseits|beidseitig|bds|left|right|bilateral|gauche|droite?|izquierd[oa]|derech[oa]|sinistr[oa]|destr[oa]|esquerd[oa]|direit[oa]|lew[aey]|praw[aey]|vanster|hoger|venstre|hojre|vasen|oikea|prava|leva|pravo|lijevo|ljav[oa]|desna|desno|αριστερ[αο]|δεξι[αο]?',
  'schwere?[rsn]?|leichte?[rsn]?|mittelgradige?[rsn]?|severe|severa|severo|grave|moderate|moderada|mild|ernstige?|ciezk[aie]|tezk[aey]|sulyos|sever[ae]|svar|vaikea|raske|sunk[iu]s?|smaga|teska|tezka|тежк[аои]|βαρια|σοβαρη',
  'akute?[rsn]?|acute?|aigue?|aguda?o?|acut[ao]|ostr[aey]|akutni|heveny|akut|остра|οξεια|chronische?[rsn]?|chronic|chronique|cronic[oa]|przewlekl[aey]|chronick[aey]|kronikus|kronisk|krooninen|krooniline|letin[ei]s?|hroniska|kronicn[aoi]|хроничн[аои]|χρονια|rezidiv|relapse|recidiv[aeo]?|recidief|remission|nawrot',
  'stadium|stadion|stage|stade|stadio|estadio|estadiamento|stopien|stadie|staadium|стадий|σταδιο|grad|grade|metasta[a-z]+|terminal[ei]?|multip[a-z]+|roztrousena|rozsiane?|en plaques|amyotroph[a-z]*|terminaal|inoperab[a-z]+|malign[a-z]*|bosartig|zlosliw[aey]|invasiv[eao]?|entgleist|dekompensiert|decompensat[a-z]+|paranoid[a-z]*|mellitus|post-?op|nach|zustand nach|z\\.n\\.|s\\/p|anamnestisch',
  'verdacht auf|v\\.a\\.|va|suspected|suspicion of|susp\\.?|suspicion de|soupcon de|sospecha de|sospetto|sospetta|suspeita de|podejrzenie|podezreni na|podozrenie na|gyanuja|suspiciune|misstankt|mistanke om|mistaenkt|epailty|epaily|kahtlus|itariamas|aizdomas|sumnja na|sum na|съмнение за|υποψια|verdenking|verdacht van|amhras',
  'ty[pb][eu]? (?:1|2|i|ii)|tipo [12]|tip [12]|typu [12]|τυπου [12]|bett|zimmer|bed|cama|letto|lit|lozko|station|ward'
].join('|')
const organ =
  'mama|mammae?|sein|seno|mammella|borstu?|brust|breast|piersi|prsu|prsnika|emlo|san|rinna|rinnan|krut[su]|kruties|dojke|dojk[ei]|гърдата|гърда|μαστου|poumon|pulmon|polmone|pulmao|pluc|plic|plic[ae]|tudo|plamani|pluca|pljuc|plauciu|plausu|kopsu|keuhkon?|lung|lunge|longen|белия дроб|πνευμονα|colon|colorectal|darm|jelita|streva|kolona|bowel|intestino|εντερου|prostat[aey]|prostaty|προστατη|fegato|higado|foie|figado|liver|leber|watroby|jater|jeter|maj|ficat|ηπατος|estomac|estomago|stomaco|zoladka|zaludku|stomach|rein|rinon|rene|nerki|ledviny|ovarios?|ovaire|ovaio|ovary|utero|uterus|skin|peau|piel|pelle|brain|cerveau|cerebro|cervello|mozgu|pancreas|trzustki|slinivky|tiroides|tarczycy|chioch|scamhog'

const near = String.raw`[^.;\n]{0,48}?`

/** What a text says of one person's illness or pregnancy. The name of an illness alone is not enough: a service may have it. */
export const conditions: Table = {
  needs: new RegExp(
    `${illness}|krebs|fibros|entzundung|ontsteking|insuff|thromb|trombos|stenos|schwanger|pregnant|embarazad|gravid|zwanger|incinta|tehotn|terhes|insarcinat|seropositi|sieropositi`
  ),
  before: `(?<![${letters}\\d])`,
  after: '',
  flags: '',
  rows: [
    row('clinical fact', new RegExp(`${aTreatment}${near}${anIllness}`)),
    row('clinical fact', new RegExp(`${anIllness}${near}${aTreatment}`)),
    row(
      'clinical fact',
      new RegExp(
        String.raw`(?:${anIllness}|${ofAnOrgan})[ ,:(]{1,2}(?:[${letters}]+[ ,]){0,2}?(?:${course})(?![${letters}-])`
      )
    ),
    row(
      'clinical fact',
      new RegExp(String.raw`(?:${course})[ :]{1,2}(?:[${letters}]+[ ,]){0,1}?(?:${anIllness}|${ofAnOrgan})`)
    ),
    // The illness of an organ, and nothing else: a registry or a service of the same name says so behind it.
    row(
      'clinical fact',
      new RegExp(
        String.raw`(?<=^\W*)(?:${anIllness} (?:[${letters}']{1,3} ?){0,2}(?:${organ})|(?:${organ}) ${anIllness}|${ofAnOrgan})(?=\W*$)`
      )
    ),
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
