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
  'covid|corona(?![a-z])|hypertens|hipertens|ipertens|nadcisnien|bluthochdruck|hypertoni|magas vernyomas|хипертон|υπερτασ|addict|adicc|dipendenz|[a-z]{0,20}sucht(?![a-z])|fuggoseg|afhaengig|verslav|missbruk|nierenversag|organversag|leberversag|herzversag|tuberkulos|suizidversuch|tentative de suicide|intento de suicidio|zawal|udar mozgu|инфаркт|инсулт|εμφραγμ|εγκεφαλικ|сърдечн|morbo|maladie de|choroba|nemoc|bolezen|syndrom|sindrom',
  'tumor|tumeur|tumore|nowotwor|guz[ayu]?(?![a-z])|kasvain|asthma|astma|asma(?![a-z])|infarkt|infarct|infarto|schlaganfall|hiv|vih|dement|demenc|demenz|alzheimer|parkinson|borderline|anorex|bulimi|autism|autyzm'
].join('|')

/** Beginnings of what is said of one person who has an illness: is treated, was admitted, suffers, takes. */
const treated = [
  'in treatment|under treatment|in therapy|in behandlung|en traitement|en tratamiento|in terapia|em tratamento|w trakcie leczenia|onder behandeling|hospitali[sz]|internad|internat|ingresad|ricoverat|opgenomen|eingewiesen|eingeliefert|indlagt|inlagd|behandel|behandl',
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
const ofAnOrgan = String.raw`[${letters}]{3,16}(?:krebs|karzinom|carcinoom|carcinom|cancer|kanker|kraeft|kraft(?=\s|$)|syopa|vahk|tumor|tumour|embolie|embolia|embolism|infarkt|infarct|insuffizienz|insufficientie|versagen|schwache|svikt|svigt|falen|elegtelenseg|puudulikkus|vajaatoiminta|propp|infarkti|entzundung|ontsteking|cirrozis|cirrhose|zirrhose|fibrose|thrombose|trombos[ie]|stenose|sklerose|skleroz[ae]|schizofrenia|depression)(?![${letters}-])`

/** What is said of the illness of one person. It is the side, the stage, how bad it is, or that it is only suspected. */
const course = [
  'links|rechts|linksseitig|rechtsseitig|beidseits|beidseitig|bds|left|right|bilateral|gauche|droite?|izquierd[oa]|derech[oa]|sinistr[oa]|destr[oa]|esquerd[oa]|direit[oa]|lew[aey]|praw[aey]|vanster|hoger|venstre|hojre|vasen|oikea|prava|leva|pravo|lijevo|ljav[oa]|desna|desno|αριστερ[αο]|δεξι[αο]?',
  'schwere?[rsn]?|leichte?[rsn]?|mittelgradige?[rsn]?|severe|severa|severo|grave|moderate|moderada|mild|ernstige?|ciezk[aie]|tezk[aey]|sulyos|sever[ae]|svar|vaikea|raske|sunk[iu]s?|smaga|teska|tezka|тежк[аои]|βαρια|σοβαρη',
  'akute?[rsn]?|acute?|aigue?|aguda?o?|acut[ao]|ostr[aey]|akutni|heveny|akut|остра|οξεια|chronische?[rsn]?|chronic|chronique|cronic[oa]|przewlekl[aey]|chronick[aey]|kronikus|kronisk|krooninen|krooniline|letin[ei]s?|hroniska|kronicn[aoi]|хроничн[аои]|χρονια|rezidiv|relapse|recidiv[aeo]?|recidief|remission|nawrot',
  'stadium|stadion|stage|stade|stadio|estadio|estadiamento|stopien|stadie|staadium|стадий|σταδιο|grad|grade|metasta[a-z]+|terminal[ei]?|positi[a-z]*|pozitiv[a-z]*|θετικ[α-ω]*|multip[a-z]+|roztrousena|rozsiane?|en plaques|amyotroph[a-z]*|terminaal|inoperab[a-z]+|malign[a-z]*|bosartig|zlosliw[aey]|invasiv[eao]?|entgleist|dekompensiert|decompensat[a-z]+|paranoid[a-z]*|mellitus|post-?op|nach|zustand nach|z\\.n\\.|s\\/p|anamnestisch',
  'verdacht auf|v\\.a\\.|va|suspected|suspicion of|susp\\.?|suspicion de|soupcon de|sospecha de|sospetto|sospetta|suspeita de|podejrzenie|podezreni na|podozrenie na|gyanuja|suspiciune|misstankt|mistanke om|mistaenkt|epailty|epaily|kahtlus|itariamas|aizdomas|sumnja na|sum na|съмнение за|υποψια|verdenking|verdacht van|amhras',
  'ty[pb][eu]? (?:1|2|i|ii)|tipo [12]|tip [12]|typu [12]|τυπου [12]|bett|zimmer|bed|cama|letto|lit|lozko|station|ward'
].join('|')
const organ =
  'mama|mammae?|sein|seno|mammella|borstu?|brust|breast|piersi|prsu|prsnika|emlo|san|rinna|rinnan|krut[su]|kruties|dojke|dojk[ei]|гърдата|гърда|μαστου|poumon|pulmon|polmone|pulmao|pluc|plic|plic[ae]|tudo|plamani|pluca|pljuc|plauciu|plausu|kopsu|keuhkon?|lung|lunge|longen|белия дроб|πνευμονα|colon|colorectal|darm|jelita|streva|kolona|bowel|intestino|εντερου|prostat[aey]|prostaty|προστατη|fegato|higado|foie|figado|liver|leber|watroby|jater|jeter|maj|ficat|ηπατος|estomac|estomago|stomaco|zoladka|zaludku|stomach|rein|rinon|rene|nerki|ledviny|ovarios?|ovaire|ovaio|ovary|utero|uterus|skin|peau|piel|pelle|brain|cerveau|cerebro|cervello|mozgu|pancreas|trzustki|slinivky|tiroides|tarczycy|chioch|scamhog'

/** Illnesses of more than one word, and words that mean an illness and nothing else. */
const named = [
  'heart failure|heart attack|renal failure|kidney failure|high blood pressure',
  'insuffisance (?:cardiaque|renale|respiratoire|hepatique)|infarctus du myocarde|accident vasculaire cerebral|insuficiencia (?:cardiaca|renal|respiratoria)|infarto de miocardio',
  'fractura de [a-z]{4,}|insufficienza (?:cardiaca|renale)|infarto (?:del miocardio|miocardico)|ictus (?:ischemico|emorragico)|morbo di [a-z]{4,}',
  'maladie de [a-z]{4,}|enfermedad de [a-z]{4,}|doenca de [a-z]{4,}|choroba [a-z]{4,}owa|insuficiencia cardiaca',
  'enfarte|zawal serca|udar mozgu|niewydolnosc (?:serca|nerek)|zlamanie [a-z]{4,}',
  'cukrzyca|srdecni selhani|selhani (?:srdce|ledvin)|srdcove zlyhanie|infarkt myokardu',
  'zlomenina [a-z]{4,}|magas vernyomas|szivinfarktus|szivelegtelenseg|insuficienta (?:renala|cardiaca)',
  'infarct miocardic|accident vascular|захарен диабет|сърдечна недостатъчност|инфаркт на миокарда',
  'σακχαρωδη[ςσ] διαβητη[ςσ]|καρδιακη ανεπαρκεια|εμφραγμα|εγκεφαλικο|hjartinfarkt',
  'hjartsvikt|blodpropp(?: i [a-z]{4,})?|hjertesvigt|nyresvigt|sydaninfarkti',
  'aivoinfarkti|sudamepuudulikkus|sudameinfarkt|miokardo infarktas|sirdies nepakankamumas',
  'sirds mazspeja|miokarda infarkts|zatajenje (?:srca|bubrega)|srcni udar|infarkt miokarda',
  'srcni infarkt|srcno popuscanje|taom croi|cliseadh croi|hartfalen',
  'hartinfarct|hartaanval|attakk tal-qalb|insuffi[ck]jenza tal-qalb'
].join('|')
const acute =
  '(?:[a-z]{0,20}infar[ck]t[a-z]{0,20}|schlaganfall|suizidversuch|suicide attempt|fehlgeburt|[a-z]{0,20}embolie|[a-z]{0,20}fraktur|ictus|stroke)'
const alone =
  '(?:alkohol|drogen|medikamenten|tabletten|heroin|opiat)(?:abhangige?[rsn]?|suchtige?[rsn]?)|suizidale?[rsn]?|bettlagerige?[rsn]?|dialysepflichtige?[rsn]?|palliativpatient(?:in)?|(?:alcohol|drug)-?dependent|suicidal(?! tendenc)'

/** Where a text begins and ends but for its quotes: what stands alone is a whole text. */
const begins = String.raw`(?<=^[^${letters}\d]{0,4})`
const ends = String.raw`[^${letters}\d]{0,4}$`

const near = String.raw`[^.;\n]{0,48}?`

/** What a text says of one person's illness or pregnancy. The name of an illness alone is not enough: a service may have it. */
export const conditions: Table = {
  needs: new RegExp(
    `${[illness, named, acute, alone].join('|').replaceAll('[a-z]{0,20}', '')}|versagen|schwache|svikt|svigt|falen|elegtelen|puudulik|vajaatoim|propp|krebs|fibros|entzundung|ontsteking|insuff|thromb|trombos|stenos|schwanger|pregnant|embarazad|gravid|zwanger|incinta|tehotn|terhes|insarcinat|seropositi|sieropositi`
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
    row('clinical fact', new RegExp(String.raw`${begins}(?:${named})(?=(?:[ ,]{1,2}(?:${course}|\d{4})){0,3}${ends})`)),
    row('clinical fact', new RegExp(String.raw`${acute} (?:19|20)\d\d(?=${ends})`)),
    row('clinical fact', new RegExp(String.raw`(?:${alone})(?![${letters}-])`)),
    // The illness of an organ, and nothing else: a registry or a service of the same name says so behind it.
    row(
      'clinical fact',
      new RegExp(
        String.raw`${begins}(?:${anIllness} (?:[${letters}']{1,3} ?){0,2}(?:${organ})|(?:${organ}) ${anIllness}|${ofAnOrgan})(?=${ends})`
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
        String.raw`(?:schwanger|pregnant|embarazada|gravida|gravidez de|zwangere?|schwangere[rn]?|incinta|tehotna|terhes|insarcinata)(?![${letters}-])`
      )
    )
  ]
}
