import { fold, letters, wordsOf } from './fold.ts'
import { credentialByItself } from './credentials.ts'
import { remembered } from './reading.ts'

/** What is public by its frame. Source: RFC 7468; RFC 4880, "Forming ASCII Armor"; RFC 4716. */
const framed =
  /-{4,5} ?BEGIN ((?:[A-Z\d]+ ){0,3}(?:PUBLIC KEY|CERTIFICATE|CERTIFICATE REQUEST|CRL|PARAMETERS)(?: BLOCK)?) ?-{4,5}[A-Za-z\d+/=\s\\.:,"()]{20,40000}-{4,5} ?END \1 ?-{4,5}(?:\\n)?/g

/** Public keys of minisign and age by their look. Those of SSH are in references.ts. Source: minisign(1); age, "Native X25519 recipients". */
const bare =
  /(?:untrusted comment: [\w ]{0,60}\s)?(?<![\w+/=-])(?:RW[A-Za-z\d+/]{54}|age1[02-9ac-hj-np-z]{58})(?![\w+/=-])/g

/** "Public" and "key" in the languages of the EU, folded. */
const open =
  'public|publi[ck][a-z]{0,3}|pubbli[ck]a|publiek[e]?|openbare|offentli[a-z]{1,5}|oeffentlich[a-z]{0,2}|verejn[a-z]|javni|javnog|nyilvanos|avalik|julkinen|phoibli|viesas[a-z]{0,2}|publisk[a-z]{1,2}|публич[а-я]{2,4}|δημοσι[α-ω]{1,3}|ανοι[α-ω]{2,4}'
const key =
  'key|schlussel|schluessel|cle|clef|clave|llave|chiave|chave|sleutel|klucz|klic|kluc|kljuc|kulcs|cheie|cheia|nyckel|nogle|noegle|avain|voti|raktas|atslega|eochair|cavetta|ключ|κλειδι'
const publicKey = new RegExp(
  `(?<![${letters}])(?:(?:${open})[ _-](?:${key})|(?:${key})[ _-](?:${open})|offentlignogle)(?![${letters}])[^${letters}\\d]{0,4}$`
)
const drawn = /(?<![\w+/=])[A-Za-z\d+/]{40,800}={0,2}(?![\w+/=])/g

/** A text without keys that stand right behind the words for a public one. */
const withoutNamed = (text: string): string =>
  text.replace(drawn, (each, at: number) => (publicKey.test(fold(text.slice(Math.max(0, at - 50), at))) ? '<>' : each))

/** Whether a name says that its value is a public key. The same names come again and again. */
const isPublic = remembered((name) => wordsOf(name).some((words) => publicKey.test(words)))

/** Whether a frame says public and a private key stands in it. */
const holdsPrivate = (block: string): boolean => credentialByItself(block)?.startsWith('private key') === true

/**
 * A text without public keys and certificates, under any name: all may read them. A key without a frame is one behind the
 * words for it, or under them.
 */
export const withoutPublicKeys = (name: string, text: string): string => {
  const rest = text
    .replace(framed, (block) => (holdsPrivate(block) ? block : '<>'))
    .replace(bare, '<>')
    .replace(/^(?:<>\s*)+$/, '<>')
  return (isPublic(name) ? withoutNamed(`public key ${rest}`).slice('public key '.length) : withoutNamed(rest)).trim()
}
