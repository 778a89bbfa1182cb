import { type Row, type Table, firstOf } from '../../src/sensitive/reading.ts'
import fc from 'fast-check'
import { stdnum } from 'stdnum/lib/cjs/index.js'

/** Whether a text holds what one row of a table of numbers is for, whatever the other rows say. */
export const onlyRow = (
  rows: ReadonlyArray<Row>,
  kind: string,
  table: (rows: ReadonlyArray<Row>) => Table
): ((text: string) => boolean) => {
  const chosen = rows.filter((row) => row.kind === kind)
  if (chosen.length !== 1) throw new Error(`${chosen.length} rows of the kind ${kind}`)
  const find = firstOf([table(chosen)])
  return (text) => find(text) !== undefined
}

/** Texts drawn with a fixed seed: `count` of them, each of `length` characters of an alphabet. */
export const drawn = (alphabet: string, length: number, count: number, seed = 7): ReadonlyArray<string> =>
  fc.sample(
    fc
      .array(fc.integer({ min: 0, max: alphabet.length - 1 }), { minLength: length, maxLength: length })
      .map((places) => places.map((place) => alphabet[place]).join('')),
    { seed, numRuns: count }
  )

export const digits = '0123456789'
export const hex = '0123456789abcdef'
export const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const letters = `${capitals}${capitals.toLowerCase()}`
export const alphanumeric = `${letters}${digits}`
export const base64 = `${alphanumeric}+/`
export const base64url = `${alphanumeric}-_`

/** Whether stdnum takes a text for a number of the given country and kind. Some of its validators read the clock. */
export const asStdnum = (country: string, kind: string): ((text: string) => boolean) => {
  const validator = stdnum[country]?.[kind]
  if (validator === undefined) throw new Error(`stdnum has no ${country}.${kind}`)
  return (text) => validator.validate(text).isValid
}
