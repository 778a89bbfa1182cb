import { redactedJson } from '../charter/redacted.ts'

const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * One JSON document without credentials and personal data, as text that a terminal shows and does not obey: JSON.stringify writes out the controls below
 * U+0020, and this the rest of them.
 */
export const jsonText = (document: unknown): string =>
  JSON.stringify(redactedJson(document), undefined, 2).replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
