import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PolicyDocument, Statement } from '../../src/iam/document.ts'
import { namedFor, refusalIn } from '../../src/iam/policy-setter.ts'
import { stateBucketPolicy } from '../../src/iam/state-bucket-policy.ts'
import { simulate } from '../support/simulate.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('who may set a bucket policy')

const account = '111122223333'
const OWNER = `arn:aws:iam::${account}:role/ops/Owner`
const bucket = 'arn:aws:s3:::zenthea-staging-eu-tfstate'
const action = 's3:PutBucketPolicy'
const about = { Effect: 'Deny', Principal: '*', Action: [action], Resource: [bucket] } as const
const owners = (operator: string, arn: string | ReadonlyArray<string>): Statement => ({
  ...about,
  Sid: 'A',
  Condition: { [operator]: { 'aws:PrincipalArn': arn } }
})
const only = (...Statement: ReadonlyArray<Statement>): PolicyDocument => ({ Version: '2012-10-17', Statement })

/** What AWS decides for the owner, who may do everything by identity, over TLS 1.3. */
const decided = (policy: PolicyDocument): Promise<string> =>
  simulate(
    {
      principal: `arn:aws:sts::${account}:assumed-role/Owner/session`,
      action,
      resource: bucket,
      account,
      context: {
        'aws:PrincipalArn': OWNER,
        'aws:PrincipalAccount': account,
        'aws:SecureTransport': 'true',
        's3:TlsVersion': '1.3'
      }
    },
    {
      identity: [only({ Sid: 'E', Effect: 'Allow', Action: ['s3:*'], Resource: ['*'] })],
      resource: policy
    }
  )

const policies: Readonly<Record<string, PolicyDocument>> = {
  'as declared for somebody else': stateBucketPolicy(wantedOfStaging().declaration),
  'as declared for this one': stateBucketPolicy(
    wantedOfStaging([[['bootstrapPrincipal'], `arn:aws:iam::${account}:role/ops/Owner`]]).declaration
  ),
  'as declared for both': stateBucketPolicy(wantedOfStaging([[['nextBootstrapPrincipal'], OWNER]]).declaration),
  nothing: only(),
  everybody: only({ ...about, Sid: 'A' }),
  'everybody by a pattern in other letters': only({ ...about, Sid: 'A', Action: ['S3:put*policy'] }),
  'its objects alone': only({ ...about, Sid: 'A', Action: ['s3:*'], Resource: [`${bucket}/*`] }),
  'a pattern of buckets': only({ ...about, Sid: 'A', Resource: ['arn:aws:s3:::zenthea-*'] }),
  'another action': only({ ...about, Sid: 'A', Action: ['s3:PutBucketAcl'] }),
  'all but the owner': only(owners('ArnNotEquals', OWNER)),
  'all but another path': only(owners('ArnNotEquals', `arn:aws:iam::${account}:role/Owner`)),
  'all but a pattern': only(owners('ArnNotLike', `arn:aws:iam::${account}:role/*/Owner`)),
  'all but two': only(owners('StringNotEquals', [OWNER, `arn:aws:iam::${account}:role/Next`])),
  'the owner by name': only(owners('StringEquals', OWNER)),
  'the owner by a pattern': only(owners('StringLike', `arn:aws:iam::${account}:role/ops/*`)),
  'the owner as principal': only({ ...about, Sid: 'A', Principal: { AWS: [OWNER] } }),
  'another one as principal': only({ ...about, Sid: 'A', Principal: { AWS: [`arn:aws:iam::${account}:role/Next`] } }),
  'over TLS': only({ ...about, Sid: 'A', Condition: { Bool: { 'aws:SecureTransport': 'true' } } }),
  'without TLS': only({ ...about, Sid: 'A', Condition: { Bool: { 'aws:SecureTransport': 'false' } } }),
  'another account': only({ ...about, Sid: 'A', Condition: { StringNotEquals: { 'aws:PrincipalAccount': account } } }),
  'two conditions of which one does not hold': only({
    ...about,
    Sid: 'A',
    Condition: {
      StringEquals: { 'aws:PrincipalAccount': account },
      ArnNotEquals: { 'aws:PrincipalArn': [OWNER] }
    }
  })
}
const words: Readonly<Record<string, string>> = { allowed: 'not refused', 'denied explicitly': 'refused' }

for (const [what, policy] of Object.entries(policies))
  test(`agrees with a simulator of IAM about a policy that denies ${what}`, async () => {
    assert.is(refusalIn(policy, { action, resource: bucket }, { arn: OWNER, account }), words[await decided(policy)])
  })

