import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sensitiveData } from '../../../src/charter/sensitive/sensitive-data.ts'
import { alphanumeric, base64, base64url, capitals, digits, drawn, hex } from './seeded.ts'

/**
 * How much of what is sensitive is found, and how much of what is not is stopped. The three lists were written before
 * the rules, in the forms in which people write such things into tags; no rule was made from them word by word.
 */
const test = suite('corpus')

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

type Entry = { readonly key: string; readonly value: string; readonly line: string }

const entries = (file: string): ReadonlyArray<Entry> =>
  readFileSync(new URL(`corpus/${file}.txt`, import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const at = line.indexOf('=')
      return { key: line.slice(0, at), value: filled(line.slice(at + 1)), line }
    })

const found = ({ key, value }: Entry): boolean => sensitiveData({ tags: { [key]: value } }, ['111122223333']).length > 0

const sensitive = [...entries('credentials'), ...entries('personal')]
const innocent = entries('innocent')

test('the lists are as long as they have to be', () => {
  assert.ok(sensitive.length >= 300 && innocent.length >= 300, `${sensitive.length} and ${innocent.length}`)
})

test('at least 97 of 100 sensitive values are found', () => {
  const missed = sensitive.filter((entry) => !found(entry)).map(({ line }) => line)
  assert.ok(
    missed.length <= sensitive.length * 0.03,
    `${missed.length} of ${sensitive.length} missed:\n${missed.join('\n')}`
  )
})

test('at most one of 100 innocent values is stopped', () => {
  const stopped = innocent.filter(found)
  const lines = stopped.map(
    ({ key, value, line }) =>
      `${line}: ${sensitiveData({ [key]: value }, [])
        .map(({ what }) => what)
        .join()}`
  )
  assert.ok(
    stopped.length <= innocent.length * 0.01,
    `${stopped.length} of ${innocent.length} stopped:\n${lines.join('\n')}`
  )
})

test.run()
