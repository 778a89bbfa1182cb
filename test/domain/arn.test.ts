import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { PolicyArn, RoleArn, iamName } from '../../src/domain/arn.ts'
import { accepted } from '../support/accepts.ts'
import { right } from '../support/valid-blocks.ts'
import { decode } from '../../src/domain/decode.ts'

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

test("AWS's own examples are told apart", () => {
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

test.run()
