import { bucketOf } from '../../support/bucket-of.ts'
import type { S3Client } from '@aws-sdk/client-s3'
import * as E from 'fp-ts/lib/Either.js'
import * as IO from 'fp-ts/lib/IO.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Clients } from '../../../src/outside/aws/clients.ts'
import { stateReader } from '../../../src/outside/aws/state.ts'

const test = suite('reading the state object')

const calling = {
  region: 'eu-central-1',
  patienceMillis: 60_000,
  pause: () => T.of(undefined),
  retrying: () => IO.of(undefined)
}

/** A reader of a bucket that answers with these pieces, and says that it has so many bytes, or nothing of it. */
const reader = (pieces: Iterable<Uint8Array>, length: number | undefined) => {
  const s3 = { send: async () => ({ ContentLength: length, Body: Readable.from(pieces) }) }
  const clients = { s3: s3 as unknown as S3Client } as Clients
  return stateReader(clients, calling, bucketOf('x', '111122223333'), 'key')
}

test('more than 64 MiB are refused before any of it is read', async () => {
  let wasRead = false
  const pieces = function* (): Generator<Uint8Array> {
    wasRead = true
    yield new Uint8Array(1)
  }
  const read = await reader(pieces(), 64 * 1024 * 1024 + 1).read()()
  assert.ok(E.isLeft(read))
  assert.match(E.isLeft(read) ? read.left.message : '', '67108865 bytes, more than any state of a stack')
  assert.is(wasRead, false)
})

test('64 MiB are read, and one byte more is not', async () => {
  const most = 64 * 1024 * 1024
  const [half, one] = [new Uint8Array(most / 2), new Uint8Array(1)]
  const read = await reader([half, half], most).read()()
  assert.is(E.isRight(read) && O.isSome(read.right) && read.right.value.text.length, most)
  const more = await reader([half, half, one], undefined).read()()
  assert.is(E.isLeft(more) && more.left.message, '67108865 bytes, more than any state of a stack')
})

test('a body that does not end is cut off at 64 MiB, with any length that it says or none', async () => {
  for (const length of [undefined, 10]) {
    let given = 0
    const pieces = function* (): Generator<Uint8Array> {
      for (;;) {
        given += 1
        yield new Uint8Array(1024 * 1024)
      }
    }
    const read = await reader(pieces(), length).read()()
    assert.ok(E.isLeft(read))
    assert.match(E.isLeft(read) ? read.left.message : '', /^\d+ bytes, more than any state of a stack/)
    assert.ok(given < 100, `${given} MiB were taken`)
  }
})

test('the bytes of all pieces are read in their order, with and without a length', async () => {
  const text = `{"a": "${'x'.repeat(200_000)}"}`
  const bytes = Buffer.from(text)
  for (const length of [undefined, bytes.length]) {
    const pieces = [0, 1, 70_000, 150_000].map((from, at, all) => bytes.subarray(from, all[at + 1]))
    const read = await reader(pieces, length).read()()
    const md5 = createHash('md5').update(bytes).digest('hex')
    assert.equal(read, E.right(O.some({ text, md5, versionId: undefined })))
  }
})

test('fewer or more bytes than were announced are not an answer', async () => {
  for (const length of [1, 3]) {
    const read = await reader([new Uint8Array(2)], length).read()()
    assert.match(E.isLeft(read) ? read.left.message : '', `2 of ${length} bytes came`)
  }
})

test('a mark of byte order stays: OpenTofu refuses a state with one', async () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])
  const read = await reader([bytes], bytes.length).read()()
  assert.ok(E.isRight(read) && O.isSome(read.right))
  assert.is(E.isRight(read) && O.isSome(read.right) ? read.right.value.text : '', '\uFEFF{}')
})

test.run()
