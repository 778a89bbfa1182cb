import type { Row, Table } from './table.ts'

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
