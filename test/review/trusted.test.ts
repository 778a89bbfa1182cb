import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { trusted } from '../../src/review/trusted.ts'
import type { JsonObject } from '../../src/terraform/json.ts'

const test = suite('whom a trust policy names')

const role = (name: string, account = '111122223333'): string => `arn:aws:iam::${account}:role/${name}`
const root = 'arn:aws:iam::111122223333:root'
const allow = { Effect: 'Allow', Action: 'sts:AssumeRole' }
const ofRoles = (...arns: ReadonlyArray<string>): JsonObject => ({ ...allow, Principal: { AWS: arns } })
const mfa = {
  ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/people/*' },
  Bool: { 'aws:MultiFactorAuthPresent': 'true' },
  NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' }
}
const ofUsers = (condition: object = mfa): JsonObject =>
  ({ ...allow, Principal: { AWS: root }, Condition: condition }) as unknown as JsonObject

test('roles one by one, sorted by account and name, with what is asked of them', () => {
  const behind = 'what that role asks for; nothing is asked here'
  assert.equal(
    trusted([ofRoles(role('b'), role('a')), ofRoles(role('z', '000011112222'))]).map((one) => [
      one.account,
      one.who,
      one.behind,
      one.kind
    ]),
    [
      ['000011112222', `\`${role('z', '000011112222')}\``, behind, 'roles'],
      ['111122223333', `\`${role('a')}\``, behind, 'roles'],
      ['111122223333', `\`${role('b')}\``, behind, 'roles']
    ]
  )
})

test('users below a path, with how old their second factor may be', () => {
  assert.equal(trusted([ofUsers()]), [
    {
      kind: 'users',
      account: '111122223333',
      who: 'every IAM user below `/people/`',
      behind: 'MFA, at most 1 hour old'
    }
  ])
})

/** Statements that are nearly one of the two kinds. Each is shown whole, so that a reviewer sees what it says. */
const others: Readonly<Record<string, JsonObject>> = {
  'a denial': { ...ofRoles(role('a')), Effect: 'Deny' },
  'another action': { ...ofRoles(role('a')), Action: 'sts:TagSession' },
  'one action more': { ...ofRoles(role('a')), Action: ['sts:AssumeRole', 'sts:TagSession'] },
  'roles with a condition': { ...ofRoles(role('a')), Condition: {} },
  'no principal': ofRoles(),
  'a role and a user': ofRoles(role('a'), 'arn:aws:iam::111122223333:user/x'),
  'a role of no account': ofRoles('arn:aws:iam::11112222333:role/a'),
  'a text before an ARN': ofRoles(`x${role('a')}`),
  everybody: { ...allow, Principal: '*' },
  'a service beside them': { ...allow, Principal: { AWS: [role('a')], Service: 'x' } },
  'a second factor that may be absent': ofUsers({ ...mfa, Bool: { 'aws:MultiFactorAuthPresent': 'false' } }),
  'a second factor of any age': ofUsers({ ...mfa, NumericLessThan: { 'aws:MultiFactorAuthAge': 'x3600' } }),
  'an age that is no number': ofUsers({ ...mfa, NumericLessThan: { 'aws:MultiFactorAuthAge': '3600s' } }),
  'no age': ofUsers({ ...mfa, NumericLessThan: { 'aws:MultiFactorAuthAge': '' } }),
  'another key beside the age': ofUsers({ ...mfa, NumericLessThan: { 'aws:MultiFactorAuthAge': '3600', x: '1' } }),
  'a condition more': ofUsers({ ...mfa, StringEquals: { x: 'y' } }),
  'a condition less': ofUsers({ ArnLike: mfa.ArnLike, Bool: mfa.Bool }),
  'users of another account': { ...ofUsers(), Principal: { AWS: 'arn:aws:iam::222233334444:root' } },
  'one user': ofUsers({ ...mfa, ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/people/jane' } }),
  'roles below a path': ofUsers({ ...mfa, ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/people/*' } }),
  'a text before the pattern': ofUsers({
    ...mfa,
    ArnLike: { 'aws:PrincipalArn': 'xarn:aws:iam::111122223333:user/people/*' }
  }),
  'a text behind the pattern': ofUsers({
    ...mfa,
    ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:user/people/*-admin' }
  })
}
for (const [what, statement] of Object.entries(others))
  test(`${what} is shown as it is written`, () => {
    const [found, ...more] = trusted([statement])
    assert.equal([found?.kind, found?.account, found?.behind, more], ['others', 'of any', 'see the statement', []])
    assert.equal(JSON.parse(found?.who.slice(1, -1) ?? ''), statement)
    assert.not.match(found?.who ?? '', /\s\s|\n/)
  })

test.run()
