import { unmixed } from './decoded.ts'

const plainer: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ς: 'σ',
  '’': "'"
}

/**
 * The letters of a folded text, to stand in brackets of a pattern. They are Latin, Greek and Cyrillic: `\p{L}` costs
 * far more.
 */
export const letters = 'a-z\u0370-\u04ff'

/** A text in small letters without accents: `Lösenord` and `losenord` are one word. The length may change. */
export const fold = (text: string): string =>
  /^[\t\n\r -~]*$/.test(text)
    ? text.toLowerCase()
    : text
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toLowerCase()
        .replace(/[ßæœøłđðþıħς’]/g, (letter) => plainer[letter] ?? letter)

/** As it is written where a keyboard has no umlauts: `Schluessel`. To fold a text is enough for `æ`. */
const withoutUmlauts = (text: string): string =>
  text.replace(
    /[äöüÄÖÜåÅøØđĐ]/g,
    (letter) => ({ ä: 'ae', ö: 'oe', ü: 'ue', å: 'aa', ø: 'oe', đ: 'dj' })[letter.toLowerCase()] ?? letter
  )

/** All words of a table of languages, folded, each once. */
export const foldedWords = (table: Readonly<Record<string, string>>): ReadonlySet<string> => {
  const all = Object.values(table).join(', ')
  return new Set(`${fold(all)}, ${fold(withoutUmlauts(all))}`.split(', '))
}

const inCamelCase = (key: string): string =>
  /^[ -~]*$/.test(key)
    ? key.replace(/([a-z\d])([A-Z])/g, '$1 $2').replace(/([A-Z])([A-Z][a-z])/g, '$1 $2')
    : key.replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2').replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')

const between = new RegExp(`[^${letters}\\d]+`, 'g')

const apart = (key: string): string => fold(key).replace(between, ' ').trim()

/**
 * The words of a key, folded, with a space between: `dateOfBirth`, `DATE_OF_BIRTH` and `date-of-birth` are
 * `date of birth`. Then the same without regard to capitals, for `GeburtsDatum`. Of a long key the first 300 characters.
 */
export const wordsOf = (key: string): ReadonlyArray<string> => {
  const text = unmixed(key.slice(0, 300).normalize('NFKC'))
  const [byCapitals, whole] = [apart(inCamelCase(text)), apart(text)]
  return byCapitals === whole ? [whole] : [byCapitals, whole]
}
