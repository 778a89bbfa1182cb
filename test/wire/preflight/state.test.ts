import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inDocument } from '../../../src/diagnostics/finding.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Answer } from '../../support/aws-double/call.ts'
import { dynamodbError } from '../../support/aws-double/dynamodb-answer.ts'
import type { Fault } from '../../support/aws-double/fault.ts'
import { s3Error } from '../../support/aws-double/xml.ts'
import {
  LOCK,
  LOCK_ID,
  STATE,
  findingsIn,
  md5,
  refusalsIn,
  runOnline,
  startHealthyDouble,
  store
} from '../../support/preflight-bench.ts'
import { bucketIn, tableIn } from '../../support/seed-bench.ts'

const test = suite<{ double: AwsDouble }>('preflight, the state')
test.before(async (context) => {
  context.double = await startHealthyDouble()
})
test.before.each(({ double }) => {
  double.forget()
  double.misbehave(undefined)
  store(double, STATE, md5(STATE))
})
test.after(({ double }) => double.stop())

const whole = ['identity', 'state-whole', 'state-clean'] as const
const free = ['identity', 'lock-free'] as const

const about = async (double: AwsDouble, names: typeof whole | typeof free): Promise<ReadonlyArray<string>> =>
  refusalsIn(await runOnline(double, { names }))

test('a state that is not written yet is whole and clean', async ({ double }) => {
  store(double, undefined, undefined)
  assert.equal(await about(double, whole), [])
})

const torn: Readonly<Record<string, readonly [string | undefined, string | undefined, string]>> = {
  'a digest of another object': [STATE, md5('another'), 'state-digest'],
  'an object without a digest': [STATE, undefined, 'state-digest'],
  'a digest without an object': [undefined, md5(STATE), 'state-digest'],
  'a digest that is none': [STATE, 'none', 'state-digest'],
  'something that is no JSON': ['{"version": 4', md5('{"version": 4'), 'state-read'],
  'a state in an older format': [STATE.replace('"version":4', '"version":3'), '', 'state-read'],
  'a state that is encrypted by itself': [
    '{"serial":1,"lineage":"x","encrypted_data":"x","encryption_version":"v0"}',
    '',
    'state-read'
  ],
  'a state without a lineage': [STATE.replace('lineage', 'line'), '', 'state-read']
}
for (const [what, [body, digest, id]] of Object.entries(torn))
  test(`refuses ${what}`, async ({ double }) => {
    store(double, body, digest === '' && body !== undefined ? md5(body) : digest)
    const refusals = await about(double, whole)
    const isRead = id === 'state-digest' && body !== undefined
    assert.equal(refusals, [`state-whole ${id}`, ...(isRead ? [] : ['state-clean not run'])])
  })

const answers: Readonly<Record<string, readonly [string, Fault | Answer, string]>> = {
  'access to the object is denied': ['GetObject', s3Error(403, 'AccessDenied'), 'state-object'],
  'the bucket is gone': ['GetObject', s3Error(404, 'NoSuchBucket'), 'state-object'],
  'the object is in another region': ['GetObject', s3Error(301, 'PermanentRedirect'), 'state-object'],
  'the clock is wrong': ['GetObject', s3Error(403, 'RequestTimeTooSkewed'), 'state-object'],
  'half of the object comes': ['GetObject', 'half an answer', 'state-digest'],
  'a web page comes instead': ['GetObject', 'nonsense', 'state-object'],
  'another text comes instead': ['GetObject', { status: 200, body: 'Welcome' }, 'state-digest'],
  'the digest is denied': ['GetItem', dynamodbError('AccessDeniedException', 'no'), 'state-digest']
}
for (const [what, [operation, fault, id]] of Object.entries(answers))
  test(`refuses when ${what}`, async ({ double }) => {
    double.misbehave({ at: (call) => call.operation === operation, fault })
    const refusals = await about(double, whole)
    assert.is(refusals[0], `state-whole ${id}`)
    assert.ok(refusals.includes('state-clean not run'))
  })

type Resource = Readonly<Record<string, unknown>>

const aws = 'provider["registry.opentofu.org/hashicorp/aws"]'
const resource = (over: Resource = {}, attributes: Resource = {}): Resource => ({
  mode: 'managed',
  type: 'aws_s3_bucket',
  name: 'state',
  provider: aws,
  instances: [{ schema_version: 0, attributes: { id: 'zenthea-staging-eu-tfstate', ...attributes } }],
  ...over
})
const stateWith = (resources: ReadonlyArray<Resource>, more: Resource = {}): string =>
  JSON.stringify({ ...(JSON.parse(STATE) as Resource), resources, ...more })

