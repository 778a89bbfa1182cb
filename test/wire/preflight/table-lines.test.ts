import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import {
  LOCK_ID,
  STATE,
  findingsIn,
  md5,
  refusalsIn,
  runOnline,
  startHealthyDouble,
  store
} from '../../support/preflight-bench.ts'
import { ACCESS_KEY, bucketIn, tableIn } from '../../support/seed-bench.ts'
import { typeLine } from '../../support/typed-line.ts'

const test = suite<{ double: AwsDouble }>('the way out of a lost table or key, typed as it stands')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
  Object.assign(context.double.world, { asksUntilActive: 0, asksUntilBackups: 0 })
})
test.after.each(({ double }) => double.stop())

const KEY = 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab'

const refusal = async (double: AwsDouble, rule: string): Promise<Diagnostic> => {
  const seen = await runOnline(double, { accessKey: ACCESS_KEY })
  const found = findingsIn(seen).find((finding) => finding.rule === rule && finding.outcome === 'failed')
  assert.ok(found?.outcome === 'failed', `${rule}: ${refusalsIn(seen).join(', ')}`)
  return found
}

const refused = async (double: AwsDouble): Promise<ReadonlyArray<string>> =>
  refusalsIn(await runOnline(double, { accessKey: ACCESS_KEY }))

/** What a remedy says behind its last sentence. */
const lineOf = ({ remedy }: Diagnostic): string => /: ((?:aws|npm) .*)$/.exec(remedy)?.[1] ?? remedy

/** A table that was made again has no digest of the state; its own line gives it one. */
const digestGiven = async (double: AwsDouble): Promise<void> => {
  assert.equal(await refused(double), ['state-whole state-digest'])
  await typeLine(double, /its digest: (.*)$/.exec((await refusal(double, 'state-digest')).remedy)?.[1] ?? '')
  assert.equal(await refused(double), [])
}

for (const status of ['ARCHIVED', 'ARCHIVING'])
  for (const isProtected of [true, false])
    test(`${status}, ${isProtected ? 'protected from deletion' : 'not protected'}: one line makes it again`, async ({
      double
    }) => {
      const table = tableIn(double)
      if (table !== undefined) Object.assign(table, { status, isProtected, asksUntilGone: 2 })
      const line = lineOf(await refusal(double, 'table-active'))
      assert.is(line.includes('--no-deletion-protection-enabled'), isProtected)
      await typeLine(double, line)
      await digestGiven(double)
    })

test('DELETING: the line waits until it is gone, and makes it again', async ({ double }) => {
  const table = tableIn(double)
  if (table !== undefined) Object.assign(table, { status: 'DELETING', asksUntilGone: 30 })
  const line = lineOf(await refusal(double, 'table-active'))
  if (table !== undefined) table.asksUntilGone = 2
  await typeLine(double, line)
  await digestGiven(double)
})

test('a table under a key that went: the key is looked at, enabled, and the table gets the key of AWS', async ({
  double
}) => {
  const table = tableIn(double)
  if (table !== undefined) table.encryptionKey = KEY
  double.world.keys.set(KEY, 'Disabled')
  const found = await refusal(double, 'table-active')
  assert.is(found.actual, 'INACCESSIBLE_ENCRYPTION_CREDENTIALS')
  const line = lineOf(found)
  assert.is(line, `aws kms describe-key --region eu-central-1 --key-id ${KEY}`)
  await typeLine(double, line)
  double.world.keys.set(KEY, 'Enabled')
  assert.equal(await refused(double), ['lock-table table-encryption-key'])
  await typeLine(double, /declared: (.*)$/.exec((await refusal(double, 'table-encryption-key')).remedy)?.[1] ?? '')
  assert.equal(await refused(double), [])
})

for (const state of ['Disabled', 'PendingDeletion'] as const)
  test(`a state under a key that is ${state}: the line makes the key usable, and the state is read`, async ({
    double
  }) => {
    store(double, STATE, md5(STATE))
    for (const object of bucketIn(double)?.stored?.values() ?? []) object.key = KEY
    double.world.keys.set(KEY, state)
    const line = lineOf(await refusal(double, 'state-object'))
    assert.is(line.startsWith('aws kms cancel-key-deletion '), state === 'PendingDeletion')
    await typeLine(double, line)
    assert.is(double.world.keys.get(KEY), 'Enabled')
    assert.equal(await refused(double), [])
  })

test('a denial in the policy of the bucket: the line shows the statement, and without it the state is read', async ({
  double
}) => {
  const bucket = bucketIn(double)
  const before = bucket?.policy ?? ''
  const policy = JSON.parse(before) as { Statement: Array<object> }
  const added = { Sid: 'AddedByHand', Effect: 'Deny', Principal: '*', Action: ['s3:GetObject'], Resource: '*' }
  if (bucket !== undefined) bucket.policy = JSON.stringify({ ...policy, Statement: [...policy.Statement, added] })
  const line = lineOf(await refusal(double, 'state-object'))
  assert.match(await typeLine(double, line), 'AddedByHand')
  if (bucket !== undefined) bucket.policy = before
  assert.equal(await refused(double), [])
})

test('a denial in the policy of the table: the line shows it, and without it the lock is read', async ({ double }) => {
  const table = tableIn(double)
  const Policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Sid: 'AddedByHand', Effect: 'Deny' }] })
  if (table !== undefined) table.said = { GetResourcePolicy: { Policy, RevisionId: '1' } }
  const message = `User: x is not authorized to perform: dynamodb:GetItem on resource: arn:aws:dynamodb:eu-central-1:111122223333:table/zenthea-staging-eu-tflock with an explicit deny in a resource-based policy`
  double.misbehave({
    at: ({ operation, body }) =>
      operation === 'GetItem' && body.includes(`"${LOCK_ID}"`) && table?.said?.['GetResourcePolicy'] !== undefined,
    fault: { status: 400, body: JSON.stringify({ __type: 'AccessDeniedException', message }) }
  })
  const line = lineOf(await refusal(double, 'lock-free'))
  assert.match(line, /^aws dynamodb get-resource-policy /)
  assert.match(await typeLine(double, line), 'AddedByHand')
  await typeLine(double, /declared: (.*)$/.exec((await refusal(double, 'table-resource-policy')).remedy)?.[1] ?? '')
  assert.equal(await refused(double), [])
})

test.run()
