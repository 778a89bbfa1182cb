import { fitsName, isAboutPerson, namesCredential, personalByName } from './key-names.ts'
import { credentialIn } from './credentials.ts'
import { fold } from './fold.ts'
import { saysNothing } from './words.ts'
import { bareNumberIn, personalDataIn } from './personal-data.ts'
import { inWindows, plain, remembered } from './reading.ts'

/** What is sensitive about a text: never the text itself. */
export type Sensitive = { readonly kind: 'credential' | 'personal-data'; readonly what: string }

const sensitive = (kind: Sensitive['kind'], what: string | undefined): ReadonlyArray<Sensitive> =>
  what === undefined ? [] : [{ kind, what }]

/** What is sensitive about a text by what it looks like. */
const byLook: (text: string) => ReadonlyArray<Sensitive> = remembered((text) => [
  ...sensitive(
    'credential',
    inWindows(text, (piece) => credentialIn(plain(piece)))
  ),
  ...sensitive(
    'personal-data',
    inWindows(text, (piece) => personalDataIn(plain(piece)))
  )
])

const nameOf = remembered((key) => (namesCredential(key) ? 'credential' : personalByName(key)))

const reference = /^\$\{[\w.[\]-]+\}$/

/**
 * What is sensitive about a text by the key that it stands under. A text that is empty, a reference, an ARN or a plain
 * "none" is not.
 */
const byName = (key: string, text: string): ReadonlyArray<Sensitive> => {
  const name = nameOf(key)
  if (name === undefined || reference.test(text) || text.startsWith('arn:')) return []
  if (saysNothing(fold(text.slice(0, 200)).trim())) return []
  if (name === 'credential') return sensitive('credential', 'literal value under the name of a credential')
  return fitsName[name](text.slice(0, 1_000))
    ? sensitive('personal-data', `literal value under the name of a personal ${name}`)
    : []
}

const bareNumber = remembered((piece) => (/\d{8}/.test(piece) ? bareNumberIn(plain(piece)) : undefined))

/** A number whose checksum says little, beside a name or a word that says that it is a person's. */
const byNumber = (key: string, text: string): ReadonlyArray<Sensitive> =>
  sensitive(
    'personal-data',
    inWindows(text, (piece) => {
      const what = bareNumber(piece)
      return what !== undefined && isAboutPerson(key, piece) ? what : undefined
    })
  )

/** What is sensitive about a text. Its look decides, or else the key that leads to it, or both together. */
export const sensitiveText = (key: string, text: string): ReadonlyArray<Sensitive> => {
  const looks = byLook(text)
  if (looks.length > 0) return looks
  const named = byName(key, text)
  return named.length > 0 ? named : byNumber(key, text)
}

const literal = /"((?:[^"\\]|\\.)*)(?:"|$)/g
const pair = /"((?:[^"\\]|\\.)*)"\s*:\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^\s",\]}]+))/g

const unescaped = (text: string): string => {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}

const grouped = (key: string): ReadonlyArray<Sensitive> => {
  if (namesCredential(key)) return [{ kind: 'credential', what: 'values under the name of a credential' }]
  const name = personalByName(key)
  return name === 'fact' || name === 'number'
    ? [{ kind: 'personal-data', what: `values under the name of a personal ${name}` }]
    : []
}

const ofPair = ([, key = '', text, other = '']: RegExpExecArray): ReadonlyArray<Sensitive> =>
  /^[{[]/.test(other) ? grouped(unescaped(key)) : sensitiveText(unescaped(key), unescaped(text ?? other))

/**
 * What is sensitive in words that quote JSON, also where the end of it is cut away. It judges the whole, each text in
 * it, and each value by the key that leads to it.
 */
export const sensitiveInside = (name: string, words: string): ReadonlyArray<Sensitive> => {
  const whole = sensitiveText(name, /^"(?:[^"\\]|\\.)*"$/.test(words) ? unescaped(words.slice(1, -1)) : words)
  if (whole.length > 0) return whole
  const pairs = Array.from(words.matchAll(pair)).flatMap(ofPair)
  return pairs.length > 0
    ? pairs
    : Array.from(words.matchAll(literal)).flatMap(([, text = '']) => sensitiveText(name, unescaped(text)))
}
