import { fold, letters } from './fold.ts'
import { about, aboutOf } from './lexicon/lexicon.ts'
import { hasGivenName, personsIn } from './lexicon/names.ts'
import { speaksOfAHome } from './lexicon/home-words.ts'
import { isOfPremises, streetFirst, streetLast } from './lexicon/premises.ts'
import { speaksOfACompany } from './organisations.ts'
import { systems } from './words.ts'

/** The first word of a town. */
const town = "\\p{Lu}['’]?\\p{L}?[\\p{Ll}][\\p{L}'’.-]{0,30}"
/** A postal code with its town, in the forms of the countries of the EU. */
const forms = [
  // AT, BE, BG, CY, DE, DK, EE, ES, FI, FR, HR, HU, IT, LT, LU, LV, SI: `79100 Freiburg`, `LV-3401 Liepāja`
  `(?<![\\p{L}\\d.-])(?:[A-Z]{1,2}[- ]?)?\\d{4,5},? ${town}`,
  // CZ, GR, SE, SK: `460 01 Liberec`
  `(?<![\\p{L}\\d.-])(?:[A-Z]{1,2}[- ])?\\d{3} \\d{2},? ${town}`,
  // PL, PT: `30-147 Kraków`, `4810-512 Guimarães`
  `(?<![\\p{L}\\d.-])(?:\\d{2}-\\d{3}|\\d{4}-\\d{3}),? ${town}`,
  // NL: `9721 KX Groningen`
  `(?<![\\p{L}\\d.-])\\d{4} ?[A-Z]{2},? ${town}`,
  // RO: `Brașov 500123`, `500123 Brașov`
  `${town},? \\d{6}(?![\\d.])|(?<![\\p{L}\\d.-])\\d{6},? ${town}`,
  // LV, CY and others with the code behind: `Liepāja, LV-3401`
  `${town},? [A-Z]{2}-\\d{4,5}(?![\\d.])`,
  // MT: `Qormi QRM 2144`
  `${town},? [A-Z]{3} ?\\d{4}(?![\\d.])`,
  // IE: `Galway H91 W6PX`, `D24 XK51`
  `(?<![\\p{L}\\d])(?:[AC-FHKNPRTV-Y]\\d\\d|D6W) ?[0-9AC-FHKNPRTV-Y]{4}(?![\\p{L}\\d])`
].join('|')

const codes = new RegExp(forms, 'gu')

