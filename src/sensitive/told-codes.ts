import { fold, letters } from './fold.ts'
import { codes, doorCodes, places, signInCodes } from './lexicon/codes.ts'
import { namesIn } from './names-in.ts'

const doors = namesIn(doorCodes)
const codesIn = namesIn(codes)
const placesIn = namesIn(places)
const signIns = namesIn(signInCodes)

const is = 'is|was|ist|lautet|est|es|e|jest|to|je|este|е|ειναι|einai|ar|er|on|yra|ir|huwa|hu|a|az'
const digits = String.raw`["'(]?[#*]?[a-f]?\d(?:[*#]?\d){2,7}[a-f]?[#*]{0,2}["')]?(?![\w%-]|[.,]\d| ?%)`
const wordsBehind = (most: number): string =>
  `(?:-[${letters}]{1,3})?(?:[ ,]{1,2}[${letters}'-]{1,20}\\d{0,2}){0,${most}}?(?:[ ]\\d{1,2}(?=:))?`

/** The digits, a few words behind the name. A year is none, unless a verb or a mark stands right before it. */
const behind = new RegExp(
  `^(${wordsBehind(5)})(?:\\s?[:=]\\s?|[ ](?:${is})[ ]|[ ](?!(?:19|20)\\d\\d(?![\\da-f#*])))${digits}`
)

/** Five digits or more, or two groups of them, and no day, month or span of time. */
const oneTime = new RegExp(
  `^(${wordsBehind(4)})(?:\\s?[:=]\\s?|[ ])["'(]?(?!(?:19|20)\\d\\d-?(?:0\\d|1[0-2])(?:[0-3]\\d)?(?!\\d))(?!(?:19|20)\\d\\d (?:19|20)\\d\\d)(?:\\d{3}[ -]\\d{3}|\\d{4} \\d{4}|\\d{4,5}-\\d{4,5}|\\d{5,10}|(?=[a-z-]{0,12}\\d)[a-z\\d]{4}(?:-[a-z\\d]{4}){1,3})(?![\\d%]|[.,]\\d| ?(?:%|s|sec|ms|min|[hd])(?![${letters}])| ?(?:sek|sec|min|byte|digit|ziff|chiff|dig|cif))`
)

const errors =
  'error|fehler|erreurs?|erro|errore|error[ei]s|blad|bled[ua]|bledow[a-z]*|chyb[ay]?|chybov[a-z]*|hiba|eroare|greska|greske|viga|vea|virhe|fel|fejl|klaid[a-z]*|klud[a-z]*|napak[ae]|грешка|σφαλμα[α-ω]*|earraid|zball'

/** What between the two says that the digits are another number. */
const other = new RegExp(
  `(?<![${letters}])(?:${errors}|polic[a-z]+|version|v|release|rev|firmware|model|modell[oe]?|ral)(?![${letters}])|(?<![${letters}])(?:(?<!(?:server|comms|data)[ ])room|raum|zimmer|salle|sala|floor|etage|ticket|issue|order|po|nr|no|numero|port|vlan)$`
)

/** What right before the word says that it is the code of another thing. */
const otherCode = new RegExp(
  `(?<![${letters}])(?:${errors}|exit|status|http|return|response|country|area|postal|zip|cost|promo|discount|source|qr|bar|product|project|colou?r|asset|model|vlan|activity)[ -]$`
)

const isTold = (folded: string, to: number): boolean => {
  const [whole, between = ''] = behind.exec(folded.slice(to, to + 140)) ?? []
  return whole !== undefined && !other.test(between)
}

/** Whether digits stand behind "code", and a place that they open near both. */
const opensAPlace = (folded: string): boolean =>
  codesIn(folded).some(({ from, to }) => {
    if (otherCode.test(folded.slice(0, from)) || !isTold(folded, to)) return false
    const near = folded.slice(Math.max(0, from - 60), to + 60)
    return placesIn(near).length > 0
  })

/** Whether a text tells the code of a door, as `Türcode Serverraum 4711#` does, or one to sign in with once. */
export const toldCodeIn = (text: string): string | undefined => {
  if (!/\d{3}|[A-Z\d]{4}-[A-Z\d]{4}/i.test(text)) return undefined
  const folded = fold(text)
  if (doors(folded).some(({ to }) => isTold(folded, to)) || opensAPlace(folded)) return 'code of a door'
  return signIns(folded).some(({ to }) => {
    const [whole, between = ''] = oneTime.exec(folded.slice(to, to + 120)) ?? []
    return whole !== undefined && !other.test(between)
  })
    ? 'code to sign in with'
    : undefined
}
