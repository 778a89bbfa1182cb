import { type Sensitive, byName, namesCredential, personalByName, sensitiveToTell } from './sensitive-text.ts'

const literal = /"((?:[^"\\]|\\.)*)(?:"|$)(\s*:)?/g
const pair = /"((?:[^"\\]|\\.)*)"\s*:\s*(?:"((?:[^"\\]|\\.)*)(?:"|$)|([^\s",\]}]+))/g

/** A text in the single quotes of our own words. */
const quoted = /'((?:[^'\\]|\\.)*)'/g

const unescaped = (text: string): string => {
  try {
    return String(JSON.parse(`"${text}"`))
  } catch {
    return text
  }
}

/** Why all that stands under a name is left out, where it names a credential or something of a person. */
const grouped = (key: string): ReadonlyArray<Sensitive> => {
  if (namesCredential(key)) return [{ kind: 'credential', what: 'values under the name of a credential' }]
  const name = personalByName(key)
  return name === 'fact' || name === 'number'
    ? [{ kind: 'personal-data', what: `values under the name of a personal ${name}` }]
    : []
}

/** Whether a key is the name of a credential, or of a fact or a number of a person. */
export const namesSensitive = (key: string): boolean => grouped(key).length > 0

const ofPair = ([, key = '', text, other = '']: RegExpExecArray): ReadonlyArray<Sensitive> =>
  /^[{[]/.test(other) ? grouped(unescaped(key)) : sensitiveToTell(unescaped(key), unescaped(text ?? other))

/** The name that a path of a file ends with, as in `./Patient 4711.ts`. */
export const asName = (path: string): string => path.replace(/^[\w.-]*\/(?:.*\/)?|\.[a-z]{2,4}$/g, '')

/** A name and what is written behind it: `accessToken=…`, `db_password: …`. What follows a space is seldom a value. */
const assigned =
  /(?<![\p{L}\d_.$/-])([\p{L}_][\p{L}\p{M}\p{Cf}\d_.*-]{2,60})["']?(?=(?:\s?=\s?|:\s?)["']?([^\s"'<>,;&)]{4,200}))/gu

/** A name and the quoted value behind it, as our own words tell data: `accessToken "…"`, `accesstoken ["…"]`. */
const beside = /(?<![\p{L}\d_.$-])([\p{L}_][\p{L}\p{M}\p{Cf}\d_.*-]{2,60}) [[{]?"([^"]{4,200})/gu

/** A name of several words that a value is denied of, as in a condition: `accessToken is not …`. */
const denied =
  /(?<![\p{L}\d_.$-])(?=[\p{L}\p{M}\p{Cf}\d_.*-]{0,60}(?:\p{Ll}\p{Lu}|[_-]))([\p{L}_][\p{L}\p{M}\p{Cf}\d_.*-]{2,60}) is not ([^\s"'<>,;&)]{4,200})/gu

/** What is sensitive in a plain text because it is assigned to a name: `accessToken=…`, `accessToken "…"`. */
export const assignedIn = (text: string): ReadonlyArray<Sensitive> =>
  [/[:=]/.test(text) ? assigned : [], text.includes('"') ? beside : [], text.includes(' is not ') ? denied : []]
    .flat()
    .flatMap((form) => Array.from(text.matchAll(form)))
    .flatMap(([, key = '', value = '']) => byAssignment(key, value))

const byAssignment = (key: string, value: string): ReadonlyArray<Sensitive> =>
  /[\d!$%&*?@^~#]/.test(value) ? byName(key, value) : []

/** So many texts in texts are opened: JSON in JSON in a text. */
const DEPTH = 4

const ofLiteral = (name: string, text: string, depth: number): ReadonlyArray<Sensitive> => {
  const found = [text, asName(text)].flatMap((each) => sensitiveToTell(name, each))
  if (found.length > 0) return found
  const inText = assignedIn(text)
  return inText.length > 0 || depth === 0 || !text.includes('"') ? inText : inside(name, text, depth - 1)
}

const MOST_OF_NAME = 60

/** A value can be the name of the value beside it, as in `{ Key, Value }`. */
const besideName = (values: ReadonlyArray<string>): ReadonlyArray<Sensitive> =>
  values.length < 2
    ? []
    : values
        .filter((text) => text.length <= MOST_OF_NAME && /^[\p{L}\p{M}\p{Cf}\d _.*-]+$/u.test(text))
        .flatMap(grouped)

const inside = (name: string, words: string, depth: number): ReadonlyArray<Sensitive> => {
  const isText = /^"(?:[^"\\]|\\.)*"$/.test(words)
  const whole = sensitiveToTell(name, isText ? unescaped(words.slice(1, -1)) : words)
  if (whole.length > 0) return whole
  const pairs = Array.from(words.matchAll(pair)).flatMap(ofPair)
  if (pairs.length > 0) return pairs
  const literals = Array.from(words.matchAll(literal))
  const texts = [
    ...literals.map(([, text = '']) => unescaped(text)),
    ...Array.from(words.matchAll(quoted), ([, text = '']) => text)
  ].flatMap((text) => ofLiteral(name, text, depth))
  if (texts.length > 0) return texts
  return besideName(literals.flatMap(([, text = '', colon]) => (colon === undefined ? [unescaped(text)] : [])))
}

/**
 * What is sensitive in words that quote JSON. The end of it may be cut away, and a text of it may be JSON again. It judges
 * the whole, each text in it, and each value by the key or the name beside it. `names` are those of the path, the last one
 * next to the words: under the name of a credential everything counts.
 */
export const sensitiveInside = (names: ReadonlyArray<string>, words: string): ReadonlyArray<Sensitive> => {
  const found = inside(names.at(-1) ?? '', words, DEPTH)
  return found.length > 0 ? found : names.slice(0, -1).flatMap(grouped)
}
