import { luhnChecksumValidate, weightedSum } from 'stdnum/lib/cjs/util/checksum.js'
import { lastDigitOfCrossSums, numberOf } from './numbers.ts'
import type { Row } from './table.ts'

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
