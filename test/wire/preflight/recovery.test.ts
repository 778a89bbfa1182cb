import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { diagnosticLines } from '../../../src/command-line/diagnostic-text.ts'
import { stepsIn } from '../../../src/commands/sandbox/way-out.ts'
import { throughRoute } from '../../../src/caller/shell.ts'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import type { Bucket, Table } from '../../support/aws-double/world.ts'
import {
  DIGEST_ID,
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
import { ACCESS_KEY, bucketIn, tableIn } from '../../support/seed-bench.ts'
import { typeLine } from '../../support/typed-line.ts'

const test = suite('the way out that a refusal prints, typed as it stands')

const KEY = LOCK_ID.slice(LOCK_ID.indexOf('/') + 1)
const newer = STATE.replace('"serial":7', '"serial":8')

type Accident = {
  /** The rule whose remedy is typed. */
  readonly rule: string
  readonly happens: (double: AwsDouble) => void
  /** Which of the remedy's lines, where people have to know which is right. */
  readonly line: RegExp
  /** Whether the sandbox makes it, too, and reads the line from the screen. */
  readonly isRehearsed?: boolean
}

const toBucket = (change: (bucket: Bucket) => void) => (double: AwsDouble) => {
  const bucket = bucketIn(double)
  if (bucket !== undefined) change(bucket)
}
const toTable = (change: (table: Table) => void) => (double: AwsDouble) => {
  const table = tableIn(double)
  if (table !== undefined) change(table)
}
const command = /what is declared: (.*)$/

const accidents: Readonly<Record<string, Accident>> = {
  'a lock is left': {
    rule: 'lock-free',
    isRehearsed: true,
    happens: toTable(({ items }) => items.push({ LockID: { S: LOCK_ID }, Info: { S: LOCK } })),
    line: /remove the lock by hand: (.*?);/
  },
  'the digest is of another version, and the object is right': {
    rule: 'state-digest',
    isRehearsed: true,
    happens: (double) => store(double, newer, md5(STATE)),
    line: /give the item of the digest its MD5: (.*?); if not,/
  },
  'the digest is of another version, and that one is right': {
    rule: 'state-digest',
    isRehearsed: true,
    happens: (double) => {
      store(double, newer, md5(STATE))
      toBucket((bucket) => (bucket.older = [{ key: KEY, body: STATE, versionId: 'v7' }]))(double)
    },
    line: /belongs to: (.*)$/
  },
  'the object of the state is deleted': {
    rule: 'state-digest',
    isRehearsed: true,
    happens: (double) => {
      store(double, undefined, md5(STATE))
      toBucket((bucket) => {
        bucket.older = [
          { key: KEY, versionId: 'v8' },
          { key: KEY, body: STATE, versionId: 'v7' }
        ]
      })(double)
    },
    line: /bring it back: (.*)$/
  },
  'the same digest stands there in capitals': {
    rule: 'state-digest',
    happens: (double) => store(double, STATE, md5(STATE).toUpperCase()),
    line: /as OpenTofu writes it: (.*)$/
  },
  'the same digest stands there in Base64': {
    rule: 'state-digest',
    happens: (double) => store(double, STATE, Buffer.from(md5(STATE), 'hex').toString('base64')),
    line: /as OpenTofu writes it: (.*)$/
  },
  'versioning is suspended': {
    rule: 'bucket-versioning',
    isRehearsed: true,
    happens: toBucket((bucket) => (bucket.versioning = 'Suspended')),
    line: command
  },
  'a lifecycle rule ends old versions': {
    rule: 'bucket-lifecycle',
    happens: toBucket((bucket) => (bucket.hasLifecycle = true)),
    line: command
  },
  'the bucket is replicated': {
    rule: 'bucket-replication',
    happens: toBucket((bucket) => (bucket.hasReplication = true)),
    line: command
  },
  'the block of public access is gone': {
    rule: 'bucket-public-access',
    happens: toBucket((bucket) => delete bucket.publicAccess),
    line: command
  },
  'the bucket encrypts with another key': {
    rule: 'bucket-encryption',
    happens: toBucket((bucket) => (bucket.encryption = { algorithm: 'aws:kms', key: 'x' })),
    line: command
  },
  'the table can be deleted': {
    rule: 'table-deletion-protection',
    happens: toTable((table) => (table.isProtected = false)),
    line: command
  },
  'the table cannot be restored': {
    rule: 'table-recovery',
    isRehearsed: true,
    happens: toTable((table) => delete table.recoveryDays),
    line: command
  },
  "the table has a key of somebody's own": {
    rule: 'table-encryption-key',
    isRehearsed: true,
    happens: toTable(
      (table) =>
        (table.encryptionKey = 'arn:aws:kms:eu-central-1:111122223333:key/0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10')
    ),
    line: command
  }
}

const findingOf = async (double: AwsDouble, rule: string): Promise<Diagnostic> => {
  const seen = await runOnline(double, { accessKey: ACCESS_KEY })
  const found = findingsIn(seen).find((finding) => finding.rule === rule && finding.outcome === 'failed')
  assert.ok(found?.outcome === 'failed', `${rule}: ${refusalsIn(seen).join(', ')}`)
  return found
}

const remedyOf = async (double: AwsDouble, rule: string): Promise<string> => (await findingOf(double, rule)).remedy

/** The lines that `npm run sandbox -- way-out` types of a screen. */
const readIn = (diagnostic: Diagnostic, isObjectRight: boolean): ReadonlyArray<string> =>
  stepsIn(
    diagnosticLines((_, text) => text, diagnostic).join('\n'),
    { stack: { name: 'staging-eu', account: '111122223333', environment: 'staging' } },
    isObjectRight
  ).map(({ line }) => line)

for (const [what, { rule, happens, line, isRehearsed = false }] of Object.entries(accidents))
  test(`where ${what}, the line that ${rule} prints ends the refusal`, async () => {
    const double = await startHealthyDouble()
    happens(double)
    const found = await findingOf(double, rule)
    const remedy = throughRoute({ proxy: double.proxy, caBundle: double.caBundle }, found.remedy)
    const [, typed] = line.exec(remedy) ?? []
    assert.ok(typed !== undefined, remedy)
    assert.match(typed, `HTTPS_PROXY=${double.proxy}`)
    if (isRehearsed) assert.equal(readIn({ ...found, remedy }, /MD5/.test(String(line))), [typed])
    await typeLine(double, typed)
    assert.equal(refusalsIn(await runOnline(double, { accessKey: ACCESS_KEY })), [])
    await double.stop()
  })

const histories = {
  'bucket-versioning': [(bucket: Bucket) => (bucket.versioning = 'Suspended'), 's3:PutBucketVersioning'],
  'bucket-lifecycle': [(bucket: Bucket) => (bucket.hasLifecycle = true), 's3:PutLifecycleConfiguration'],
  'bucket-replication': [(bucket: Bucket) => (bucket.hasReplication = true), 's3:PutReplicationConfiguration']
} as const
for (const [rule, [happens, action]] of Object.entries(histories))
  test(`the line of ${rule} lifts one action and no other denial, and gives the policy back`, async () => {
    const double = await startHealthyDouble()
    toBucket(happens)(double)
    const before = bucketIn(double)?.policy ?? ''
    const [, typed = ''] = command.exec(await remedyOf(double, rule)) ?? []
    double.forget()
    await typeLine(double, typed)
    assert.is(bucketIn(double)?.policy, before)
    const asked = double.calls().filter(({ operation }) => operation !== 'GetBucketPolicy')
    assert.not.ok(asked.some(({ operation }) => operation === 'DeleteBucketPolicy'))
    const [opened = '', given] = asked
      .filter(({ operation }) => operation === 'PutBucketPolicy')
      .map(({ body }) => body)
    assert.is(given, before)
    assert.is(opened, before.replace(`"${action}",`, ''))
    assert.is(opened.length, before.length - action.length - 3)
    await double.stop()
  })

test('a lost table is made again by the line of table-known, and its digest by that of state-digest', async () => {
  const double = await startHealthyDouble()
  const { world } = double
  world.tables.clear()
  Object.assign(world, { asksUntilActive: 0, asksUntilBackups: 0 })
  const made = /: (npm run seed -- .*)$/.exec(await remedyOf(double, 'table-known'))?.[1] ?? ''
  await typeLine(double, made)
  assert.equal(refusalsIn(await runOnline(double, { accessKey: ACCESS_KEY })), ['state-whole state-digest'])
  const given = /its digest: (.*)$/.exec(await remedyOf(double, 'state-digest'))?.[1] ?? ''
  await typeLine(double, given)
  assert.equal(refusalsIn(await runOnline(double, { accessKey: ACCESS_KEY })), [])
  await double.stop()
})

test('a digest that was corrected meanwhile is not overwritten', async () => {
  const double = await startHealthyDouble()
  store(double, newer, md5(STATE))
  const typed = /its MD5: (.*?); if not, another run wrote it:/.exec(await remedyOf(double, 'state-digest'))?.[1] ?? ''
  store(double, newer, md5('a third one'))
  const outcome = await typeLine(double, typed).then(
    () => 'done',
    (error: unknown) => String(error)
  )
  assert.match(outcome, 'ConditionalCheckFailed')
  const item = tableIn(double)?.items.find(({ LockID }) => (LockID as { S: string }).S === DIGEST_ID)
  assert.equal(item?.['Digest'], { S: md5('a third one') })
  await double.stop()
})

test.run()
