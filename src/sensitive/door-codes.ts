import { fold, letters } from './fold.ts'
import { type Table, namesIn } from './names-in.ts'

/** What the code of a door, an alarm or a safe is called, in the official languages of the EU. */
const doorCodes: Table = {
  en: 'door code, gate code, entry code, alarm code, safe code, safe combination, lock code, keypad code',
  de: 'Türcode, Türkode, Torcode, Alarmcode, Tresorcode, Safecode, Code der Tür, Code für die Tür, Code Tür, Code Alarm',
  fr: 'code porte, code de la porte, digicode, code alarme, code de l’alarme, code du coffre, code d’entrée',
  es: 'código puerta, código de la puerta, código alarma, código de la alarma, código de la caja fuerte, código de entrada',
  it: 'codice porta, codice della porta, codice allarme, codice dell’allarme, codice della cassaforte, codice cancello',
  pt: 'código porta, código da porta, código do alarme, código do cofre, código de entrada, código do portão',
  nl: 'deurcode, code van de deur, alarmcode, kluiscode, poortcode',
  pl: 'kod drzwi, kod do drzwi, kod do bramy, kod alarmu, kod do alarmu, kod do sejfu',
  cs: 'kód dveří, kód ke dveřím, kód od dveří, kód alarmu, kód k alarmu, kód od trezoru',
  sk: 'kód dverí, kód od dverí, kód alarmu, kód od trezora',
  hu: 'ajtókód, kapukód, riasztókód, ajtó kódja, riasztó kódja, széf kódja',
  ro: 'cod ușă, codul ușii, cod alarmă, codul alarmei, codul seifului, cod interfon',
  bg: 'код врата, код на вратата, код за вратата, кодът за вратата, код за алармата, код на сейфа, kodat za vratata, kod za vratata',
  el: 'κωδικός πόρτας, κωδικός της πόρτας, κωδικός συναγερμού, κωδικός χρηματοκιβωτίου, kodikos portas, kodikos tis portas',
  sv: 'dörrkod, portkod, larmkod, kod till dörren, kod till larmet',
  da: 'dørkode, alarmkode, kode til døren, kode til alarmen',
  fi: 'ovikoodi, oven koodi, hälytyskoodi, hälyttimen koodi, kassakaapin koodi',
  et: 'uksekood, ukse kood, valvekood, seifi kood',
  lt: 'durų kodas, vartų kodas, signalizacijos kodas, seifo kodas',
  lv: 'durvju kods, vārtu kods, signalizācijas kods, seifa kods',
  hr: 'šifra vrata, kod vrata, šifra za vrata, kod za vrata, šifra za ulaz, kod za ulaz, šifra alarma, kod sefa',
  sl: 'koda vrat, koda za vrata, koda za vhod, koda alarma, koda sefa',
  ga: 'cód dorais, cód an dorais, cód an aláraim',
  mt: 'kodiċi tal-bieb, kodiċi tal-allarm'
}

const named = namesIn(doorCodes)

const is = 'is|was|ist|lautet|est|es|e|jest|to|je|este|е|ειναι|einai|ar|er|on|yra|ir|huwa|hu|a|az'
const digits = String.raw`["'(]?[#*]?\d{3,8}[#*]{0,2}["')]?(?![\w%-]|[.,]\d| ?%)`
const words = `(?:[ ,]{1,2}[${letters}'-]{1,20}){0,5}?`

/** The digits, a few words behind the name. A year is none, unless a verb or a mark stands right before it. */
const behind = new RegExp(`^(${words})(?:\\s?[:=]\\s?|[ ](?:${is})[ ]|[ ](?!(?:19|20)\\d\\d(?![\\d#*])))${digits}`)

/** What between the two says that the digits are another number. */
const other = new RegExp(
  `(?<![${letters}])(?:polic[a-z]+|version|v|release|rev|firmware|model|modell[oe]?)(?![${letters}])|(?<![${letters}])(?:room|raum|zimmer|salle|sala|floor|etage|ticket|issue|order|po|nr|no|numero|port)$`
)

/** Whether a text tells the code of a door, an alarm or a safe: `Türcode Serverraum 4711#`. */
export const doorCodeIn = (text: string): string | undefined => {
  if (!/\d{3}/.test(text)) return undefined
  const folded = fold(text)
  const isTold = named(folded).some(({ to }) => {
    const [whole, between = ''] = behind.exec(folded.slice(to, to + 140)) ?? []
    return whole !== undefined && !other.test(between)
  })
  return isTold ? 'code of a door' : undefined
}
