import type { S3Client } from '@aws-sdk/client-s3'
import * as E from 'fp-ts/lib/Either.js'
import * as IO from 'fp-ts/lib/IO.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
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

/** A reader of a bucket that answers with these bytes, and says that it has so many. */
const reader = (bytes: () => Promise<Uint8Array>, length: number) => {
  const s3 = { send: async () => ({ ContentLength: length, Body: { transformToByteArray: bytes } }) }
  const clients = { s3: s3 as unknown as S3Client } as Clients
  return stateReader(clients, calling, { bucket: 'x', account: '111122223333' }, 'key')
}

test('more than 64 MiB are refused before any of it is read', async () => {
  const read = await reader(() => Promise.reject(new Error('it was read')), 64 * 1024 * 1024 + 1).read()()
  assert.ok(E.isLeft(read))
  assert.match(E.isLeft(read) ? read.left.message : '', '67108865 bytes, more than any state of a stack')
})

test('a mark of byte order stays: OpenTofu refuses a state with one', async () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, 0x7b, 0x7d])
  const read = await reader(() => Promise.resolve(bytes), bytes.length).read()()
  assert.ok(E.isRight(read) && O.isSome(read.right))
  assert.is(E.isRight(read) && O.isSome(read.right) ? read.right.value.text : '', '\uFEFF{}')
})

test.run()
