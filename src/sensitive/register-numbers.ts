import { luhnChecksumValidate, mod11mod10Validate, weightedSum } from 'stdnum/lib/cjs/util/checksum.js'
import { day, lastDigit, lastDigitOfCrossSums, month, multipleOf, numberOf, oneDigitRepeats, year } from './numbers.ts'
import type { Row } from './reading.ts'

const french = (compact: string): boolean => {
  const digits = compact.slice(0, 13).replace('2A', '19').replace('2B', '18')
  return 97 - (Number(digits) % 97) === Number(compact.slice(13))
}

const german = (compact: string): boolean => oneDigitRepeats(compact.slice(0, -1)) && mod11mod10Validate(compact)

/** Health cards (ISO/IEC 7812, `80`) of the EU, the EEA, Switzerland and the UK, by ISO 3166-1 number. */
const cardCountries =
  '040 056 100 191 196 203 208 233 246 250 276 300 348 352 372 380 428 438 440 442 470 528 578 616 620 642 703 705 724 752 756 826'

/**
 * The numbers of persons in registers of tax, health and identity. They are made of digits and hold no whole date of
 * birth. Nine digits with nothing around them are not here: only its name tells such a number from any other. The NHS
 * has given out numbers that start with 32 to 49, 6, 7 or 9, and in Scotland with the date of birth. Of two rows that
 * fit, the one with more structure comes first.
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

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'

const cypriot = (compact: string): boolean => {
  const even = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21]
  const sum = Array.from(compact.slice(0, 8), Number).reduce(
    (all, digit, at) => all + (at % 2 === 0 ? (even[digit] ?? 0) : digit),
    0
  )
  return alphabet[sum % 26] === compact.at(-1)
}

const irish = (compact: string): boolean => {
  const letters = `W${alphabet.slice(0, 22)}`
  const sum = weightedSum(compact.slice(0, 7), { weights: [8, 7, 6, 5, 4, 3, 2], modulus: 23 })
  const second = letters.indexOf(compact.charAt(8))
  return [sum, sum + 9 * second].some((total) => letters[total % 23] === compact.charAt(7))
}

const spanish = (compact: string): boolean => {
  const digits = compact.slice(0, -1).replace(/^[XYZ]/, (letter) => String('XYZ'.indexOf(letter)))
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[Number(digits) % 23] === compact.at(-1)
}

/** Numbers of persons that a letter makes: written in capitals, as on the card. In small letters they are parts of hashes. */
export const letteredNumbers: ReadonlyArray<Row> = [
  numberOf('Cypriot tax number', '[09]\\d{7}[A-Z]', cypriot),
  numberOf('German health insurance number', '[A-Z] ?\\d{3} ?\\d{3} ?\\d{3}', lastDigitOfCrossSums([1, 2])),
  numberOf('Irish PPS number', '\\d{7}[A-W][A-IWTX]?', irish),
  numberOf('Portuguese citizen card number', '\\d{8} ?\\d ?[A-Z]{2}\\d', (compact) =>
    luhnChecksumValidate(compact, `0123456789${alphabet}`)
  ),
  numberOf('Spanish DNI or NIE', '(?:\\d\\d\\.?\\d{3}\\.?\\d{3}|[XYZ][ -]?\\d{7})[ -]?[A-Z]', spanish),
  numberOf(
    'UK national insurance number',
    '(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\\d\\d ?\\d\\d ?\\d\\d ?[A-D]',
    () => true
  )
]

const italian = (compact: string): boolean => {
  const letters = compact.replace(/\d/g, (digit) => alphabet.charAt(Number(digit)))
  const sum = Array.from(letters.slice(0, -1)).reduce(
    (all, letter, at) => all + (at % 2 === 0 ? 'BAKPLCQDREVOSFTGUHMINJWZYX' : alphabet).indexOf(letter),
    0
  )
  return alphabet[sum % 26] === compact.at(-1)
}

/** The Italian codice fiscale, in which letters can stand for digits. */
export const italianCodes: ReadonlyArray<Row> = [
  numberOf(
    'Italian codice fiscale',
    '[A-Z]{6} ?[0-9LMNP-V]{2}[A-EHLMPRST][0-9LMNP-V]{2} ?[A-Z][0-9LMNP-V]{3}[A-Z]',
    italian
  )
]
