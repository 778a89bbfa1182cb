import * as O from 'fp-ts/lib/Option.js'
import type * as t from 'io-ts'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { declarationRule } from '../src/charter/charter.ts'
import type { Refusal } from '../src/command-line/diagnostic-text.ts'
import type { OutputResult, Report } from '../src/commands/emit/report.ts'
import type { Preflight } from '../src/commands/preflight/result.ts'
import { AccountId, type BucketName, type LockKey } from '../src/declaration/names.ts'
import { RoleArn, iamName } from '../src/declaration/arn.ts'
import type { Diagnostic } from '../src/diagnostics/diagnostic.ts'
import { digestId, lockId, probeId } from '../src/iam/stack-names.ts'
import type { BucketOf } from '../src/outside/aws/bucket.port.ts'
import type { LockItem, LockItems } from '../src/outside/aws/state.port.ts'

/**
 * States that cannot be written. The compiler is the test: an expected error that does not come is an error of its own.
 * Each line runs as well, so that nothing here is left out of the compiler's sight.
 */
const test = suite('states that cannot be written')

const files = { path: 'out/a/main.tf.json', source: 'stacks/a.ts', resources: 1, sha256: 'ab' }
const problem: Diagnostic = { rule: 'r', clause: 'J.7.0 §4', at: [], expected: '', actual: '', remedy: '' }
const refusal: Refusal = { source: 'stacks/a.ts', problems: [problem] }

test('a rule of declarations reads only the fields that it needs', () => {
  const rule = declarationRule({
    name: 'planted',
    needs: ['account'],
    // @ts-expect-error it does not need the field region
    check: ({ declaration }) => (declaration.region.aws === 'eu-west-1' ? [] : [])
  })
  assert.is(rule.name, 'planted')
})

test('a report has results or refusals, and a refusal comes with nothing else', () => {
  const rest = { check: true, failures: [], accepted: [] } as const
  const result: OutputResult = { ...files, status: 'written', diff: undefined }
  const done: Report = { ...rest, results: [result], refusals: [] }
  // @ts-expect-error a refusal beside a result
  const both: Report = { ...rest, results: [result], refusals: [refusal] }
  assert.is.not(done, both)
})

test('a result has what its status says', () => {
  // @ts-expect-error a difference of a file that was written
  const written: OutputResult = { ...files, status: 'written', diff: '-a\n' }
  // @ts-expect-error a file that differs, and no difference
  const differs: OutputResult = { ...files, status: 'differs', diff: undefined }
  // @ts-expect-error a stray with a digest
  const stray: OutputResult = { ...files, status: 'belongs to no stack', diff: undefined }
  assert.equal([written, differs, stray].length, 3)
})

test('a run of preflight that proved everything has a commit and a principal', () => {
  const seen = { results: [], state: O.none } as const
  const called = O.some({} as never)
  // @ts-expect-error proven, and no commit
  const unreviewed: Preflight = { ...seen, verdict: 'proven', commit: O.none, called }
  const refused: Preflight = { ...seen, verdict: 'refused', commit: O.none, called: O.none }
  assert.is.not(unreviewed, refused)
})

test('an item of a lock table is a lock, a digest, or neither', () => {
  // @ts-expect-error a lock that is a digest as well
  const both: LockItem = { info: 'a', digest: 'b' }
  assert.ok(both)
})

test('a lock is taken and released under the key of the probe alone', () => {
  const lock = { take: () => undefined, release: () => undefined } as unknown as LockItems
  const declaration = { backend: { bucket: 'b', key: 'k' } } as unknown as Parameters<typeof lockId>[0]
  const probe: LockKey<'probe'> = probeId(declaration)
  lock.take(probe, '')
  // @ts-expect-error the key of OpenTofu's own lock
  lock.take(lockId(declaration), '')
  // @ts-expect-error the key of the digest
  lock.release(digestId(declaration), '')
  // @ts-expect-error a text that is not a key
  lock.release('b/k', '')
  assert.equal([lockId(declaration), digestId(declaration), probe], ['b/k', 'b/k-md5', 'b/k#preflight'])
})

test('an author writes a declaration in plain texts, and what is decoded is branded', () => {
  const account: t.OutputOf<typeof AccountId> = '111122223333'
  // @ts-expect-error a plain text is not an account
  const branded: AccountId = account
  const role: t.OutputOf<typeof RoleArn> = 'arn:aws:iam::111122223333:role/Name'
  assert.equal([AccountId.is(branded), RoleArn.is(role)], [true, true])
})

test('a bucket and its account are not taken for each other, and the account of an ARN is one', () => {
  const of = (bucket: BucketName, account: AccountId): ReadonlyArray<BucketOf> => [
    { bucket, account },
    // @ts-expect-error the two are swapped
    { bucket: account, account: bucket }
  ]
  const accountOf = (arn: RoleArn): AccountId | '' => iamName(arn).account
  assert.equal([of.length, accountOf.length], [2, 1])
})

test.run()
