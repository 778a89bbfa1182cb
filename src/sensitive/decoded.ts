import { plain } from './reading.ts'

/** Letters of Greek and Cyrillic, small and capital, that look like the Latin one in the same place of `latin`. */
const alike = 'аеорсухіјѕкмтвнАЕОРСУХІЈЅКМТВНαεορτυνκιΑΕΟΡΤΥΝΚΙΒΗΜΧΖ'
const latin = 'aeopcyxijskmtbhAEOPCYXIJSKMTBHaeoptuvkiAEOPTYNKIBHMXZ'

const mixed = /(?:[A-Za-z](?=[\u0370-\u04ff])|[\u0370-\u04ff](?=[A-Za-z]))/

/** Words that mix Latin with letters that look like Latin are read as Latin: no language writes so. */
export const unmixed = (text: string): string =>
  text.replace(/[\p{L}\d]+/gu, (word) =>
    mixed.test(word) ? word.replace(/[\u0370-\u04ff]/g, (letter) => latin[alike.indexOf(letter)] ?? letter) : word
  )

const spaced = /(?<!\p{L})\p{L}(?: \p{L}){4,40}(?!\p{L})/gu
const cipheredPassword = /(?!password)p[a@4][s5$]{2}w[o0]r([dt])/gi

/** Letters with spaces between them, and `p@ssw0rd`, as the word that they spell. */
const spelt = (text: string): string =>
  text.replace(spaced, (word) => word.replaceAll(' ', '')).replace(cipheredPassword, 'passwor$1')

const withoutPercent = (text: string): string =>
  text.replace(/(?:%[0-9a-fA-F]{2})+/g, (written) => {
    try {
      return decodeURIComponent(written)
    } catch {
      return written
    }
  })

const isText = (text: string): boolean => text.length >= 10 && /^[\t\n\r -~\u00a0-\u04ff]*$/.test(text)

/** What is not UTF-8 becomes U+FFFD, which stands in no text here. */
const utf8 = new TextDecoder()

const textOf = (bytes: Uint8Array): string | undefined => {
  const text = utf8.decode(bytes)
  return isText(text) ? text : undefined
}

const fromHex = (written: string): string | undefined =>
  textOf(Uint8Array.from(written.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16)))

const fromBase64 = (written: string): string | undefined => {
  try {
    const binary = atob(written.replaceAll('-', '+').replaceAll('_', '/'))
    return textOf(Uint8Array.from(binary, (character) => character.charCodeAt(0)))
  } catch {
    return undefined
  }
}

const inHex = /(?<![0-9A-Za-z])(?:[2-7][0-9a-fA-F]){10,2000}(?![0-9A-Za-z])/g
const inBase64 = /(?<![\w+/-])(?=[A-Za-z0-9+/_-]{0,40}[A-Z0-9])[A-Za-z0-9+/_-]{14,4000}={0,2}(?![\w+/=])/g

const decodedBy = (
  text: string,
  form: RegExp,
  decode: (written: string) => string | undefined
): ReadonlyArray<string> => Array.from(text.matchAll(form)).flatMap(([written]) => decode(written) ?? [])

/** What the base64 and the hexadecimal of a text say, as it is written, where that is readable. */
export const encodedIn = (piece: string): ReadonlyArray<string> => {
  const text = plain(piece)
  return [...decodedBy(text, inHex, fromHex), ...decodedBy(text, inBase64, fromBase64)]
}

/**
 * What else a text says when it is decoded, from percent signs, look-alike letters, base64 or hexadecimal.
 * Only what decodes to readable text is there, so of nearly every text it is nothing.
 */
export const decodedIn = (piece: string): ReadonlyArray<string> => {
  const text = plain(piece)
  const others = new Set([spelt(unmixed(withoutPercent(text))), ...encodedIn(piece)])
  others.delete(text)
  return [...others]
}
