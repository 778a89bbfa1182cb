import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { stopLines } from '../../../src/commands/seed/stop-text.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import { ACCESS_KEY, ACCOUNT, bucketIn, endState, runSeed, startStagingDouble } from '../../support/seed-bench.ts'
import { wantedOfStaging } from '../../support/wanted.ts'

/**
 * STS leaves out the path of a role, and the bucket policy is about the whole ARN: AWS itself is asked before a policy is set
 * that nobody else could ever take back.
 */
const test = suite<{ double: AwsDouble }>('seed asks AWS for the whole ARN of its caller')
test.before.each(async (context) => {
  context.double = await startStagingDouble()
})
test.after.each(({ double }) => double.stop())

const NAME = 'ZentheaFoundationBootstrap'
const call = (role: string): { account: string; arn: string; role: string } => ({
  account: ACCOUNT,
  arn: `arn:aws:sts::${ACCOUNT}:assumed-role/${NAME}/a-session`,
  role
})
const calls = (double: AwsDouble): ReadonlyArray<string> => double.calls().map(({ operation }) => operation)
const sids = (double: AwsDouble): ReadonlyArray<string> =>
  (
    JSON.parse(bucketIn(double)?.policy ?? '{"Statement":[]}') as { Statement: ReadonlyArray<{ Sid: string }> }
  ).Statement.map(({ Sid }) => Sid)

const others: Readonly<Record<string, string>> = {
  'a path of a landing zone': `arn:aws:iam::${ACCOUNT}:role/ops/${NAME}`,
  'a path of Identity Center, with its region': `arn:aws:iam::${ACCOUNT}:role/aws-reserved/sso.amazonaws.com/eu-central-1/${NAME}`,
  'two parts of a path': `arn:aws:iam::${ACCOUNT}:role/platform/admins/${NAME}`
}
for (const [what, role] of Object.entries(others))
  test(`refuses a caller that the declaration leaves out ${what}, and sets nothing that locks it out`, async ({
    double
  }) => {
    double.world.principals.set(ACCESS_KEY, call(role))
    const { outcome } = await runSeed(double)
    assert.is(E.isLeft(outcome) && outcome.left._tag, 'CallerNotDeclared')
    assert.equal(sids(double), ['SeedAsksWhoCalls'])
    assert.is(calls(double).filter((name) => name === 'PutBucketPolicy').length, 1)
    assert.not.ok(calls(double).includes('CreateTable'))
    const said = E.isLeft(outcome) ? stopLines((_, text) => text, outcome.left, wantedOfStaging()).join('\n') : ''
    assert.match(said, `aws iam get-role --role-name ${NAME} --query Role.Arn --output text`)
    assert.match(said, 'Declare it as bootstrapPrincipal in stacks/staging-eu.ts')
  })

test('and once the declaration is right, the next run finishes what was left', async ({ double }) => {
  const whole = await startStagingDouble()
  await runSeed(whole)
  double.world.principals.set(ACCESS_KEY, call(`arn:aws:iam::${ACCOUNT}:role/ops/${NAME}`))
  await runSeed(double)
  double.world.principals.set(ACCESS_KEY, call(`arn:aws:iam::${ACCOUNT}:role/${NAME}`))
  assert.equal((await runSeed(double)).outcome, E.right('made'))
  assert.is(endState(double), endState(whole))
  await whole.stop()
})

test('a bucket that follows its policy late is asked more than once', async ({ double }) => {
  double.world.principals.set(ACCESS_KEY, call(`arn:aws:iam::${ACCOUNT}:role/ops/${NAME}`))
  const asked = () => calls(double).filter((name) => name === 'ListObjectVersions').length
  let kept: string | undefined
  double.onCall(({ operation }) => {
    const bucket = bucketIn(double)
    if (operation === 'PutBucketPolicy' && bucket !== undefined) {
      kept = bucket.policy
      delete bucket.policy
    }
    if (asked() === 2 && bucket !== undefined && kept !== undefined) bucket.policy = kept
  })
  const { outcome } = await runSeed(double)
  assert.is(E.isLeft(outcome) && outcome.left._tag, 'CallerNotDeclared')
  assert.equal(asked(), 3)
})

test('who may not ask is told so before any policy is set', async ({ double }) => {
  double.misbehave({ at: ({ operation }) => operation === 'ListObjectVersions', fault: 'access denied' })
  const { outcome } = await runSeed(double)
  assert.is(E.isLeft(outcome) && outcome.left._tag, 'StepFailed')
  assert.not.ok(calls(double).includes('PutBucketPolicy'))
})

test.run()
