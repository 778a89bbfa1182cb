import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Fault } from '../../support/aws-double/fault.ts'
import type { Answer } from '../../support/aws-double/call.ts'
import type { AwsDouble } from '../../support/aws-double/aws-double.ts'
import {
  OPERATOR,
  OPERATOR_KEY,
  findingsIn,
  refusalsIn,
  runOnline,
  startHealthyDouble
} from '../../support/preflight-bench.ts'
import { ACCOUNT } from '../../support/seed-bench.ts'
import { stsError } from '../../support/aws-double/sts.ts'

const test = suite<{ double: AwsDouble }>('preflight, who is calling')
test.before.each(async (context) => {
  context.double = await startHealthyDouble()
})
test.after.each(({ double }) => double.stop())

const others = ['bucket', 'lock-table', 'lock-works', 'lock-free', 'state-whole', 'state-clean'].map(
  (name) => `${name} not run`
)

/** Refused, and nothing but GetCallerIdentity left the machine; how often is AWS's and the retries' business. */
const refused = async (double: AwsDouble, id: string, options = {}): Promise<string> => {
  const seen = await runOnline(double, options)
  assert.equal(refusalsIn(seen), [`identity ${id}`, ...others])
  assert.equal([...new Set(double.calls().map(({ operation }) => operation))], ['GetCallerIdentity'])
  return findingsIn(seen)[0]?.actual ?? ''
}

const callers: Readonly<Record<string, readonly [string, string, string]>> = {
  'another account': ['444455556666', OPERATOR.replace(ACCOUNT, '444455556666'), 'caller-account'],
  'a role of the same name in another account': [ACCOUNT, OPERATOR.replace(ACCOUNT, '444455556666'), 'caller-account'],
  'the root of the account': [ACCOUNT, `arn:aws:iam::${ACCOUNT}:root`, 'caller-principal'],
  'an IAM user': [ACCOUNT, `arn:aws:iam::${ACCOUNT}:user/ZentheaStagingEuOperator`, 'caller-principal'],
  'a federated user': [ACCOUNT, `arn:aws:sts::${ACCOUNT}:federated-user/ZentheaStagingEuOperator`, 'caller-principal'],
  'the automation role': [ACCOUNT, OPERATOR.replace('Operator/', 'Automation/'), 'caller-principal'],
  'another role': [ACCOUNT, OPERATOR.replace('Operator/', 'Operators/'), 'caller-principal'],
  'a role of the same name in another partition': [
    ACCOUNT,
    OPERATOR.replace('arn:aws:', 'arn:aws-cn:'),
    'caller-principal'
  ],
  'a caller of an unknown form': [ACCOUNT, 'somebody', 'caller-principal']
}
for (const [who, [account, arn, id]] of Object.entries(callers))
  test(`refuses ${who}, and asks nothing else`, async ({ double }) => {
    double.world.principals.set(OPERATOR_KEY, { account, arn })
    const actual = await refused(double, id)
    assert.not.match(actual, 'a-session')
  })

test('refuses a session that is named by an address, which the state would keep, and does not show it', async ({
  double
}) => {
  double.world.principals.set(OPERATOR_KEY, {
    account: ACCOUNT,
    arn: OPERATOR.replace('a-session', 'somebody@example.com')
  })
  const seen = await runOnline(double)
  assert.equal(refusalsIn(seen), ['identity caller-session', ...others])
  assert.is(double.calls().length, 1)
  assert.not.match(JSON.stringify(seen), 'somebody')
})

test('refuses an access key that was made for another account before any request', async ({ double }) => {
  const seen = await runOnline(double, { accessKey: 'ASIAQNZGKIQY56JQ7WML' })
  assert.equal(refusalsIn(seen), ['identity caller-account', ...others])
  assert.match(findingsIn(seen)[0]?.actual ?? '', '029608264753')
  assert.is(double.calls().length, 0)
})

const incomplete = (inside: string): Answer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<GetCallerIdentityResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetCallerIdentityResult>${inside}</GetCallerIdentityResult></GetCallerIdentityResponse>`
})

const answers: Readonly<Record<string, Fault | Answer>> = {
  'an expired token': stsError(403, 'ExpiredToken', 'The security token included in the request is expired'),
  'an unknown key': stsError(403, 'InvalidClientTokenId', 'The security token included in the request is invalid.'),
  'a wrong secret': stsError(403, 'SignatureDoesNotMatch', 'The request signature does not match'),
  'a clock that is wrong': stsError(403, 'SignatureDoesNotMatch', 'Signature expired: 20261121T000000Z is now earlier'),
  'access denied': stsError(403, 'AccessDenied', 'Access denied'),
  'a region that is off': stsError(403, 'RegionDisabledException', 'STS is not activated in this region'),
  throttling: 'throttling',
  'a fault of AWS': 'service fault',
  'no account in the answer': incomplete(`<Arn>${OPERATOR}</Arn>`),
  'no ARN in the answer': incomplete(`<Account>${ACCOUNT}</Account>`),
  'an account that lost its zeros': incomplete(`<Account>1</Account><Arn>${OPERATOR}</Arn>`),
  'a web page': 'nonsense',
  'half an answer': 'half an answer',
  'a connection that breaks': 'reset'
}
for (const [what, fault] of Object.entries(answers))
  test(`refuses ${what}, and asks nothing else`, async ({ double }) => {
    double.misbehave({ at: 1, times: 9, fault })
    const id = what === 'an account that lost its zeros' ? 'caller-account' : 'caller-known'
    const actual = await refused(double, id)
    if (typeof fault !== 'string' && fault.status === 403)
      assert.match(actual, /<Code>([^<]+)/.exec(fault.body ?? '')?.[1] ?? 'a code')
  })

for (const fault of ['no answer', 'an answer that never ends'] as const)
  test(`refuses ${fault}`, async ({ double }) => {
    double.misbehave({ at: 1, times: 9, fault })
    assert.match(await refused(double, 'caller-known', { patienceMillis: 1500 }), 'no answer in time')
  })

test('refuses when no server listens', async ({ double }) => {
  await double.stop()
  const seen = await runOnline(double)
  assert.equal(refusalsIn(seen), ['identity caller-known', ...others])
  assert.match(findingsIn(seen)[0]?.actual ?? '', 'ECONNREFUSED')
})

for (const [who, accessKey] of [
  ['operator role', OPERATOR_KEY],
  ['bootstrap principal', 'AKIAIOSFODNN7EXAMPLE']
] as const)
  test(`lets the ${who} through, and says which it is`, async ({ double }) => {
    const seen = await runOnline(double, { accessKey })
    assert.equal(refusalsIn(seen), [])
    assert.match(
      findingsIn(seen).find(({ rule }) => rule === 'caller-principal')?.actual ?? '',
      new RegExp(`^the ${who} \\w+ \\(declared as arn:aws:iam`)
    )
  })

test.run()
