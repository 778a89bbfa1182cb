import { namesCredential } from './credential-names.ts'
import { personalByName } from './personal-names.ts'
import { type Sensitive, sensitiveText } from './sensitive-text.ts'

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
 * What is sensitive in words that quote JSON, also where the end of it is cut away: the whole, each text in it, and
 * each value by the key that leads to it.
 */
export const sensitiveInside = (name: string, words: string): ReadonlyArray<Sensitive> => {
  const whole = sensitiveText(name, /^"(?:[^"\\]|\\.)*"$/.test(words) ? unescaped(words.slice(1, -1)) : words)
  if (whole.length > 0) return whole
  const pairs = Array.from(words.matchAll(pair)).flatMap(ofPair)
  return pairs.length > 0
    ? pairs
    : Array.from(words.matchAll(literal)).flatMap(([, text = '']) => sensitiveText(name, unescaped(text)))
}
