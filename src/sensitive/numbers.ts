import type { Row, Table } from './reading.ts'
import { luhnChecksumValidate, mod97base10Validate, weightedSum } from 'stdnum/lib/cjs/util/checksum.js'

/** Day, month and year of two digits each, as sources of regular expressions. */
export const day = '(?:0[1-9]|[12]\\d|3[01])'
export const month = '(?:0[1-9]|1[0-2])'
export const year = '\\d\\d'

/** A number as people write it. `holds` judges its digits and letters alone, in capitals. */
export const numberOf = (kind: string, written: string, holds: (compact: string) => boolean): Row => ({
  kind,
  written,
  holds: (text) => {
    const compact = text.replace(/[^A-Za-z0-9]/g, '').toUpperCase()
    return !isPlaceholder.test(compact) && holds(compact)
  }
})

/**
 * Whether a text is digits with at most one letter before them and nothing between. One of ten or eleven of all such
 * order numbers passes some checksum, so that only what stands beside it tells whose number it is.
 */
const isWeak = (text: string): boolean => /^[A-Z]?\d{8,13}$/i.test(text)

/** The same rows, of which bare digits are none. */
export const writtenApart = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  rows.map((row) => ({ ...row, holds: (text) => !isWeak(text) && row.holds(text) }))

const isPlaceholder = /^(\d)\1+$/

/**
 * A number stands by itself, neither in a longer word nor in a longer row of digits. So dates, versions and hashes hold
 * no number. One digit repeated is a placeholder and not a person's number, though many checksums let it pass.
 */
const alone = { before: '(?<![A-Za-z0-9]|\\d[-./])', after: '(?![A-Za-z0-9]|[-./]\\d)' }

/** Numbers with at least six digits in a row, single separators aside, or with the beginning of an IBAN. */
export const numberTable = (rows: ReadonlyArray<Row>, flags: Table['flags']): Table => ({
  ...alone,
  needs: /\d(?:[ ./()-]{0,2}\d){5}|[A-Za-z]{2}\d\d(?: ?[A-Za-z\d]{4}){2}/,
  flags,
  rows
})

/** Numbers that have letters in the place of digits. */
export const codeTable = (rows: ReadonlyArray<Row>): Table => ({
  ...alone,
  needs: /[A-Za-z]{6} ?[0-9L-Vl-v]{2}[A-Ta-t]/,
  flags: 'i',
  rows
})

type Check = (compact: string) => boolean

/** All digits, each times its weight, make a multiple of a modulus. */
export const multipleOf =
  (modulus: number, weights: ReadonlyArray<number>): Check =>
  (compact) =>
    weightedSum(compact, { weights: [...weights], modulus }) === 0

/** The last digit is the weighted sum of the others by a modulus. A sum of ten is written as `ten`. */
export const lastDigit =
  (modulus: number, weights: ReadonlyArray<number>, ten = 0): Check =>
  (compact) => {
    const sum = weightedSum(compact.slice(0, -1), { weights: [...weights], modulus })
    return (sum === 10 ? ten : sum) === Number(compact.at(-1))
  }

/** The digits and, where there is a letter, its place in the alphabet as two digits. */
const lettersAsPlaces = (compact: string): string =>
  compact.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 64).padStart(2, '0'))

/** The last digit is the weighted sum of the others by ten. A product of two digits counts as the sum of both. */
export const lastDigitOfCrossSums =
  (weights: ReadonlyArray<number>): Check =>
  (compact) =>
    weightedSum(lettersAsPlaces(compact).slice(0, -1), { weights: [...weights], modulus: 10, sumByDigit: true }) ===
    Number(compact.at(-1))

/** One digit stands two or three times among them, and no other digit more than once. */
export const oneDigitRepeats: Check = (compact) => {
  const counts = Array.from('0123456789', (digit) => compact.split(digit).length - 1).filter((count) => count > 1)
  return counts.length === 1 && counts.every((count) => count <= 3)
}

/** How long an IBAN is, and whose: the SWIFT IBAN registry. */
const ibanCountries: Readonly<Record<number, string>> = {
  15: 'NO',
  16: 'BE',
  18: 'DK FI FK FO GL NL SD',
  19: 'MK SI',
  20: 'AT BA EE KZ LT LU MN XK',
  21: 'CH HR LI LV',
  22: 'BG BH CR DE GB GE IE ME RS VA',
  23: 'AE GI IL IQ OM SO TL',
  24: 'AD CZ ES MD PK RO SA SE SK TN VG',
  25: 'LY PT ST',
  26: 'IS TR',
  27: 'BI DJ FR GR IT MC MR SM',
  28: 'AL AZ BY CY DO GT HN HU LB NI PL SV',
  29: 'BR EG PS QA UA',
  30: 'JO KW MU YE',
  31: 'MT SC',
  32: 'LC',
  33: 'RU'
}

const iban = Object.entries(ibanCountries)
  .map(([length, countries]) => `(?:${countries.replaceAll(' ', '|')})\\d\\d(?: ?[A-Z0-9]){${Number(length) - 4}}`)
  .join('|')

const more = (count: string): string => `(?:[ -]?\\d){${count}}`

const card = [
  `4${more('12')}(?:${more('3')}){0,2}`,
  `(?:5[0-8]|2[2-7]|35|6\\d)${more('14,17')}`,
  `3[47]${more('13')}`,
  `3[0689]${more('12')}`
].join('|')

/** Numbers of accounts and payment cards; the checksums are ISO 13616 (mod 97) and ISO/IEC 7812 (Luhn). */
export const bankNumbers: ReadonlyArray<Row> = [
  numberOf('IBAN', iban, (compact) => mod97base10Validate(compact.slice(4) + compact.slice(0, 4))),
  numberOf('payment card number', card, (compact) => luhnChecksumValidate(compact))
]
