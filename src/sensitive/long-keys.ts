import { fold, letters } from './fold.ts'
import { namesACredential } from './named-credentials.ts'

/** "Key" and "secret" in the official languages of the EU, folded, with their endings. */
const keys = new RegExp(
  `(?:${[
    'key|keys|secret|seed|semilla|totp|schlussels?|schluessels?|sleutels?|nyckeln?|nyckels|nycklar|nogle[rn]?|noglen|nokkel|cles?|claves?|llaves?',
    'chiav[ei]|chaves?|klucz[a-z]{0,3}|klic[a-z]{0,3}|kluc[a-z]{0,3}|kljuc[a-z]{0,3}|kulcs[a-z]{0,5}|chei[ea]|cheii|ключ[а-я]{0,4}',
    'κλειδ[α-ω]{1,4}|avain|avaimen|avaimet|voti|votme[a-z]{0,3}|rakt(?:as|o|u|ai)|atsleg[a-z]{0,3}|cavett[ai]|eochair|eochrach'
  ].join('|')})(?![${letters}\\d])`,
  'g'
)

/** "Part" and "half", folded: a key that is written in two. */
const parts = new RegExp(
  `(?<![${letters}])(?:parts?|hal(?:f|ves)|teilen?|halften?|parties?|moities?|partes?|parti|mitad|metade?|meta|delen?|deel|helft|czesci|polow[a-z]{1,3}|casti?|castech|pulky?|reszben|resz|fele|jumatat[a-z]{1,2}|част[а-я]{0,3}|половин[а-я]|μερ[α-ω]{2,3}|μισ[α-ω]{1,2}|delar|halvor|dele|osassa|osaa?|puolikas|dalys|dalis|dalas|dala|dijel[a-z]|dva dela|polovic[a-z]|cuid|leath|partijiet|nofs)(?![${letters}])`
)

/** What says that digits are the digest or the name of a thing, and open nothing. */
const digest = new RegExp(
  `(?<![${letters}])(?:sha-?\\d*|md5|commit|etag|checksum|digest|hash|hashes|fingerprint|empreinte|huella|impronta|prufsumme|controlesom|kontrollsumm[ae]|suma|tiiviste|cache|public(?: ?keys?)?|offentlich[a-z]*|publique|publica|pubblica|openbare|publiczny|verejny|image|layer|revision|trace|span|request|etags|blake\\d?)(?![${letters}])`
)

const drawn = /(?<![\p{L}\d_+/=.-])[A-Za-z\d+/]{10,4000}={0,2}(?![\p{L}\d_+/=-]|\.\w)/gu

const kinds = [/[a-z]/, /[A-Z]/, /\d/]

/** Whether letters and digits are drawn at random, by how often their kind changes. A path or a name changes seldom. */
const isDrawn = (text: string): boolean => {
  if (/^[\da-f]+$/.test(text)) return /\d[a-f]/.test(text) && /[a-f]\d/.test(text)
  const rows = (text.match(/[a-z]{3,}/g) ?? []).join('').length
  return (
    kinds.every((kind) => kind.test(text)) &&
    rows <= text.length * 0.45 &&
    new Set(text).size >= Math.min(text.length / 3, 30)
  )
}

/** From this length on, a row of letters and digits is a key behind that word. */
const isWhole = (text: string): boolean => text.length >= (/^[\da-f]+$/.test(text) ? 32 : 24)

/** A longer row is of a private key beside a word for a credential or a part. */
const mostOfAKey = 120

/** Whether a text gives a key of letters and digits beside a word for one, whole or in parts. Digests are named as such. */
export const longKeyIn = (text: string): string | undefined => {
  const found = Array.from(text.matchAll(drawn)).filter(({ 0: each }) => isDrawn(each))
  if (found.length === 0) return undefined
  const said = fold(text.replace(drawn, (each) => (isDrawn(each) ? ' ' : each)))
  if (digest.test(said)) return undefined
  const isKey = Array.from(said.matchAll(keys)).length > 0
  const isOpening = parts.test(said) || namesACredential(said)
  if (isKey && found.some(({ 0: each }) => isWhole(each) && (each.length <= mostOfAKey || isOpening)))
    return 'key beside its name'
  const halves = found.filter(({ 0: each }) => each.length >= 12)
  return halves.length >= 2 && parts.test(said) ? 'key in parts' : undefined
}
