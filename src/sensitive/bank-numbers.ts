import { luhnChecksumValidate, mod97base10Validate } from 'stdnum/lib/cjs/util/checksum.js'
import { numberOf } from './numbers.ts'
import type { Row } from './table.ts'

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
