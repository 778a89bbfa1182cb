import { mod11mod10Validate } from 'stdnum/lib/cjs/util/checksum.js'
import { day, lastDigit, month, multipleOf, numberOf, oneDigitRepeats, year } from './numbers.ts'
import type { Row } from './table.ts'

const french = (compact: string): boolean => {
  const digits = compact.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - (Number(digits) % 97) === Number(compact.slice(13))
}

const german = (compact: string): boolean => oneDigitRepeats(compact.slice(0, -1)) && mod11mod10Validate(compact)

/** Health cards (ISO/IEC 7812, `80`) of the EU, the EEA, Switzerland and the UK, by ISO 3166-1 number. */
const cardCountries =
  '040 056 100 191 196 203 208 233 246 250 276 300 348 352 372 380 428 438 440 442 470 528 578 616 620 642 703 705 724 752 756 826'

/**
 * The numbers of persons in registers of tax, health and identity that are made of digits and hold no whole date of
 * birth. Nine digits with nothing around them are not here: only its name tells such a number from any other. The NHS
 * has given out numbers that start with 32 to 49, 6, 7 or 9, and in Scotland with the date of birth. Of two rows that fit,
 * the one with more structure comes first.
 */
export const registerNumbers: ReadonlyArray<Row> = [
  numberOf('Dutch citizen service number', '\\d{4}\\.\\d\\d\\.\\d{3}', multipleOf(11, [9, 8, 7, 6, 5, 4, 3, 2, -1])),
  numberOf(
    'European health insurance card number',
    `80 ?(?:${cardCountries.replaceAll(' ', '|')})(?: ?\\d){15}`,
    () => true
  ),
  numberOf(
    'French social security number',
    '[1-478] ?\\d\\d ?\\d\\d ?(?:\\d\\d|2[AB]) ?\\d{3} ?\\d{3} ?\\d\\d',
    french
  ),
  numberOf('German tax id', '[1-9]\\d ?\\d{3} ?\\d{3} ?\\d{3}', german),
  numberOf('Croatian OIB', '\\d{11}', mod11mod10Validate),
  numberOf('Hungarian tax number', '8\\d{9}', lastDigit(11, [1, 2, 3, 4, 5, 6, 7, 8, 9], -1)),
  numberOf(
    'UK NHS number',
    `\\d{3}[ -]\\d{3}[ -]\\d{4}|(?:[4679]\\d|3[2-9])\\d{8}|${day}${month}${year}\\d{4}`,
    multipleOf(11, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1])
  )
]
