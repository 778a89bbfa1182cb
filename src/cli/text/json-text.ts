const escaped = (character: string): string =>
  [...Array(character.length).keys()]
    .map((index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`)
    .join('')

/**
 * One JSON document, as text that a terminal shows and does not obey: JSON.stringify writes out the controls below
 * U+0020, and this the rest of them.
 */
export const jsonText = (document: unknown): string =>
  JSON.stringify(document, undefined, 2).replace(/[\u007f-\u009f\p{Cf}\p{Zl}\p{Zp}]/gu, escaped)
