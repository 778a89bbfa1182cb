import { weightedSum } from 'stdnum/lib/cjs/util/checksum.js'

type Check = (compact: string) => boolean

/** All digits, each times its weight, make a multiple of a modulus. */
export const multipleOf =
  (modulus: number, weights: ReadonlyArray<number>): Check =>
  (compact) =>
    weightedSum(compact, { weights: [...weights], modulus }) === 0

/** The last digit is the weighted sum of the others by a modulus; a sum of ten is written as `ten`. */
export const lastDigit =
  (modulus: number, weights: ReadonlyArray<number>, ten = 0): Check =>
  (compact) => {
    const sum = weightedSum(compact.slice(0, -1), { weights: [...weights], modulus })
    return (sum === 10 ? ten : sum) === Number(compact.at(-1))
  }

/** The digits and, where there is a letter, its place in the alphabet as two digits. */
const lettersAsPlaces = (compact: string): string =>
  compact.replace(/[A-Z]/g, (letter) => String(letter.charCodeAt(0) - 64).padStart(2, '0'))

/** The last digit is the weighted sum by ten, where a product of two digits counts as the sum of both. */
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
