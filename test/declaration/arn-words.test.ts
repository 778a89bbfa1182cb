import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  OwnRoleArn,
  PolicyArn,
  PrincipalArn,
  PrincipalText,
  RoleArn,
  UsersPath,
  withoutNames
} from '../../src/declaration/arn.ts'
import { decode } from '../../src/diagnostics/decode.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('what is said of an ARN')

const exact = 'the exact ARN of one IAM role, such as arn:aws:iam::<account>:role/Name'
const whole = 'Write the whole ARN of a role, with its path; no wildcard, no user, no account root, no service.'

for (const [title, codec, rule, expected, remedy] of [
  ['a role', RoleArn, 'role-arn', exact, whole],
  ['a trusted principal', PrincipalText, 'role-arn', exact, whole],
  [
    'a principal that acts',
    PrincipalArn,
    'role-arn',
    `${exact}, or of a role of IAM Identity Center with its whole path`,
    whole
  ],
  [
    'a role that a stack makes',
    OwnRoleArn,
    'role-arn',
    `${exact}, outside of the paths and names that AWS keeps for itself`,
    'Write the whole ARN of the role to be made, in a path of your own: not aws-reserved, not aws-service-role.'
  ],
  [
    'a policy',
    PolicyArn,
    'policy-arn',
    'the exact ARN of one IAM policy, such as arn:aws:iam::<account>:policy/Name',
    'Write the whole ARN of the policy that is the permissions boundary, with its path.'
  ],
  [
    'a path of users',
    UsersPath,
    'trust-mfa',
    'a path of IAM users that begins and ends with a slash, such as /operators/, without a wildcard',
    'Write the path that the trusted users are below; every user of the account is below /.'
  ]
] as const)
  test(`${title}: what is said where another value stands`, () => {
    const found = decode<unknown>(codec, 7, ['here'], { rule: 'none', clause: 'J.7.0 §4', remedy: 'None.' })
    assert.equal(E.isLeft(found) && found.left, [
      { rule, clause: 'J.7.0 §7', at: ['here'], expected, actual: '7', remedy }
    ])
  })

test('a boundary is in no path that AWS keeps for itself', () => {
  const policy = (path: string): string => `arn:aws:iam::123456789012:policy/${path}Boundary`
  const free = [policy(''), policy('x/aws-reserved/'), policy('aws-reserved-x/'), policy('zenthea/')]
  const kept = ['aws-reserved/', 'AWS-Reserved/x/', 'aws-service-role/', 'aws-service-role/a/'].map(policy)
  assert.equal(accepted(PolicyArn, [...free, ...kept]), free)
})

test('a message of AWS is told without the name of a session or a user', () => {
  for (const [message, told] of [
    [
      'User: arn:aws:sts::123456789012:assumed-role/Ops/jane.doe@x.eu is not authorized',
      'User: arn:aws:sts::123456789012:assumed-role/Ops/… is not authorized'
    ],
    ['arn:aws:iam::123456789012:user/a/jane, denied', 'arn:aws:iam::123456789012:user/…, denied'],
    ['(arn:aws:sts::123456789012:federated-user/jane)', '(arn:aws:sts::123456789012:federated-user/…)'],
    ['\'arn:aws:iam::1:user/jane\'; "arn:aws:iam::1:user/joe"', '\'arn:aws:iam::1:user/…\'; "arn:aws:iam::1:user/…"'],
    ['arn:aws:iam::123456789012:role/Ops/jane', 'arn:aws:iam::123456789012:role/Ops/jane'],
    ['no user/jane here', 'no user/jane here']
  ] as const)
    assert.is(withoutNames(message), told)
})

test.run()
