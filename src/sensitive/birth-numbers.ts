import { luhnChecksumValidate, verhoeffValidate, weightedSum } from 'stdnum/lib/cjs/util/checksum.js'
import { day, lastDigit, lastDigitOfCrossSums, month, multipleOf, numberOf, year } from './numbers.ts'
import type { Row } from './reading.ts'

const sumBy11 = (compact: string, weights: ReadonlyArray<number>): number =>
  weightedSum(compact.slice(0, -1), { weights: [...weights], modulus: 11 })

const baltic = (compact: string): boolean => {
  const first = sumBy11(compact, [1, 2, 3, 4, 5, 6, 7, 8, 9, 1])
  const sum = first < 10 ? first : sumBy11(compact, [3, 4, 5, 6, 7, 8, 9, 1, 2, 3])
  return sum % 10 === Number(compact.at(-1))
}

const latvian = (compact: string): boolean =>
  compact.startsWith('32') ||
  ((1 + sumBy11(compact, [10, 5, 8, 4, 2, 1, 6, 3, 7, 9])) % 11) % 10 === Number(compact.at(-1))

const belgian = (compact: string): boolean =>
  ['', '2'].some((century) => (Number(century + compact.slice(0, 9)) + Number(compact.slice(9))) % 97 === 0)

const czechoslovak = (compact: string): boolean =>
  Number(compact) % 11 === 0 ||
  (/^(?:5[4-9]|[67]\d|8[0-4]).*0$/.test(compact) && Number(compact.slice(0, 9)) % 11 === 10)

const finnish = (compact: string): boolean =>
  '0123456789ABCDEFHJKLMNPRSTUVWXY'[Number(compact.slice(0, 6) + compact.slice(-4, -1)) % 31] === compact.at(-1)

const luxembourgish = (compact: string): boolean =>
  luhnChecksumValidate(compact.slice(0, 12)) && verhoeffValidate(compact.slice(0, 11) + compact.slice(12))

const bornFrom1997 = /^(?:[3478]|[1256]9[7-9])/

const hungarian = (compact: string): boolean => {
  const weights = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]
  return lastDigit(11, bornFrom1997.test(compact) ? weights.toReversed() : weights, -1)(compact)
}

const anyDay = '(?:[0-2]\\d|3[01])'

/**
 * The numbers that states give a person at birth and that hold the date of birth. Dates are judged by the look of their
 * day and month alone: the validators of stdnum ask the clock and the time zone, and all of them take 50 to 150 ms to
 * load. So only its checksums are used here; the tests hold each row against its validator.
 */
export const birthNumbers: ReadonlyArray<Row> = [
  numberOf(
    'Austrian social security number',
    `[1-9]\\d{3}[ -]?${day}${month}${year}`,
    multipleOf(11, [3, 7, 9, -1, 5, 8, 4, 2, 1, 6])
  ),
  numberOf(
    'Belgian national number',
    `${year}[. -]?(?:[024]\\d|[135][0-2])[. -]?${anyDay}[ -]?\\d{3}[. -]?\\d\\d`,
    belgian
  ),
  numberOf(
    'Bulgarian personal number',
    `${year}(?:[024][1-9]|[135][0-2])${day} ?\\d{4}`,
    lastDigit(11, [2, 4, 8, 5, 10, 9, 7, 3, 6])
  ),
  numberOf('Czech or Slovak birth number', `${year}(?:[0257][1-9]|[1368][0-2])${day}[/ ]?\\d{4}`, czechoslovak),
  numberOf('Danish personal number', `${day}${month}${year}-\\d{4}`, () => true),
  numberOf('Estonian or Lithuanian personal code', `[1-8]${year}${month}${day}\\d{4}`, baltic),
  numberOf('Finnish personal identity code', `${day}${month}${year}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]`, finnish),
  numberOf(
    'German pension insurance number',
    `\\d\\d ?(?:[0-2]\\d|3[01]|[5-8]\\d)${month}${year} ?[A-Z] ?\\d{3}`,
    lastDigitOfCrossSums([2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1])
  ),
  numberOf('Greek social security number', `${day}${month}${year}\\d{5}`, (compact) => luhnChecksumValidate(compact)),
  numberOf('Hungarian personal number', `[1-8][ -]?${year}${month}${day}[ -]?\\d{4}`, hungarian),
  numberOf('Latvian personal code', `${day}${month}${year}-?[012]\\d{4}|32\\d{4}-\\d{5}`, latvian),
  numberOf(
    'Luxembourgish identification number',
    `(?:18|19|20)${year}[ ]?${month}[ ]?${day}[ ]?\\d{3}[ ]?\\d\\d`,
    luxembourgish
  ),
  numberOf(
    'Polish PESEL',
    `${year}(?:[02468][1-9]|[13579][0-2])${day}\\d{5}`,
    multipleOf(10, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1])
  ),
  numberOf(
    'Romanian personal number',
    `[1-9] ?${year}${month}${day} ?\\d{6}`,
    lastDigit(11, [2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9], 1)
  ),
  numberOf(
    'Slovenian personal number',
    `${day}${month}[09]\\d\\d\\d{6}`,
    lastDigit(11, [-7, -6, -5, -4, -3, -2, -7, -6, -5, -4, -3, -2])
  ),
  numberOf(
    'Swedish personal number',
    `(?:(?:18|19|20)?${year}${month}(?:0[1-9]|[1-8]\\d|9[01])[-+]|${year}${month}(?:0[1-9]|[1-8]\\d|9[01]))\\d{4}`,
    (compact) => luhnChecksumValidate(compact.slice(-10))
  )
]
