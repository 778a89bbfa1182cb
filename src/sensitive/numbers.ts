import type { Row, Table } from './table.ts'
import { weightedSum } from 'stdnum/lib/cjs/util/checksum.js'

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
 * Digits with at most one letter before them and nothing between: one of ten or eleven of all such order numbers passes
 * some checksum, so that only what stands beside it tells whose number it is.
 */
const isWeak = (text: string): boolean => /^[A-Z]?\d{8,13}$/i.test(text)

/** The same rows, of which bare digits are none. */
export const writtenApart = (rows: ReadonlyArray<Row>): ReadonlyArray<Row> =>
  rows.map((row) => ({ ...row, holds: (text) => !isWeak(text) && row.holds(text) }))

const isPlaceholder = /^(\d)\1+$/

/**
 * A number stands by itself: neither in a longer word nor in a longer row of digits, so that dates, versions and hashes
 * hold none. One digit repeated is a placeholder and nobody's number, though many checksums let it pass.
 */
const alone = { before: '(?<![A-Za-z0-9]|\\d[-./])', after: '(?![A-Za-z0-9]|[-./]\\d)' }

/** Numbers with at least six digits in a row, single separators aside. */
export const numberTable = (rows: ReadonlyArray<Row>, flags: Table['flags']): Table => ({
  ...alone,
  needs: /\d(?:[ ./()-]{0,2}\d){5}/,
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