const unclear: Readonly<Record<string, unknown>> = {
  'an address': { ...about, Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } },
  'a tag': { ...about, Condition: { StringNotEquals: { 'aws:PrincipalTag/team': 'a' } } },
  'an operator that is not known': {
    ...about,
    Condition: { 'ForAnyValue:StringEquals': { 'aws:PrincipalArn': OWNER } }
  },
  NotPrincipal: { Effect: 'Deny', NotPrincipal: { AWS: OWNER }, Action: action, Resource: '*' },
  NotAction: { Effect: 'Deny', Principal: '*', NotAction: 's3:GetObject', Resource: '*' },
  NotResource: { Effect: 'Deny', Principal: '*', Action: action, NotResource: `${bucket}/*` },
  'a text': 'a text'
}
for (const [what, statement] of Object.entries(unclear))
  test(`says that it cannot tell where it hangs on ${what}`, () => {
    assert.is(
      refusalIn({ Statement: [statement as never] }, { action, resource: bucket }, { arn: OWNER, account }),
      'unclear'
    )
  })

test('names those whom a policy leaves it to', () => {
  const both = policies['as declared for both']
  assert.equal(both && namedFor(both, action), [wantedOfStaging().declaration.bootstrapPrincipal, OWNER])
  assert.equal(namedFor(only({ ...about, Sid: 'A' }), action), [])
})

const refusedBy = (...statements: ReadonlyArray<unknown>): string =>
  refusalIn({ Statement: statements } as never, { action, resource: bucket }, { arn: OWNER, account })
const under = (operator: string, key: string, value: unknown): string =>
  refusedBy({ ...about, Condition: { [operator]: { [key]: value } } })

/** Each operator with what it makes of the owner. Source: IAM, "Condition operators". */
const conditions: ReadonlyArray<readonly [operator: string, key: string, value: unknown, refusal: string]> = [
  ...['ArnEquals', 'ArnLike', 'StringLike'].flatMap((operator) => [
    [operator, 'aws:PrincipalArn', OWNER, 'refused'] as const,
    [operator, 'AWS:principalARN', `${OWNER.slice(0, -2)}??`, 'refused'] as const,
    [operator, 'aws:PrincipalArn', `${OWNER}?`, 'not refused'] as const,
    [operator, 'aws:PrincipalArn', `x${OWNER}`, 'not refused'] as const,
    [operator, 'aws:PrincipalArn', OWNER.slice(1), 'not refused'] as const,
    [operator, 'aws:PrincipalArn', OWNER.slice(0, -1), 'not refused'] as const,
    [operator, 'aws:PrincipalArn', ['no', OWNER], 'refused'] as const,
    [operator.replace(/(Equals|Like)/, 'Not$1'), 'aws:PrincipalArn', OWNER, 'not refused'] as const,
    [operator.replace(/(Equals|Like)/, 'Not$1'), 'aws:PrincipalArn', `${OWNER}?`, 'refused'] as const,
    [`x${operator}`, 'aws:PrincipalArn', OWNER, 'unclear'] as const,
    [`${operator}IfExists`, 'aws:PrincipalArn', OWNER, 'unclear'] as const
  ]),
  ['StringEquals', 'aws:PrincipalArn', OWNER, 'refused'],
  ['StringEquals', 'aws:PrincipalArn', `${OWNER.slice(0, -1)}*`, 'not refused'],
  ['StringNotEquals', 'aws:PrincipalArn', `${OWNER.slice(0, -1)}*`, 'refused'],
  ['StringEquals', 'aws:PrincipalAccount', account, 'refused'],
  ['StringEquals', 'aws:PrincipalArn', 5, 'unclear'],
  ['ArnNotEquals', 'aws:PrincipalArn', 5, 'unclear'],
  ['xArnNotLike', 'aws:PrincipalArn', 'x', 'unclear'],
  ['ArnNotLikeIfExists', 'aws:PrincipalArn', 'x', 'unclear'],
  ['Bool', 'aws:SecureTransport', 'true', 'refused'],
  ['Bool', 'aws:SecureTransport', 'false', 'not refused'],
  ['Bool', 'aws:PrincipalIsAWSService', 'true', 'unclear'],
  ['NumericLessThan', 's3:TlsVersion', '1.2', 'not refused'],
  ['NumericLessThan', 's3:TlsVersion', ['1.0', '1.2'], 'not refused'],
  ['NumericLessThan', 's3:TlsVersion', '1.3', 'unclear'],
  ['NumericLessThan', 's3:TlsVersion', ['1.2', '1.3'], 'unclear'],
  ['NumericGreaterThan', 's3:TlsVersion', '1.2', 'unclear']
]
test('each operator is read as IAM reads it, and any other hangs on what is not known here', () => {
  for (const [operator, key, value, expected] of conditions)
    assert.is(under(operator, key, value), expected, `${operator} ${key} ${JSON.stringify(value)}`)
})

