import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { AwsFailure } from '../../../src/outside/aws/failure.port.ts'
import { awsFailure } from '../../support/preflight-world.ts'
import { leaks } from '../../support/planted.ts'
import { type SeedWorld, emptyWorld, newBucket, newTable, seedIn, seededWorld } from '../../support/seed-world.ts'

/** A value that may not be told stands in one text of the world at a time: seed tells it nowhere, at any moment. */
const test = suite('seed, what it never tells')

const forms = [[], ['--dry-run']]
/** Without what the test itself notes of the calls. */
const told = (lines: ReadonlyArray<string>): string => lines.filter((line) => !line.startsWith('> ')).join('\n')

const texts = ({ bucket, table, tableTags, region, arn, typed }: SeedWorld): Partial<SeedWorld> => ({
  ...{ bucket, table, tableTags, region, arn, typed }
})
const failure = (more: Partial<AwsFailure> = {}): AwsFailure => awsFailure({ region: 'eu-west-1', ...more })

const worlds: Readonly<Record<string, readonly [world: () => SeedWorld, data: Partial<SeedWorld>]>> = {
  'both are there': [seededWorld, texts(seededWorld())],
  'nothing is there': [emptyWorld, texts(emptyWorld())],
  'a bucket is half made': [emptyWorld, { bucket: newBucket() }],
  'a bucket was made by a service': [emptyWorld, { bucket: newBucket({ 'aws:cloudformation:stack-name': 'x' }) }],
  'a table is not as declared': [
    seededWorld,
    { table: { ...newTable('ARCHIVED'), isProtected: false, replicas: ['x'], limits: ['x'] } }
  ],
  'a table has a key': [seededWorld, { table: { ...newTable(), encryptionKey: O.some('arn:aws:kms:x:1:key/x') } }],
  'credentials fail': [emptyWorld, { credentials: 'no credentials were found' }],
  'variables are set': [
    emptyWorld,
    {
      variables: {
        ...emptyWorld().variables,
        ...{ AWS_PROFILE: 'x', AWS_REGION: 'x', HTTPS_PROXY: 'http://x.example:3128', AWS_ENDPOINT_URL: 'https://x' }
      }
    }
  ],
  'a call is made again': [emptyWorld, { retries: [[failure({ _tag: 'Throttled' }), 5, 400]] }]
}

for (const [what, [from, data]] of Object.entries(worlds))
  test(`where ${what}`, async () => {
    const run = async (planted: unknown, _: string, argv: ReadonlyArray<string>): Promise<string> =>
      told((await seedIn({ ...from(), ...(planted as Partial<SeedWorld>) }, argv)).lines)
    assert.equal(await leaks(data, forms, run), [])
  })

/** Every call that seed makes of that world, by the notes of a run. */
const callsOf = async (from: () => SeedWorld): Promise<ReadonlyArray<string>> => {
  const { lines } = await seedIn(from())
  const named = lines.flatMap((line) => /^> ((?:bucket|table)\.\w+|caller)/.exec(line)?.[1] ?? [])
  return [...new Set(named)]
}

const calls = await callsOf(emptyWorld)

test('every moment is among the calls', () => {
  for (const call of [
    'caller',
    'bucket.region',
    'bucket.create',
    'bucket.setPolicy',
    'table.create',
    'table.keepHistory'
  ])
    assert.ok(calls.includes(call), calls.join())
})

for (const call of calls)
  test(`where ${call} fails`, async () => {
    const run = async (planted: unknown, _: string, argv: ReadonlyArray<string>): Promise<string> =>
      told((await seedIn({ ...emptyWorld(), failures: { [call]: [planted as AwsFailure] } }, argv)).lines)
    assert.equal(await leaks(failure({ call }), forms, run), [])
    assert.equal(await leaks(failure({ call, _tag: 'TimedOut', status: undefined }), forms, run), [])
  })

test.run()
