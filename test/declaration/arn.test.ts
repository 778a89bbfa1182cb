import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  OwnRoleArn,
  PolicyArn,
  PrincipalArn,
  RoleArn,
  UsersPath,
  iamName,
  ownerOf,
  policyIdentity,
  roleIdentity,
  roleName
} from '../../src/declaration/arn.ts'
import { accepted } from '../support/accepts.ts'
import { right } from '../support/valid-blocks.ts'
import { decode } from '../../src/diagnostics/decode.ts'

const test = suite('arn')

/** From IAM, "IAM identifiers", IAM ARNs. */
const roles = [
  'arn:aws:iam::123456789012:role/S3Access',
  'arn:aws:iam::123456789012:role/application_abc/component_xyz/RDSAccess',
  'arn:aws:iam::123456789012:role/aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer',
  'arn:aws:iam::123456789012:role/service-role/QuickSightAction'
]
const policies = [
  'arn:aws:iam::123456789012:policy/UsersManageOwnCredentials',
  'arn:aws:iam::123456789012:policy/division_abc/subdivision_xyz/UsersManageOwnCredentials'
]
const others = [
  'arn:aws:iam::123456789012:root',
  'arn:aws:iam::123456789012:user/JohnDoe',
  'arn:aws:iam::123456789012:user/division_abc/subdivision_xyz/JaneDoe',
  'arn:aws:iam::123456789012:group/Developers',
  'arn:aws:iam::123456789012:instance-profile/Webserver',
  'arn:aws:sts::123456789012:assumed-role/Accounting-Role/JaneDoe',
  'arn:aws:sts::123456789012:federated-user/JohnDoe',
  'arn:aws:iam::123456789012:mfa/JaneDoeMFA',
  'arn:aws:iam::123456789012:saml-provider/ADFSProvider',
  'arn:aws:iam::123456789012:oidc-provider/GoogleProvider'
]

test("arn: AWS's own examples are told apart", () => {
  assert.equal(accepted(RoleArn, [...roles, ...policies, ...others]), roles)
  assert.equal(accepted(PolicyArn, [...roles, ...policies, ...others]), policies)
})

test('every partition', () => {
  const arns = ['aws-eusc', 'aws-cn', 'aws-us-gov', 'aws-iso-e'].map((name) => `arn:${name}:iam::123456789012:role/R`)
  assert.equal(accepted(RoleArn, arns), arns)
})

test('names and paths as long as IAM takes them, and no longer', () => {
  const role = (path: string, name: string): string => `arn:aws:iam::123456789012:role${path}${name}`
  const policy = (name: string): string => `arn:aws:iam::123456789012:policy/${name}`
  const path = (length: number): string => `/${'p'.repeat(length - 2)}/`
  const longest = [role('/', 'r'.repeat(64)), role(path(512), 'r')]
  assert.equal(accepted(RoleArn, [...longest, role('/', 'r'.repeat(65)), role(path(513), 'r')]), longest)
  assert.equal(accepted(PolicyArn, [policy('p'.repeat(128)), policy('p'.repeat(129))]), [policy('p'.repeat(128))])
})

test('no wildcard, no space, no empty part, no list', () => {
  const wrong = [
    'arn:aws:iam::123456789012:role/*',
    'arn:aws:iam::123456789012:role/S3Acces?',
    'arn:aws:iam::*:role/S3Access',
    'arn:*:iam::123456789012:role/S3Access',
    'arn:aws:iam:eu-central-1:123456789012:role/S3Access',
    'arn:aws:iam::12345678901:role/S3Access',
    'arn:aws:iam::aws:role/S3Access',
    'arn:aws:iam::123456789012:role/',
    'arn:aws:iam::123456789012:role//S3Access',
    'arn:aws:iam::123456789012:role/S3 Access',
    'arn:aws:iam::123456789012:role/S3Access\n',
    'arn:aws:iam::123456789012:role/S3Access ',
    'arn:aws:iam::123456789012:role/${aws:username}',
    'ARN:AWS:IAM::123456789012:ROLE/S3Access',
    ['arn:aws:iam::123456789012:role/S3Access']
  ]
  assert.equal(accepted(RoleArn, wrong), [])
})

test('no other kind of principal, no foreign letter, no address', () => {
  const wrong = [
    'arn:aws:iam::123456789012:root',
    'arn:aws:iam::123456789012:user/S3Access',
    'arn:aws:iam::123456789012:group/S3Access',
    'arn:aws:iam::123456789012:instance-profile/S3Access',
    'arn:aws:iam::123456789012:saml-provider/S3Access',
    'arn:aws:iam::123456789012:oidc-provider/token.example.com',
    'arn:aws:sts::123456789012:assumed-role/S3Access/session',
    'arn:aws:sts::123456789012:federated-user/S3Access',
    'arn:aws:iam::123456789012:role/S3Áccess',
    'arn:aws:iam::123456789012:role/S3Αccess',
    'arn:aws:iam::123456789012:role/S3\u200bAccess',
    'arn:aws:iam::１２３４５６７８９０１２:role/S3Access',
    'arn:aws:iam::2001:db8::1:role/S3Access',
    'arn:aws:iam::[::1]:role/S3Access',
    'arn:aws:iam::123456789012:role/a:b',
    'arn:aws:iam::123456789012:role/../S3Access?',
    'arn:aws:iam::123456789012:role\\S3Access',
    'arn:aws:iam::123456789012:role/a%2FS3Access'
  ]
  assert.equal(accepted(RoleArn, wrong), [])
  assert.equal(accepted(PrincipalArn, wrong), [])
})

