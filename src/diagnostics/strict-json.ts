import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'

/** The longest text that is read, in characters: a state of 50 MB is, with room to spare. */
export const LONGEST_JSON = 64 * 1024 * 1024
/** How deep lists and objects may stand in each other. OpenTofu writes states and plans of about 20 levels. */
const DEEPEST = 100
/** The most values, and the most characters of texts, of one JSON text. A state or plan of a stack has a fiftieth. */
const MOST_VALUES = 200_000
const MOST_CHARACTERS = 16 * 1024 * 1024

/** What stands in the place of bytes that are not UTF-8, where a decoder did not report them. */
const REPLACEMENT = '\uFFFD'

/**
 * The text of UTF-8 bytes, as another program would read it. A byte order mark stays in it. U+FFFD stands for bytes that are not
 * UTF-8.
 */
export const textOf = (bytes: Uint8Array): string => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)

const [QUOTE, BACKSLASH, COLON, MINUS, COMMA] = [34, 92, 58, 45, 44]

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isSpace = (code: number): boolean => code === 32 || code === 10 || code === 13 || code === 9

/** Where a text ends that begins at a quote; -1 where it does not end. */
const closingQuote = (text: string, from: number): number => {
  for (let at = text.indexOf('"', from + 1); at !== -1; at = text.indexOf('"', at + 1)) {
    let before = at - 1
    while (text.charCodeAt(before) === BACKSLASH) before--
    if ((at - before) % 2 === 1) return at
  }
  return -1
}

/** A number as OpenTofu or JavaScript writes it. JavaScript gives each power of ten its sign. */
const written = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/

/** A decimal number by its sign, its digits and its power of ten, so that equal ones are equal texts. */
const decimal = (token: string): string => {
  const [, sign = '', whole = '', part = '', power = '0'] = written.exec(token) ?? []
  const digits = `${whole}${part}`.replace(/^0+/, '')
  const kept = digits.replace(/0+$/, '')
  return kept === '' ? `${sign}0` : `${sign}${kept}e${Number(power) - part.length + digits.length - kept.length}`
}

/**
 * A number without an exponent and without zeros at the end of a fraction. `4.0` and `1e3` are whole numbers in JavaScript and
 * not in Go.
 */
const plain = /^-?(?:0|[1-9]\d*)(?:\.\d*[1-9])?$/

/**
 * Whether a number is written in the one way that OpenTofu has, and JavaScript reads exactly that number. The numbers 1e999 and
 * -0 are not exact.
 */
const isExact = (token: string): boolean =>
  plain.test(token) &&
  ((token.length <= 15 && !token.startsWith('-0')) || decimal(token) === decimal(String(Number(token))))

const number = /[-+.\deE]+/y

const numberAt = (text: string, from: number): string => {
  number.lastIndex = from
  return number.exec(text)?.[0] ?? ''
}

const isKey = (text: string, after: number): boolean => {
  let at = after
  while (isSpace(text.charCodeAt(at))) at++
  return text.charCodeAt(at) === COLON
}

/** What a text in quotes says; undefined where it is none, or holds half a character. */
const saidBy = (quoted: string): string | undefined => {
  if (!quoted.includes('\\')) return quoted
  try {
    const said: unknown = JSON.parse(quoted)
    return typeof said === 'string' && said.isWellFormed() ? `"${said}"` : undefined
  } catch {
    return undefined
  }
}

/**
 * What JSON.parse would take and must not; undefined where there is no such thing. In one pass, however the text is, and
 * with memory for no more values and characters than may be made of it.
 */
const fault = (text: string): string | undefined => {
  const open: Array<Set<string> | undefined> = []
  let values = 0
  let characters = 0
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    if (code === QUOTE) {
      const end = closingQuote(text, at)
      characters += end - at
      if (characters > MOST_CHARACTERS) return `texts of more than ${MOST_CHARACTERS} characters`
      const said = end === -1 ? undefined : saidBy(text.slice(at, end + 1))
      if (said === undefined) return `a text that does not end or is not valid, at character ${at}`
      const keys = open.at(-1)
      if (keys !== undefined && isKey(text, end + 1)) {
        if (keys.has(said)) return `a key that is written twice, at character ${at}`
        keys.add(said)
      }
      at = end
    } else if (code === COMMA) {
      if (++values > MOST_VALUES) return `more than ${MOST_VALUES} values`
    } else if (code === 123 || code === 91) {
      if (++values > MOST_VALUES) return `more than ${MOST_VALUES} values`
      if (open.push(code === 123 ? new Set() : undefined) > DEEPEST) return `more than ${DEEPEST} levels`
    } else if (code === 125 || code === 93) open.pop()
    else if (code === MINUS || isDigit(code)) {
      const token = numberAt(text, at)
      if (!isExact(token)) return `a number that is not kept as it is written, at character ${at}`
      at += token.length - 1
    }
  }
  return undefined
}

/**
 * The value of a JSON text that every reader reads alike, or what is wrong with the text. The fault is told in a noun phrase
 * that holds nothing of the text. Refused besides what is not JSON: a key twice in one object, lists and objects more than 100
 * deep, a number that JavaScript would round or Go write otherwise, half a character, bytes that were not UTF-8, more than 64
 * Mi characters, 16 Mi of them in texts, or 200,000 values. A value that is refused so is never made. Go takes the last of two
 * keys, and keys of a known record in any case: the second is the closed codec's to refuse. Never throws.
 * Sources: RFC 8259 §4, §6; RFC 7493 (I-JSON); Go, encoding/json, Unmarshal.
 */
export const strictJson = (text: string): E.Either<string, unknown> => {
  if (text.length > LONGEST_JSON) return E.left(`a text of more than ${LONGEST_JSON} characters`)
  if (text.includes(REPLACEMENT) || !text.isWellFormed()) return E.left('bytes that are not UTF-8')
  const wrong = fault(text)
  return wrong === undefined
    ? E.tryCatch(
        () => JSON.parse(text) as unknown,
        () => 'a text that is not JSON'
      )
    : E.left(wrong)
}

/** The JSON that a text from outside holds, where every reader reads it alike; none when it holds none. */
export const jsonOf = (text: string): O.Option<unknown> => O.fromEither(strictJson(text))
