import { bucketOf } from './bucket-of.ts'
import type { S3Client } from '@aws-sdk/client-s3'
import * as E from 'fp-ts/lib/Either.js'
import * as IO from 'fp-ts/lib/IO.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { Readable } from 'node:stream'
import { j70 } from '../../src/charter/j-7-0.ts'
import { declaredAddresses } from '../../src/commands/preflight/checks/state/own-place.ts'
import { stateClean } from '../../src/commands/preflight/checks/state/state-clean.ts'
import { stateWhole } from '../../src/commands/preflight/checks/state/state-whole.ts'
import type { Clients } from '../../src/outside/aws/clients.ts'
import { stateReader } from '../../src/outside/aws/state.ts'
import { emittedStaging } from './wanted.ts'

/** A whole process that reads and judges states of 50 MB, one after the other; it prints what each is refused for. */
const SIZE = 50_000_000
const PIECE = 65_536

const sample = readFileSync(new URL('../commands/preflight/checks/samples/state.sample', import.meta.url), 'utf8')
const head = sample.slice(0, sample.indexOf('"attributes": {') + '"attributes": {'.length)
const rest = sample.slice(head.length)

/** A state of 50 MB: a real one in which one attribute more is a piece of JSON, again and again. */
const filled = (before: string, again: string, after: string): Buffer => {
  const [first, last] = [Buffer.from(`${head}"more":${before}`), Buffer.from(`${after},${rest}`)]
  const bytes = Buffer.alloc(SIZE, ' ')
  const count = Math.floor((SIZE - first.length - last.length) / Buffer.byteLength(again))
  bytes.set(first)
  bytes.fill(again, first.length, first.length + count * Buffer.byteLength(again))
  bytes.set(last, first.length + count * Buffer.byteLength(again))
  return bytes
}

const states: Readonly<Record<string, () => Buffer>> = {
  'two million numbers': () => filled('[', '1234567890,            ', '0]'),
  'lists with nothing in them': () => filled('[', '[],', '0]'),
  'objects with nothing in them': () => filled('[', '{},', '0]'),
  'objects of one key': () => filled('[', '{"a":null},', '0]'),
  'texts of a few letters': () => filled('[', '"a team",', '0]'),
  'one long text': () => filled('"', 'x', '"'),
  'one text of two bytes a letter': () => filled('"', '\u0416', '"'),
  'one text of escapes': () => filled('"', String.raw`\n`, '"'),
  'spaces, and one letter that takes two bytes': () => filled('"\u0416"', ' ', '')
}

const inPieces = function* (bytes: Buffer): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += PIECE) yield Buffer.from(bytes.subarray(at, at + PIECE))
}

/** What AWS would give, piece by piece, and its digest. */
const readFrom = (bytes: Buffer) => {
  const s3 = { send: async () => ({ ContentLength: bytes.length, Body: Readable.from(inPieces(bytes)) }) }
  const calling = {
    region: 'eu-central-1',
    patienceMillis: 600_000,
    pause: () => T.of(undefined),
    retrying: () => IO.of(undefined)
  }
  const clients = { s3: s3 as unknown as S3Client } as Clients
  return stateReader(clients, calling, bucketOf('x', '111122223333'), 'key').read()()
}

const file = emittedStaging()
for (const [what, make] of Object.entries(states)) {
  const bytes = make()
  const md5 = createHash('md5').update(bytes).digest('hex')
  const { findings, state } = stateWhole({
    object: await readFrom(bytes),
    digest: E.right(O.some({ info: undefined, digest: md5 }))
  })
  const all = O.isSome(state)
    ? [...findings, ...stateClean(j70, file.declaration, state.value.form, declaredAddresses(file))]
    : findings
  const refused = all.flatMap(({ rule, outcome, actual }) => (outcome === 'failed' ? [`${rule}: ${actual}`] : []))
  console.log(JSON.stringify([what, refused]))
}