/** A street and its house, whichever comes first: `Gólya u. 11`, `7 Marlfield Close`. A word of the street is caught. */
const houses =
  /(\p{L}{3,30}[.'’)]?|\p{L}{1,2}\.|tn|pr|gt|vägen),? (?:(?:nr|no|č|c|br|št|st|n)\.? ?)?№?\d{1,4} ?[\p{L}]?(?![\d:%]|\.\d)|(?<![\d.,-])\d{1,4} ?[a-zA-Z]?,? (?:[\p{L}'’.-]{1,20} ){0,3}(?:[dl]['’])?(\p{Lu}\p{L}{2,30})/gu

/** A code that is written as a year is, and the ends of words for a street, folded. */
const yearLike = /^(?:[A-Z]{1,2}[- ])?(?:19|20)\d\d(?!\d)/
const street =
  /(?:str|strasse|gasse|weg|platz|allee|gade|vej|alle|straede|plein|laan|straat|kade|gracht|dreef|rue|avenue|chemin|utca|ut|ter|u|vagen|gatan|ul|iela|g)$/

/** Beginnings of words for a house of a company, an office, a hospital or machines, folded. */
const institutions = [
  'klini|clini|hospit|hopita|spital|szpital|nemocnic|korhaz|bolnic|bolnis|болниц|νοσοκομ|sjukhus|sygehus|sairaal|haigla|slimnic|ligonin|ospedal|ospideal|sptar|ziekenh|krankenh|kranken',
  'praxis|practice|cabinet|ambulato|apothe|pharma|farma|laborat|labor(?![a-z])|rechenz|data ?cent|datacent|datakesk|adatkozp|serverraum|server room|serverov|centrum danych|centro dati|centro de datos|centre de donnees',
  'universit|institut|campus|buro|bureau|office|ufficio|oficina|escritorio|kontor|toimisto|iroda|birou|kancel|biuro|biroj|офис|γραφει|warehouse|lager|magazyn|entrepot|almacen|magazzino|armazem|sklad|raktar|depozit|склад|αποθηκ',
  'headquarter|hq(?![a-z])|filiale|standort|branch|niederlassung|zentrale|behorde|ministeri|rathaus|school|schule|supplier|lieferant|firmensitz|werk(?![a-z])|gmbh|stiftung|foundation|fondation|fondazione|fundacja|fundacion'
].join('|')

const ofAHouse = new RegExp(`(?<![${letters}])(?:[${letters}]{0,12}-?)?(?:${institutions})`)

/** Streets that are called after a house: `Spitalgasse`, `rue de l'Hôpital`. */
const calledAfter = new RegExp(
  `[${letters}]{4,30}(?:str|strasse|gasse|weg|platz|allee|gade|vej|straat|laan|plein|vagen|gatan|utca|ter|iela|katu|tie)(?![${letters}])|(?<![${letters}])(?:rue|avenue|place|via|viale|piazza|calle|plaza|rua|largo|travessa|ul|ulica|ulice|str|strada|ул|οδοσ|triq|bothar|sraid)[. ][^\\d,;]{1,40}`,
  'g'
)

const isInstitution = (folded: string): boolean => ofAHouse.test(folded.replace(calledAfter, ' '))

/** Whether a word can be of a street or a town. A word for a system cannot. */
const isOfPlace = (word: string): boolean => (aboutOf(fold(word)) & about.system) === 0

/** Whether a text has a street with a house, and a postal code with its town. */
export const isAddress = (text: string): boolean =>
  (text.match(codes) ?? []).some((code) => {
    const rest = text.replaceAll(code, ' ; ')
    const words = Array.from(rest.matchAll(houses), ([, first, second]) => first ?? second ?? '').filter(isOfPlace)
    const isOfTown = (code.match(/\p{L}{3,}/gu) ?? []).every(isOfPlace)
    return isOfTown && words.some((word) => !yearLike.test(code) || street.test(fold(word)))
  })

const word = new RegExp(`[${letters}]+`, 'g')

/** Whether a text speaks of a hospital, an office, a data centre or a rack, and of no person. */
export const isOfInstitution = (text: string): boolean => {
  const folded = fold(text)
  return (
    (isInstitution(folded) || isOfPremises.test(folded.replace(calledAfter, ' '))) &&
    !hasGivenName(text.replace(streetFirst, ' ').replace(streetLast, ' ')) &&
    (folded.match(word) ?? []).every((each) => (aboutOf(each) & about.person) === 0)
  )
}

const ofSystems = new Set(systems.split(', '))

/** A street with its house in capitals, and a town behind it: `Lipová 14/3, Brno`, `22 Ballinteer Rise, Dublin`. */
const houseInTown =
  /((?<![\p{L}.-])\p{Lu}[\p{L}.'’-]{2,30})(?: \p{L}[\p{L}.'’-]{1,20}){0,2} \d{1,4}[ ]?[a-zA-Z]?(?:[ /-]\d{1,4})?(?:[ .,]{1,2}\p{L}{1,4}\.?)?,? (?:[A-Z]{0,2}[ -]?[\d -]{3,8},? )?\p{Lu}\p{Ll}{2,}|(?<![\d.,-])\d{1,4}[a-zA-Z]?,? (?:\p{L}[\p{L}'’.-]{1,20} ){0,3}((?:\p{Ll}{1,3}-)?\p{Lu}[\p{L}'’-]{2,30}), \p{Lu}\p{Ll}{2,}/gu

/** Whether a text tells of a home in words, and has a street with a house and a town. */
const isHomeByWord = (text: string, folded: string): boolean =>
  speaksOfAHome.test(folded) &&
  Array.from(text.matchAll(houseInTown), ([, first, second]) => first ?? second ?? '').some(
    (each) => isOfPlace(each) && !ofSystems.has(fold(each))
  )

/** Whether a text has a house and its town beside a word for a home or a name. */
export const homeIn = (text: string): string | undefined => {
  if (!/\d/.test(text)) return undefined
  const folded = fold(text)
  if (speaksOfACompany(folded) || isInstitution(folded)) return undefined
  if (isHomeByWord(text, folded)) return 'postal address'
  const withoutStreets = text.replace(streetFirst, (each) => ' '.repeat(each.length))
  const isFound = personsIn(withoutStreets).some(
    ({ from, to }) => isAddress(text.slice(to, to + 140)) || isAddress(text.slice(Math.max(0, from - 140), from))
  )
  return isFound ? 'postal address' : undefined
}
