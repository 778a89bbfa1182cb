import { letters } from '../fold.ts'
import { about, aboutOf } from './lexicon.ts'

/** Beginnings of words for parts of machines, folded, by language. `=` ends a whole word. */
const parts: Readonly<Record<string, string>> = {
  all: 'server= switch= router raid= disk= disks= ssd= hdd= nvme firmware bios= ram= cpu= gpu= dimm usb= lan= sfp psu= ups= mainboard motherboard printer scanner= monitor= kabel= kabels= hard-disk hard-disc harddis dns= vpn= dhcp= nas= san= vlan vm= wifi= wlan= oom= timeout latency dns-',
  en: 'cable power-supply keyboard fan= battery psu hard-drive drive= network memory= leak= certificate',
  de: 'festplatte netzteil lufter akku netzwerk drucker bildschirm steckdose speicherriegel tastatur stecker platte= zertifikat',
  fr: 'disque= cable= cables= onduleur imprimante commutateur carte-reseau carte-mere serveur clavier ecran= reseau',
  es: 'cable= cables= impresora conmutador placa-base servidor teclado pantalla ventilador= duro= red=',
  it: 'alimentatore cavo= cavi= ventola stampante scheda schermo= tastiera rigido=',
  pt: 'cabo= cabos= ventoinha impressora placa-mae servidor teclado rigido= ecra=',
  nl: 'schijf harde-schijf voedingseenheid moederbord netwerk toetsenbord',
  pl: 'dysk= dysku= dyski= zasilacz kabla= kable= wentylator drukark przelacznik plyta-glowna siec=',
  cs: 'disku= zdroj= kabel kabely= ventilator tiskarn prepinac deska= sit=',
  sk: 'disku= zdroj= kabel kable= ventilator tlaciaren prepinac doska= siet=',
  hu: 'merevlemez lemez= tapegyseg kabel= kabele ventilator alaplap akkumulator nyomtato halozat',
  ro: 'sursa-de-alimentare sursa= cablu cabluri imprimanta placa-de-baza retea',
  bg: 'диск= диска= дискът= захранван кабел вентилатор платка батери принтер сървър мрежа',
  el: 'δισκοσ= δισκου= δισκο= τροφοδοτικ καλωδι ανεμιστηρα μητρικη= μπαταρι εκτυπωτ δικτυ',
  sv: 'hårddisk harddisk natagg natdel kabel= flakt moderkort batteri= skrivare natverk',
  da: 'stromforsyning kabel= kablet= blaeser bundkort batteri= netvaerk',
  fi: 'kovalevy levy= virtalahde kaapeli tuuletin emolevy akku= tulostin kytkin verkko',
  et: 'kovaketas ketas= toiteplokk kaabel ventilaator emaplaat aku= vork=',
  lt: 'diskas= disko= maitinimo-blokas maitinimo kabelis kabelio ventiliator plokste= spausdintuv tinklas',
  lv: 'disks= diska= barosanas= kabelis kabela ventilators mateplate akumulator printeris tikls=',
  hr: 'napajanje kabela= kabel ventilator ploca= pisac mreza=',
  sl: 'napajalnik kabla= kabel ventilator plosca= tiskalnik omrezje',
  ga: 'diosca cabla gaothran ceallra printeir raca= freastalai lionra',
  mt: 'kejbil fann= batterija printer= provvista netwerk'
}

const [whole, beginnings] = [new Set<string>(), new Set<string>()]
for (const word of Object.values(parts).join(' ').split(' '))
  if (word.endsWith('=')) whole.add(word.slice(0, -1))
  else beginnings.add(word.replaceAll('-', ' '))

const longest = Math.max(...[...beginnings].map((word) => word.length))

const beginsAt = (folded: string, at: number): boolean => {
  for (let length = 3; length <= longest; length += 1) if (beginnings.has(folded.slice(at, at + length))) return true
  return false
}

const diagnosis =
  /(?<![a-z\u0370-\u04ff])(?:diagn[a-z]+|dijagnoz[a-z]*|dijanjosi|διαγνωση[σς]?|диагноза(?:та)?|rozpoznanie)(?![a-z\u0370-\u04ff])/g

/** Whether a folded text tells what is wrong with a machine, and nothing of a person. */
export const isOfAMachine = (folded: string): boolean => {
  let isPart = false
  for (const { 0: word, index } of folded.matchAll(new RegExp(`[${letters}]+`, 'g'))) {
    if ((aboutOf(word) & (about.illness | about.medicine | about.person)) !== 0 && !whole.has(word)) return false
    isPart ||= whole.has(word) || beginsAt(folded, index)
  }
  return isPart
}

/** A folded text without the word for a diagnosis, if that is one of a machine. */
export const withoutDiagnosisOfAMachine = (folded: string): string =>
  diagnosis.test(folded) && isOfAMachine(folded.replace(diagnosis, ' ')) ? folded.replace(diagnosis, ' ') : folded
