import { fold, letters } from './fold.ts'
import { canBeName, fullNamesIn, isGivenName } from './lexicon/names.ts'
import { numberedThing } from './lexicon/numbered-things.ts'
import { isCarried, isOwn, isShared, joinsNumber } from './lexicon/telephones.ts'
import { speaksOfABusinessNumber } from './organisations.ts'

/** Words for calling a person, folded, in the official languages of the EU. */
const calling = new RegExp(
  `(?<![${letters}])(?:${[
    'call|ring|ringa|rings|phone|dial|reach|text|anruf[a-z]*|anzurufen|ruf|rufen|ruft|erreichbar|appel(?:er|ez|le)|joindre|telephoner',
    'llam[ae]r?|llamad|avisar|chiam(?:are|a|ate)|telefonare|lig(?:ar|ue|uem)|telefonar|bel|bellen|belt|soit(?:a|taa|takaa)',
    'helista(?:da|ge)?|kutsu(?:ge|da)?|zvan(?:it|i|iet)|skambin(?:ti|kite|k)|(?:za)?dzwon(?:ic|i|cie)?|(?:za)?vol(?:at|ej|ejte|aj|ajte)',
    'hiv(?:d|ja|ni|jatok|hato)|sun(?:a|ati|ati-l|ati-o)|звън(?:и|ете|нете|ни)|(?:позвън|обад)[а-я]*|καλ(?:εσ|ειτε|ω)[α-ω]*|τηλεφων[α-ω]*',
    'παρτε|παρε|nazv?(?:ati|ite|ovi)|zov(?:i|ite|nite)|poklic(?:i|ite|ati)|klic(?:i|ati|ite)|glao(?:igh|ch)?|cempel|cemplu'
  ].join('|')})(?![${letters}])`
)

const numbers =
  /(?<![\w.+/-])(?!\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?!\d|[. /-]\d))(?!\d{1,3}(?:\.\d{1,3}){3}(?![.\d]))(?!(?:19|20)\d\d[ /-](?:19|20)\d\d(?! ?\d))\(?\d(?:[ ()./-]{0,2}\d){7,11}(?![\w/-]|[. ]\d)/g
const free = /^\(?0{0,2}[89]00|^\(?0180/

const isOfFullName = (text: string, number: string, at: number): boolean => {
  const before = text.slice(Math.max(0, at - 80), at)
  const near = `${before} ; ${text.slice(at + number.length, at + number.length + 40)}`
  const names = fullNamesIn(near)
  if (names.length === 0) return false
  const isNational = /^\(?0\d*[ )./-]/.test(number)
  const isAlone = at + number.length === text.length && /^[ \p{L}'’-]{5,60}[,:]? ?$/u.test(text.slice(0, at))
  return (
    isNational ||
    (isAlone && /^(?:\d{2,3}[ .-]){2,3}\d{2,4}$/.test(number)) ||
    calling.test(fold(before)) ||
    names.some((pair) => pair.some((word) => isGivenName(fold(word))))
  )
}

const wordsIn = (text: string): ReadonlyArray<string> => text.match(/[\p{L}'’-]{1,30}/gu) ?? []

const isName = (word: string): boolean => /^\p{Lu}\p{Ll}/u.test(word) && isGivenName(fold(word).replace(/'s$/, ''))

/**
 * Whether a word of one kind stands first in a row of words. Before it may be words for a telephone, and names where one is a
 * given name or the number begins as those of a country do.
 */
const leadsTo = (isWanted: (folded: string) => boolean, words: ReadonlyArray<string>, isNational: boolean): boolean => {
  const at = words.findIndex((word) => isWanted(fold(word)))
  const others = words.slice(0, Math.max(0, at)).filter((word) => !joinsNumber(fold(word)))
  return (
    at >= 0 &&
    (others.length === 0 || isNational || others.some(isName)) &&
    others.every((word) => /^\p{Lu}\p{Ll}/u.test(word) && (isName(word) || canBeName(word)))
  )
}

/** A day without marks, and as many digits as an account of AWS has. */
const otherDigits = /^(?:(?:19|20)\d{6}|[1-9]\d{11})$/

/** Whether a number is told as one person's own. A name beside a word for a mobile telephone tells it too. */
const isOwnNumber = (text: string, number: string, at: number): boolean => {
  if (otherDigits.test(number)) return false
  const before = wordsIn(text.slice(Math.max(0, at - 60), at).replace(/.*[;\n]|.*\d{4}/s, ''))
  const behind = wordsIn(/^[^;\n\d]{0,40}/.exec(text.slice(at + number.length))?.[0] ?? '')
  const isNational = /^\(?0/.test(number)
  const tells = (isWanted: (folded: string) => boolean): boolean =>
    leadsTo(isWanted, before.toReversed().slice(0, 5), isNational) ||
    (behind.length < 4 && leadsTo(isWanted, behind, isNational))
  if (tells(isOwn)) return true
  const near = [...before, ...behind]
  return near.some(isName) && !isShared(fold(text)) && (tells(isCarried) || (near.length === 1 && isNational))
}

const isOfPerson = (text: string, number: string, at: number): boolean =>
  !free.test(number) &&
  !numberedThing.test(fold(text.slice(Math.max(0, at - 80), at))) &&
  ((/\d[ ./-]+\d|^\(?0/.test(number) && isOfFullName(text, number, at)) || isOwnNumber(text, number, at))

/** Whether a text gives the number of one person: written as at home, or told as their own. */
export const contactIn = (text: string): string | undefined =>
  /\d\D{0,2}\d/.test(text) &&
  Array.from(text.matchAll(numbers)).some(({ 0: number, index }) => isOfPerson(text, number, index)) &&
  !speaksOfABusinessNumber(fold(text))
    ? 'phone number'
    : undefined
