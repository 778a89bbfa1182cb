import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { alphanumeric, base64, base64url, capitals, digits, drawn, hex } from './only-row.ts'

const alphabets: Readonly<Record<string, string>> = {
  x: alphanumeric,
  z: `${capitals}${capitals.toLowerCase()}`,
  y: `${alphanumeric}_~.`,
  w: base64url,
  h: hex,
  d: digits,
  U: `${capitals}${digits}`,
  B: `${capitals}234567`,
  b: base64,
  l: `${capitals.toLowerCase()}${digits}`,
  g: 'QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L'
}

let seed = 0
const draw = (alphabet: string, length: number): string => drawn(alphabet, length, 1, (seed += 1))[0] ?? ''
const uuid = (): string => fc.sample(fc.uuid(), { seed: (seed += 1), numRuns: 1 })[0] ?? ''

/** A key as AWS draws it: both cases and a digit among forty. */
const secretKey = (): string => `a1Z${draw(base64, 37)}`

const filled = (text: string): string =>
  text.replace(/\{u\}|\{([a-zA-Z])(\d+)\}/g, (_, kind: string | undefined, length: string) => {
    if (kind === undefined) return uuid()
    return kind === 'k' ? secretKey() : draw(alphabets[kind] ?? '', Number(length))
  })

/** A line of a list: the name of a key, its value with what is random drawn, and the line as it stands. */
export type Entry = { readonly key: string; readonly value: string; readonly line: string }

/** The entries of one of the lists in corpus/. */
export const entries = (file: string): ReadonlyArray<Entry> =>
  readFileSync(new URL(`corpus/${file}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=')
      return { key: line.slice(0, at), value: filled(line.slice(at + 1)), line }
    })