test('a principal, an action and a resource are the exact ones, or patterns of them', () => {
  const rows: ReadonlyArray<readonly [changes: object, refusal: string]> = [
    [{ Principal: { AWS: account } }, 'refused'],
    [{ Principal: { AWS: `arn:aws:iam::${account}:root` } }, 'refused'],
    [{ Principal: { AWS: 'arn:aws:iam::444455556666:root' } }, 'not refused'],
    [{ Principal: { AWS: ['444455556666', '*'] } }, 'refused'],
    [{ Principal: { AWS: `${OWNER}x` } }, 'not refused'],
    [{ Principal: { Service: 's3.amazonaws.com' } }, 'not refused'],
    [{ Principal: undefined }, 'unclear'],
    [{ Principal: { AWS: 5 } }, 'unclear'],
    [{ Action: 's3:*' }, 'refused'],
    [{ Action: 's3:PutBucketPolic?' }, 'refused'],
    [{ Action: 's3.PutBucketPolicy' }, 'not refused'],
    [{ Action: 's3:PutBucketPolicyX' }, 'not refused'],
    [{ Action: 5 }, 'unclear'],
    [{ Resource: `${bucket}?` }, 'not refused'],
    [{ Resource: bucket.toUpperCase() }, 'not refused'],
    [{ Resource: bucket.replace('-', '.') }, 'not refused'],
    [{ Resource: 'arn:aws:s3:::*' }, 'refused'],
    [{ Effect: 'Allow' }, 'not refused'],
    [{ Condition: 'x' }, 'refused'],
    [{ Condition: { Bool: 'true' } }, 'unclear'],
    [{ Action: 's3:GetObject', Condition: { Bool: 'true' } }, 'not refused']
  ]
  for (const [changes, expected] of rows)
    assert.is(refusedBy({ ...about, ...changes }), expected, JSON.stringify(changes))
})

test('one denial that holds is enough, and an unclear one counts before the others', () => {
  const [open, unsure] = [{ ...about, Action: 's3:GetObject' }, 'a text']
  assert.is(refusedBy(open, unsure, about), 'refused')
  assert.is(refusedBy(open, unsure), 'unclear')
  assert.is(refusedBy(open), 'not refused')
  assert.is(refusalIn('x', { action, resource: bucket }, { arn: OWNER, account }), 'unclear')
})

test('the roles that a policy leaves an action to are those that its denial leaves out', () => {
  const named = (changes: object): ReadonlyArray<string> => namedFor({ Statement: [{ ...about, ...changes }] }, action)
  const but = (operator: string, key = 'aws:PrincipalArn'): object => ({
    Condition: { [operator]: { [key]: [OWNER] } }
  })
  for (const operator of ['ArnNotEquals', 'ArnNotLike', 'StringNotEquals', 'StringNotLike'])
    assert.equal(named(but(operator)), [OWNER], operator)
  assert.equal(named(but('ArnNotEquals', 'AWS:PRINCIPALARN')), [OWNER])
  for (const changes of [
    but('ArnEquals'),
    but('xArnNotEquals'),
    but('ArnNotEqualsIfExists'),
    but('ArnNotEquals', 'aws:PrincipalAccount'),
    { ...but('ArnNotEquals'), Effect: 'Allow' },
    { ...but('ArnNotEquals'), Action: 's3:GetObject' },
    { Condition: { ArnNotEquals: OWNER } },
    { Condition: OWNER }
  ])
    assert.equal(named(changes), [], JSON.stringify(changes))
  assert.equal(named({ ...but('ArnNotEquals'), Action: 'S3:put*' }), [OWNER])
  assert.equal(namedFor('x', action), [])
})

test('one statement without a list is read as a list of it', () => {
  const alone = (statement: unknown) => ({ Version: '2012-10-17', Statement: statement }) as never
  const [asked, caller] = [
    { action, resource: bucket },
    { arn: OWNER, account }
  ]
  assert.is(refusalIn(alone(about), asked, caller), 'refused')
  assert.is(refusalIn(alone({ ...about, Action: 's3:GetObject' }), asked, caller), 'not refused')
  assert.is(refusalIn(alone('a text'), asked, caller), 'unclear')
  assert.is(refusalIn({ Version: '2012-10-17' }, asked, caller), 'not refused')
  assert.equal(namedFor(alone({ ...about, Condition: { ArnNotEquals: { 'aws:PrincipalArn': OWNER } } }), action), [
    OWNER
  ])
})

/** Source: IAM, "IAM name requirements": a name may have plus, equal, comma, period, at, underscore and hyphen. */
test('a name is taken by the letter, with each sign that IAM takes in it', () => {
  const odd = `arn:aws:iam::${account}:role/a+b.c=d,e@f_g-h`
  const of = (operator: string, arn: string, value: string): string =>
    refusalIn(
      { Statement: [{ ...about, Condition: { [operator]: { 'aws:PrincipalArn': value } } }] },
      { action, resource: bucket },
      { arn, account }
    )
  assert.is(of('ArnEquals', odd, odd), 'refused')
  assert.is(of('ArnNotEquals', odd, odd), 'not refused')
  assert.is(of('ArnLike', odd, odd.replace('c=d', 'c*')), 'refused')
  for (const other of ['aab.c=d,e@f_g-h', 'a+bxc=d,e@f_g-h'])
    assert.is(of('ArnEquals', `arn:aws:iam::${account}:role/${other}`, odd), 'not refused', other)
})

test.run()
