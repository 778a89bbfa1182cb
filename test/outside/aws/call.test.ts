import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  type Send,
  asking,
  awsCall,
  ignoring,
  tagList,
  tagRecord,
  unlessNeverSet
} from '../../../src/outside/aws/call.ts'
import { refusal } from '../../support/noting-ports.ts'

const test = suite('a call to AWS')

/** Makes a call, and gives its outcome and all that happened, in order. */
const made = async <A>(send: Send<A>, patienceMillis = 60_000, call = 'S3 GetThing') => {
  const happened: Array<string> = []
  const calling = {
    region: 'eu-central-1',
    patienceMillis,
    pause: (millis: number) => T.fromIO(() => void happened.push(`pause ${millis}`)),
    retrying: (failure: { readonly code: string; readonly attempts: number }, of: number, millis: number) => () =>
      void happened.push(`tell ${failure.code} ${failure.attempts} of ${of}, again in ${millis}`)
  }
  const outcome = await awsCall(calling)<A>(call, (signal) => {
    happened.push('ask')
    return send(signal)
  })()
  return { outcome, happened }
}

const rounds = (code: string) => [
  ...['ask', `tell ${code} 1 of 5, again in 400`, 'pause 400', 'ask', `tell ${code} 2 of 5, again in 800`, 'pause 800'],
  ...['ask', `tell ${code} 3 of 5, again in 1600`, 'pause 1600'],
  ...['ask', `tell ${code} 4 of 5, again in 3200`, 'pause 3200', 'ask']
]
for (const [code, status] of [
  ['ThrottlingException', 400],
  ['InternalError', 500]
] as const)
  test(`${code}: five attempts, each told before its pause, and each pause twice as long as the last`, async () => {
    const { outcome, happened } = await made(() => Promise.reject(refusal(code, status)))
    assert.equal(happened, rounds(code))
    assert.equal(E.isLeft(outcome) && [outcome.left.code, outcome.left.attempts], [code, 5])
  })

/** As Node throws it: a code, and no answer of AWS. */
const broken = (code: string): Error => Object.assign(new Error('socket hang up'), { code })

test('after a broken connection a call that only reads is made once more, and any other is not', async () => {
  const asked = async (call: string, code: string): Promise<ReadonlyArray<string>> =>
    (await made(() => Promise.reject(broken(code)), 60_000, call)).happened
  for (const code of ['ECONNRESET', 'EPIPE'])
    for (const call of ['S3 HeadBucket', 'S3 GetObject', 'S3 ListObjectVersions', 'DynamoDB DescribeTable'])
      assert.equal(await asked(call, code), ['ask', `tell ${code} 1 of 2, again in 400`, 'pause 400', 'ask'], call)
  for (const call of ['S3 PutObject', 'S3 DeleteObject', 'S3 CreateBucket', 'DynamoDB PutItem', 'DynamoDB UpdateTable'])
    assert.equal(await asked(call, 'ECONNRESET'), ['ask'], call)
  for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'ECONNRESETS', 'XEPIPE'])
    assert.equal(await asked('S3 GetObject', code), ['ask'], code)
})

test('after a connection broke once, a fault has its own attempts and the answer counts', async () => {
  const met: Array<Error | string> = [broken('ECONNRESET'), refusal('InternalError', 500), 'it']
  const { outcome, happened } = await made(() => {
    const next = met.shift()
    return typeof next === 'string' ? Promise.resolve(next) : Promise.reject(next ?? new Error('asked too often'))
  })
  assert.equal(outcome, E.right('it'))
  assert.equal(happened, [
    ...['ask', 'tell ECONNRESET 1 of 2, again in 400', 'pause 400'],
    ...['ask', 'tell InternalError 2 of 5, again in 800', 'pause 800', 'ask']
  ])
})

test('what works in the end is the answer, and nothing is asked again', async () => {
  let left = 2
  const { outcome, happened } = await made(() => {
    left -= 1
    return left < 0 ? Promise.resolve('it') : Promise.reject(refusal('SlowDown', 503))
  })
  assert.equal(outcome, E.right('it'))
  assert.equal(happened, rounds('SlowDown').slice(0, 7))
})

