import { foldedWords, letters } from '../fold.ts'

type Table = Readonly<Record<string, string>>

/** Words for "private", "personal" and "own", by language, also joined to a number or a telephone. */
const own: Table = {
  en: 'private personal own priv pers',
  de: 'privat private privates privater privaten privatem persönlich persönliche persönliches persönlicher eigene eigenes eigenen eigener privatnummer privatnr privathandy privattelefon privattel privatmobil privatanschluss',
  fr: 'perso personnel personnelle privé privée',
  es: 'personal privado privada propio propia particular',
  it: 'privato privata personale proprio propria',
  pt: 'pessoal privado privada particular próprio própria',
  nl: 'privé privenummer privételefoon privémobiel privégsm persoonlijk persoonlijke eigen',
  pl: 'pryw prywatny prywatna prywatne prywatnie prywatnego własny własna własnego osobisty osobiste',
  cs: 'soukr soukromý soukromé soukromá soukromě soukromého vlastní osobní',
  sk: 'súkr súkromný súkromné súkromná súkromne súkromného vlastný vlastné osobný osobné',
  sl: 'zasebna zasebni zasebno zasebne osebna osebni lastna lastni privatna privatni privatno',
  hr: 'privatni privatna privatno privatnog osobni osobna vlastiti vlastita',
  hu: 'saját privát magán magánszám magánszáma magántelefon magántelefonja magánmobil személyes',
  ro: 'personal personală personalul privat privată propriu proprie particular',
  bg: 'личен личния личният лична личната лично лич собствен собствения частен частния lichen lichna lichno',
  el: 'προσωπικό προσωπικός προσωπική προσωπικού προσ ιδιωτικό ιδιωτική prosopiko prosopiki idiotiko',
  sv: 'privat privata privatnummer privatmobil privattelefon egen eget egna personlig personligt personliga',
  da: 'privat private privatnummer privatmobil privattelefon egen eget personlig personligt personlige',
  fi: 'oma oman omaan omasta omanumero yksityinen yksityisnumero yksityispuhelin henkilökohtainen henkkoht',
  et: 'isiklik isikliku isiklikul isiklikult enda era eranumber eratelefon eramobiil oma privaatne privaatnumber privaattelefon',
  lv: 'personīgais personīgā personīgi personiskais privātais privātā privāti privāts savs',
  lt: 'asmeninis asmeninė asmeninį asmeninio asm privatus privati privatų nuosavas savo',
  mt: 'privat privata personali tiegħu tagħha',
  ga: 'pearsanta phearsanta príobháideach phríobháideach'
}

/** Words for a telephone that one person carries or has at home, by language. */
const carried: Table = {
  all: 'gsm mobile mobil mob tlf whatsapp viber smartphone iphone',
  en: 'cell cellphone mobiles home',
  de: 'handy handynummer handynr mobilnummer mobilnr mobiltelefon zuhause daheim',
  fr: 'portable domicile maison',
  es: 'móvil celular casa',
  it: 'cellulare cell casa',
  pt: 'telemóvel tlm tm celular casa',
  nl: 'mobiel mobieltje mobielnummer thuis',
  pl: 'komórka komórkę komórki komórkowy kom domowy domu',
  cs: 'mobilu mobilní domů doma',
  sk: 'mobilu mobilný domov doma',
  sl: 'mobitel mobitela mobilni domov doma',
  hr: 'mobitel mobitela mobilni kući doma',
  hu: 'mobilja mobilszám mobilszáma maroktelefon otthon otthoni',
  ro: 'mobilul celular acasă',
  bg: 'мобилен мобилния мобилният моб гсм вкъщи mobilen',
  el: 'κιν κινητό κινητού σπίτι kinito kin spiti',
  sv: 'mobilnummer mobilnr mobilen hem hemma',
  da: 'mobilnummer mobilnr mobilen hjem hjemme',
  fi: 'kännykkä kännykän kännykkään matkapuhelin matkapuh kotiin kotona kotinumero',
  et: 'mobiil mobiili mobiilinumber mobla kodus koju',
  lv: 'mobilais mobilā mobils mājās',
  lt: 'mobilus mobilusis mobiliuoju namuose namų',
  mt: 'mowbajl il-mowbajl il-mobile dar',
  ga: 'póca guthán ghuthán baile bhaile'
}

/** Words for a number, a telephone, "of" and "is", which stand between such a word and the digits. */
const joining: Table = {
  all: 'od do u pri pre za bei chez nr no num n tel fon c br st tfn telefon telefono',
  en: 'number phone line of is the',
  de: 'nummer telefonnummer ist von vom unter auf',
  fr: 'numéro téléphone ligne est de du',
  es: 'número teléfono fijo es de del',
  it: 'numero fisso è di del della al',
  pt: 'número telefone fixo é do da',
  nl: 'nummer telefoon telefoonnummer is van op',
  pl: 'numer telefonu jest pana pani pod to',
  cs: 'číslo telefonu je na',
  sk: 'číslo telefónu je na',
  sl: 'številka telefonska številko je na',
  hr: 'broj telefona je na',
  hu: 'szám száma száma telefonszám telefonszáma a az',
  ro: 'număr numărul telefonul lui e este al',
  bg: 'номер номерът телефон тел на е nomer',
  el: 'αριθμός τηλ τηλέφωνο του της το είναι til',
  sv: 'numret nummret är på telefonnummer till',
  da: 'nummeret er på telefonnummer til',
  fi: 'numero nro puhelin puh on',
  et: 'number nr-il telefoninumber on',
  lv: 'numurs tālrunis tālr ir',
  lt: 'numeris telefonas yra',
  mt: 'numru telefown ta tal tan in-numru',
  ga: 'uimhir uimh fón teileafón an ar'
}

const known = (table: Table): ReadonlySet<string> =>
  foldedWords(Object.fromEntries(Object.entries(table).map(([of, words]) => [of, words.replaceAll(' ', ', ')])))

const [owns, carries, joins] = [known(own), known(carried), known(joining)]

/** Whether a folded word says that a telephone is one person's own. */
export const isOwn = (word: string): boolean => owns.has(word)

/** Whether a folded word is one for a telephone that one person carries or has at home. */
export const isCarried = (word: string): boolean => carries.has(word)

/** Whether a folded word can stand between a word for an own telephone and its number. */
export const joinsNumber = (word: string): boolean => joins.has(word) || carries.has(word) || owns.has(word)

/** Beginnings of words for a team or a duty, folded, whose telephone goes from hand to hand. */
const teams = [
  'team|hotline|on-?call|oncall|duty|dispatch|shift|squad|support|help ?desk|service|department|office phone',
  'abteilung|bereitschaft|diensthandy|diensttelefon|rufbereitschaft|notfall|notdienst|zentrale|astreinte|permanence|equipe|accueil|guardia|equipo|turno',
  'reperibilit|squadra|plantao|piquete|equipa|piket|wachtdienst|storing|ploeg|dyzur|zespol|pohotovost|dispecin|sluzebn|tym|tim(?![a-z])|timu',
  'dezur|ekip|ugyelet|keszenlet|csapat|szolgalat|garda|echip|дежур|екип|поддръжк|εφημερ|ομαδα|vagt|beredskap|paivyst|tiim|valve|budejim|komand|foireann|grupp|drift|noc(?![a-z])|soc(?![a-z])'
].join('|')

const shared = new RegExp(`(?<![${letters}])(?:${teams})`)

/** Whether a folded text speaks of a team or a duty, whose telephone no person owns. */
export const isShared = (folded: string): boolean => shared.test(folded)
