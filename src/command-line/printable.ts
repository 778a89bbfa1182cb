import { redacted, redactedJson } from '../charter/redacted.ts'
import type { JsonObject } from '../terraform/json.ts'
import { placesHere, withoutPlaces } from './places.ts'

const LIMIT = 600
/** A credential that begins in what is printed is whole in this much more. */
const BEYOND = 8_000

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * The text with every character written out that a terminal would obey or hide. Those are controls, escapes, direction
 * marks, zero widths, line separators and half surrogates. So nothing from a stack can repaint what a person reads.
 */
export const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => SHORT[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`
  )

/**
 * One line of at most about `limit` UTF-16 units that is safe to print. It is without a credential or a personal datum,
 * which is looked for before anything is cut. What was left out is counted.
 */
export const printable = (text: string, limit = LIMIT): string => {
  const safe = redacted(text.slice(0, limit + BEYOND))
  return safe.length <= limit && text.length <= limit + BEYOND
    ? visible(safe)
    : `${visible(safe.slice(0, limit))}… (${Math.max(text.length, safe.length) - Math.min(limit, safe.length)} characters more)`
}

/** A document of a stack without credentials and personal data, in its texts and in its keys. */
export const printableDocument = (document: JsonObject): JsonObject => redactedJson(document) as JsonObject

/** A number with its noun: `1 problem`, `2 problems`. */
export const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`

const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * One JSON document without credentials, personal data and places of this machine, as text that no terminal obeys.
 * JSON.stringify writes out the controls below U+0020, and this the rest of them.
 */
export const jsonText = (document: unknown): string => {
  const places = placesHere()
  const told = (_: string, value: unknown): unknown =>
    typeof value === 'string' ? withoutPlaces(value, places) : value
  return JSON.stringify(redactedJson(document), told, 2).replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
}