test('a page of a proxy is asked for again where its status says that it passes', async () => {
  /** As a proxy answers: neither a code nor a request id of AWS. */
  const page = (httpStatusCode: number): Error =>
    Object.assign(new Error('<html>'), { name: 'Unknown', $metadata: { httpStatusCode } })
  for (const [status, asked] of [
    ...([404, 428, 430, 499] as const).map((each) => [each, 1] as const),
    ...([429, 500, 502, 503] as const).map((each) => [each, 5] as const)
  ]) {
    const { happened } = await made(() => Promise.reject(page(status)))
    assert.is(happened.filter((each) => each === 'ask').length, asked, `${status}`)
  }
})

for (const [code, status] of [
  ['AccessDenied', 403],
  ['NoSuchBucket', 404],
  ['ExpiredToken', 400],
  ['TimeoutError', undefined]
] as const)
  test(`${code}: one attempt`, async () => {
    const { outcome, happened } = await made(() => Promise.reject(refusal(code, status)))
    assert.equal(happened, ['ask'])
    assert.equal(E.isLeft(outcome) && [outcome.left.call, outcome.left.calledRegion, outcome.left.attempts], [
      'S3 GetThing',
      'eu-central-1',
      1
    ])
  })

test('one that is not there in time is given up and told to stop; one that is, leaves no timer', async () => {
  let isToldToStop = false
  const { outcome, happened } = await made(
    (signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => (isToldToStop = true))
        setTimeout(resolve, 400)
      }),
    50
  )
  assert.equal(E.isLeft(outcome) && [outcome.left._tag, outcome.left.message], [
    'TimedOut',
    'no whole answer within 0.05 seconds'
  ])
  assert.ok(isToldToStop)
  assert.equal(happened, ['ask'])
  const before = process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length
  assert.equal((await made(() => Promise.resolve(1), 50_000)).outcome, E.right(1))
  assert.is(process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length, before)
})

const failure = async (code: string) => {
  const { outcome } = await made(() => Promise.reject(refusal(code)))
  return E.isLeft(outcome) ? outcome.left : undefined
}

test('a setting that was never made is none by its one code, and by no other', async () => {
  const [never, other] = [await failure('NoSuchThing'), await failure('NoSuchOther')]
  assert.ok(never !== undefined && other !== undefined)
  const read = unlessNeverSet('NoSuchThing')
  assert.equal(await read(TE.left(never), String, 'none')(), E.right('none'))
  assert.equal(await read(TE.left(other), String, 'none')(), E.left(other))
  assert.equal(await read(TE.right(1), String, 'none')(), E.right('1'))
  assert.equal(await ignoring(TE.right(1))(), E.right(undefined))
  assert.equal(await ignoring(TE.left(other))(), E.left(other))
})

test('a question without such a code takes no refusal for an answer', async () => {
  const calling = { region: 'r', patienceMillis: 1000, pause: () => T.of(undefined), retrying: () => () => undefined }
  const ask = () => Promise.reject(refusal('NoSuchThing'))
  const answer = asking(calling, {}, {})
  assert.ok(E.isLeft(await answer({ call: 'S3 GetThing', ask })()))
  assert.equal(await answer({ call: 'S3 GetThing', ask, neverSet: 'NoSuchThing' })(), E.right('none'))
})

test('tags are read with those that only AWS can set, and written in their order', () => {
  assert.equal(tagRecord(undefined), {})
  assert.equal(
    tagRecord([{ Key: 'b', Value: '2' }, { Key: 'a' }, { Key: 'AWS:x' }, { Key: 'aws:y' }, { Value: 'z' }]),
    {
      b: '2',
      a: '',
      'AWS:x': '',
      'aws:y': ''
    }
  )
  assert.equal(
    tagRecord([
      { Key: 'laws:x', Value: '1' },
      { Key: 'aws', Value: '2' }
    ]),
    { 'laws:x': '1', aws: '2' }
  )
  assert.equal(tagList({ b: '2', a: '' }), [
    { Key: 'b', Value: '2' },
    { Key: 'a', Value: '' }
  ])
})

test.run()