test('what the charter authorises, of the declared account and region, is clean', async ({ double }) => {
  const text = stateWith([
    resource({}, { arn: 'arn:aws:s3:::zenthea-staging-eu-tfstate', region: 'eu-central-1' }),
    resource({ type: 'aws_iam_role', name: 'operator' }, { arn: 'arn:aws:iam::111122223333:role/x' }),
    resource({ mode: 'data', type: 'aws_caller_identity', name: 'current' }, { account_id: '111122223333' })
  ])
  store(double, text, md5(text))
  assert.equal(await about(double, whole), [])
})

const unclean: Readonly<Record<string, readonly [Resource, string]>> = {
  'a network': [resource({ type: 'aws_vpc' }), 'state-authorised'],
  'a database': [resource({ type: 'aws_db_instance' }), 'state-authorised'],
  'a data source that is not listed': [resource({ mode: 'data', type: 'aws_ssm_parameter' }), 'state-authorised'],
  'a resource in a module': [resource({ module: 'module.x' }), 'state-authorised'],
  'another provider': [resource({ provider: 'provider["registry.opentofu.org/other/aws"]' }), 'state-authorised'],
  'another account': [resource({}, { arn: 'arn:aws:iam::444455556666:role/x' }), 'state-own'],
  'another region': [resource({}, { arn: 'arn:aws:dynamodb:us-east-1:111122223333:table/x' }), 'state-own'],
  'an attribute that says another region': [resource({}, { region: 'us-east-1' }), 'state-own'],
  'an attribute that says another account': [resource({}, { account_id: '444455556666' }), 'state-own'],
  'a credential': [resource({}, { note: 'AKIAQNZGKIQY56JQ7WML' }), 'state-private'],
  'a password': [resource({}, { password: 'correct horse battery' }), 'state-private'],
  'an address of a person': [resource({}, { tags: { Owner: 'somebody@example.com' } }), 'state-private'],
  'an account number': [resource({}, { note: 'DE89 3704 0044 0532 0130 00' }), 'state-private']
}
for (const [what, [found, id]] of Object.entries(unclean))
  test(`refuses a state with ${what}, and does not show what is private`, async ({ double }) => {
    const text = stateWith([found])
    store(double, text, md5(text))
    const seen = await runOnline(double, { names: whole })
    assert.equal(refusalsIn(seen), [`state-clean ${id}`])
    for (const secret of ['AKIAQNZGKIQY56JQ7WML', 'correct horse', 'somebody@example.com', '3704'])
      assert.not.match(JSON.stringify(seen.results), secret)
  })

test('refuses a state with an output', async ({ double }) => {
  const text = stateWith([], { outputs: { bucket: { value: 'x', type: 'string' } } })
  store(double, text, md5(text))
  assert.equal(await about(double, whole), ['state-clean state-authorised'])
})

test('a bucket that was never versioned gives a state without a version id', async ({ double }) => {
  const bucket = bucketIn(double)
  bucket?.stored?.forEach((found) => delete found.versionId)
  assert.equal(await about(double, whole), [])
})

const hold = (double: AwsDouble, item: Resource): void => {
  const table = tableIn(double)
  if (table !== undefined) table.items = [...table.items, { LockID: { S: LOCK_ID }, ...item }]
}

test.after.each(({ double }) => {
  const table = tableIn(double)
  if (table !== undefined) table.items = []
})

test('says who holds the lock, since when, for what, and how a person removes it when the run is dead', async ({
  double
}) => {
  hold(double, { Info: { S: LOCK } })
  const seen = await runOnline(double, { names: free, now: () => Date.parse('2026-11-21T21:30:00Z') })
  assert.equal(refusalsIn(seen), ['lock-free lock-free'])
  const finding = findingsIn(seen).find(({ rule }) => rule === 'lock-free')
  assert.is(
    finding?.actual,
    'held by amara@laptop since 2026-11-21T19:24:26.79984795Z (2 hours) for OperationTypeApply, lock 5b1e1c8c-4b1f-0a3c-2f1e-9d4f6a7b8c9d'
  )
  assert.is(finding === undefined ? '' : inDocument(finding), (finding?.actual ?? '').replace('by amara@laptop ', ''))
  assert.match(finding?.outcome === 'failed' ? finding.remedy : '', 'force-unlock 5b1e1c8c-4b1f-0a3c-2f1e-9d4f6a7b8c9d')
})

for (const [what, item] of Object.entries({
  'without Info': {},
  'with an Info that is no JSON': { Info: { S: 'held' } },
  'with an Info of another form': { Info: { S: '{"ID":"x"}' } }
}))
  test(`refuses a lock item ${what}, which cannot be force-unlocked`, async ({ double }) => {
    hold(double, item)
    assert.equal(await about(double, free), ['lock-free lock-free'])
  })

for (const fault of ['access denied', 'throttling', 'half an answer', 'nonsense', 'expired token'] as const)
  test(`refuses when the lock cannot be read: ${fault}`, async ({ double }) => {
    double.misbehave({ at: ({ operation }) => operation === 'GetItem', fault })
    assert.equal(await about(double, free), ['lock-free lock-free'])
  })

test.run()