/** Written down before they were tried: whether a text names a role that a principal acts as, and one that a stack makes. */
const verdicts: ReadonlyArray<readonly [arn: string, acts: boolean, isMade: boolean]> = [
  ['arn:aws-cn:iam::280468135791:role/ops/Admin', true, true],
  ['arn:aws-us-gov:iam::280468135791:role/Admin', true, true],
  [
    'arn:aws-eusc:iam::280468135791:role/aws-reserved/sso.amazonaws.com/eusc-de-east-1/AWSReservedSSO_Ops_0123456789abcdef',
    true,
    false
  ],
  [
    'arn:aws:iam::280468135791:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_a-b_c.d@e_0123456789abcdef',
    true,
    false
  ],
  [
    'arn:aws:iam::280468135791:role/aws-reserved/sso.amazonaws.com/eu-central-1/x/AWSReservedSSO_Ops_0123456789abcdef',
    false,
    false
  ],
  ['arn:aws:iam::280468135791:role/aws-reserved/SSO.amazonaws.com/AWSReservedSSO_Ops_0123456789abcdef', false, false],
  ['arn:aws:iam::280468135791:role/aws-service-role/ops.amazonaws.com/AWSServiceRoleForOps', false, false],
  ['arn:aws:iam::280468135791:role/x/AWSSERVICEROLEFOROps', false, false],
  ['arn:aws:iam::280468135791:role/aws-service-roles/Ops', true, true],
  ['arn:aws:iam::280468135791:role/service-role/Ops', true, true],
  ['arn:aws:iam::280468135791:role/aws-reserved', true, true],
  [`arn:aws:iam::280468135791:role/${'p/'.repeat(255)}${'r'.repeat(64)}`, true, true],
  [`arn:aws:iam::280468135791:role/${'p/'.repeat(256)}Ops`, false, false],
  [`arn:aws:iam::280468135791:role/${'r'.repeat(65)}`, false, false],
  ['arn:aws:iam::280468135791:role/Ops/', false, false],
  ['arn:aws:iam::280468135791:role/a//Ops', false, false],
  ['arn:aws:iam::280468135791:roles/Ops', false, false],
  ['arn:aws:iam::280468135791:Role/Ops', false, false],
  ['arn:aws:iam:::role/Ops', false, false],
  ['arn:aws:iam::0280468135791:role/Ops', false, false],
  [' arn:aws:iam::280468135791:role/Ops', false, false],
  ['arn:aws:iam::280468135791:role/Ops\t', false, false],
  ['arn:aws:iam::280468135791:role/Ops\u0000', false, false],
  ['arn:aws:iam::280468135791:role/Öps', false, false],
  ['arn:aws:iam::280468135791:role/O\u0131ps', false, false],
  ['arn:aws:sts::280468135791:role/Ops', false, false],
  ['arn:aws:iam::280468135791:assumed-role/Ops/amara', false, false],
  ['arn:aws:iam::280468135791:role/Ops,arn:aws:iam::280468135791:role/Admin', false, false],
  ['AROAEXAMPLEEXAMPLE123', false, false]
]
test('who acts and what is made, by a verdict of each', () => {
  const all = verdicts.map(([arn]) => arn)
  assert.equal(
    accepted(PrincipalArn, all),
    verdicts.filter(([, acts]) => acts).map(([arn]) => arn)
  )
  assert.equal(
    accepted(OwnRoleArn, all),
    verdicts.filter(([, , isMade]) => isMade).map(([arn]) => arn)
  )
})

test('a policy of AWS itself is of no account', () => {
  assert.equal(accepted(PolicyArn, ['arn:aws:iam::aws:policy/AdministratorAccess']), [])
})

test('an ARN comes apart into what the provider wants', () => {
  const otherwise = { rule: 'none', clause: 'J.7.0 §4', remedy: 'None.' } as const
  const role = right(decode(RoleArn, roles[1], [], otherwise))
  assert.equal(iamName(role), {
    partition: 'aws',
    account: '123456789012',
    path: '/application_abc/component_xyz/',
    name: 'RDSAccess'
  })
  const policy = right(decode(PolicyArn, 'arn:aws-eusc:iam::123456789012:policy/Boundary', [], otherwise))
  assert.equal(iamName(policy), { partition: 'aws-eusc', account: '123456789012', path: '/', name: 'Boundary' })
})

const role = (rest: string): string => `arn:aws:iam::123456789012:role/${rest}`
const signIn = role('aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Operator_0123456789abcdef')

