import type { TrustedUsers } from '../src/stack/parts/operator-role.ts'
import * as E from 'fp-ts/lib/Either.js'
import type { Trust, UsersBehindMfa } from '../src/iam/trust-policy.ts'
import { Users } from '../src/stack/parts/role.ts'
import type { Evidence } from '../src/commands/guard/evidence.ts'
import type { Present } from '../src/commands/guard/may-apply.ts'
import type { SavedPlan, TofuUsed } from '../src/commands/guard/saved-plan.ts'
import type { EmittedFile } from '../src/declaration/declaration.ts'
import {
  type AbsolutePath,
  type CommitId,
  type Digested,
  type ProjectPath,
  type Sha256,
  absolutePath,
  earlier,
  momentAt
} from '../src/diagnostics/kinds.ts'
import type { OutputFiles } from '../src/outside/files/files.port.ts'
import type { PlanOf } from '../src/outside/private/stores.port.ts'
import { sha256 } from '../src/outside/process/sha256.port.ts'
import { digest } from './support/kinds.ts'
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

const files = {
  path: 'out/a/main.tf.json',
  source: 'stacks/a.ts',
  resources: 1,
  sha256: digest<'the emitted file'>('ab')
}
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

test('a digest of one thing is not taken for the digest of another', () => {
  const [plan, file] = [digest<'the plan'>('ab'), digest<'the emitted file'>('ab')]
  const present: Pick<Present, 'planSha256' | 'fileSha256'> = {
    planSha256: plan,
    // @ts-expect-error the plan's digest where the file's belongs
    fileSha256: plan
  }
  // @ts-expect-error the file's digest where the lock file's belongs
  const lock: Pick<SavedPlan, 'providerLockSha256'> = { providerLockSha256: file }
  // @ts-expect-error a text that no codec has seen
  const tofu: TofuUsed = { version: '1.12.6', sha256: 'ab' }
  // @ts-expect-error a digest of bytes of which it is not said what they are
  const unsaid: Sha256<'the plan'> = ((of: string): Sha256<Digested> => sha256(of))('')
  assert.equal([present.planSha256, lock.providerLockSha256, tofu.sha256, unsaid.length], ['ab', 'ab', 'ab', 64])
})

test('a commit, a written moment and a counted one are kinds of their own', () => {
  // @ts-expect-error a digest is not a commit
  const commit: CommitId = digest<'the plan'>('ab')
  // @ts-expect-error a counted moment where a written one belongs
  const ended: Evidence['ended'] = momentAt(0)
  // @ts-expect-error how long it took, where a moment belongs
  const createdAt: SavedPlan['createdAt'] = momentAt(2) - momentAt(1)
  assert.equal([commit, ended, createdAt, earlier(momentAt(5), 2)], ['ab', 0, 1, 3])
})

test('a folder of the machine and a path in the project cannot be swapped', () => {
  const read = (project: AbsolutePath, path: ProjectPath): string => `${project}/${path}`
  const outputs = { read: () => undefined } as unknown as OutputFiles
  const [project, path]: readonly [AbsolutePath, ProjectPath] = [absolutePath('/project'), 'out/a/main.tf.json']
  outputs.read(project, path)
  // @ts-expect-error the two are swapped
  outputs.read(path, project)
  // @ts-expect-error a folder that is not absolute
  const plan: PlanOf = { project: 'project', stack: 'a' }
  // @ts-expect-error a folder of the machine where an emitted file belongs
  const emitted: Pick<EmittedFile, 'path'> = { path: project }
  assert.equal([read(project, path), plan.stack, emitted.path], ['/project/out/a/main.tf.json', 'a', '/project'])
  assert.throws(() => absolutePath('out/a'), /does not begin at the root/)
})

test('who is trusted, in which account and for how many seconds enter by their codecs', () => {
  const plain: UsersBehindMfa = {
    // @ts-expect-error a plain text as an account
    account: '111122223333',
    path: '/operators/',
    // @ts-expect-error a plain number as seconds
    mfaMaxAgeSeconds: 3600
  }
  // @ts-expect-error a plain text as a principal
  const roles: Trust['roles'] = ['arn:aws:iam::111122223333:role/Name']
  // @ts-expect-error hours where seconds belong
  const seconds: UsersBehindMfa['mfaMaxAgeSeconds'] = 12
  const typed: TrustedUsers = { account: '111122223333', path: '/operators/', mfaMaxAgeSeconds: 3600 }
  assert.ok(E.isRight(Users.decode(typed)))
  assert.equal([Users.is({ ...typed, account: '1111' }), Users.is({ ...typed, mfaMaxAgeSeconds: 0.5 })], [false, false])
  assert.equal([plain.account, roles.length, seconds], ['111122223333', 1, 12])
})

test.run()