test('whose a role is, by its path and name', () => {
  for (const [rest, owner] of [
    ['S3Access', 'customer'],
    ['service-role/QuickSightAction', 'customer'],
    ['my-aws-reserved/X', 'customer'],
    ['aws-service-role/access-analyzer.amazonaws.com/AWSServiceRoleForAccessAnalyzer', 'service'],
    ['aws-service-role/X', 'service'],
    ['AWSServiceRoleForSupport', 'service'],
    ['aws-reserved/sso.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef', 'sign-in'],
    ['aws-reserved/sso.amazonaws.com/eusc-de-east-1/AWSReservedSSO_Admin_0123456789abcdef', 'sign-in'],
    ['aws-reserved/sso.amazonaws.com/eu-central-1/Admin', 'reserved'],
    ['aws-reserved/sso.amazonaws.com/eu/central/AWSReservedSSO_Admin_0123456789abcdef', 'reserved'],
    ['AWS-RESERVED/X', 'reserved'],
    ['Aws-Service-Role/x.amazonaws.com/X', 'service'],
    ['awsserviceroleforsupport', 'service'],
    ['aws-reserved/sso.amazonaws.com/eu-central-1/AWSReservedSSO_Admin_0123456789ABCDEF', 'reserved'],
    ['AWS-RESERVED/SSO.amazonaws.com/AWSReservedSSO_Admin_0123456789abcdef', 'reserved'],
    ['AWSReservedSSO_Admin_0123456789abcdef', 'reserved'],
    ['awsreservedsso_x', 'reserved'],
    ['XAWSReservedSSO_Admin_0123456789abcdef', 'customer'],
    ['XAWSServiceRoleForSupport', 'customer'],
    ['x/aws-service-role/X', 'customer'],
    [`aws-reserved/sso.amazonaws.com/AWSReservedSSO_${'a'.repeat(32)}_0123456789abcdef`, 'sign-in'],
    ['aws-reserved/sso.amazonaws.com/AWSReservedSSO__0123456789abcdef', 'reserved'],
    ['aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_0123456789abcde', 'reserved'],
    ['aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_0123456789abcdef0', 'reserved'],
    ['aws-reserved/sso.amazonaws.com/xAWSReservedSSO_A_0123456789abcdef', 'reserved'],
    ['x/aws-reserved/sso.amazonaws.com/AWSReservedSSO_A_0123456789abcdef', 'reserved'],
    ['aws-reserved/sso-amazonaws.com/AWSReservedSSO_A_0123456789abcdef', 'reserved'],
    ['aws-reserved/sso.amazonaws.com/eu-central-12/AWSReservedSSO_A_0123456789abcdef', 'reserved'],
    ['aws-reserved/sso.amazonaws.com/us-gov-west-1/AWSReservedSSO_A_0123456789abcdef', 'sign-in']
  ] as const) {
    const parts = roleName(role(rest))
    assert.is(parts === undefined ? undefined : ownerOf(parts), owner, rest)
  }
})

test('who can act, and what a stack can make', () => {
  const all = [
    role('Admin'),
    signIn,
    role('aws-service-role/x/X'),
    role('aws-reserved/X'),
    'arn:aws:iam::123456789012:root'
  ]
  assert.equal(accepted(PrincipalArn, all), [role('Admin'), signIn])
  assert.equal(accepted(OwnRoleArn, all), [role('Admin')])
})

test('no partition that AWS does not have', () => {
  const arns = ['aws-eu', 'aws-', 'aws-iso-', 'aws-gov', 'gcp'].map((name) => `arn:${name}:iam::123456789012:role/R`)
  assert.equal(accepted(RoleArn, arns), [])
})

test('IAM tells a role by its name in an account, and nothing else', () => {
  const same = [role('X'), role('x'), role('a/X'), role('b/c/x')]
  assert.is(new Set(same.map(roleIdentity)).size, 1)
  const others = [role('Y'), 'arn:aws:iam::123456789013:role/X', 'arn:aws-eusc:iam::123456789012:role/X', 'X', 'x']
  assert.is(new Set([...same, ...others].map(roleIdentity)).size, 1 + others.length)
  const boundary = right(
    decode(PolicyArn, 'arn:aws:iam::123456789012:policy/X', [], { rule: 'none', clause: 'J.7.0 §4', remedy: 'None.' })
  )
  assert.is.not(policyIdentity(boundary), roleIdentity(role('X')))
})

test('users path: paths as IAM documents them', () => {
  const paths = ['/operators/', '/division_abc/subdivision_xyz/', '/a+b=c,d.e@f-g/']
  assert.equal(accepted(UsersPath, paths), paths)
})

test('users path: never every user, never a pattern, never half a name', () => {
  const others = [
    '/',
    '',
    '/*/',
    '/oper*/',
    '/oper?/',
    'operators',
    '/operators',
    'operators/',
    '//',
    '/a//b/',
    '/${aws:username}/'
  ]
  assert.equal(accepted(UsersPath, [...others, '/a\n/', `/${'a'.repeat(511)}/`, 1, null, undefined]), [])
})

test.run()
