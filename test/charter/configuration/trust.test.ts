import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { ConfigurationRule } from '../../../src/charter/charter.ts'
import { trustAccounts } from '../../../src/charter/configuration/trust-accounts.ts'
import { trustConditions } from '../../../src/charter/configuration/trust-conditions.ts'
import { trustedIn } from '../../../src/charter/configuration/trust-documents.ts'
import { trustForm } from '../../../src/charter/configuration/trust-form.ts'
import { trustMfa } from '../../../src/charter/configuration/trust-mfa.ts'
import { j70 } from '../../../src/charter/j-7-0.ts'
import type { RenderedBlock } from '../../../src/terraform/block.ts'
import type { Json, JsonObject } from '../../../src/terraform/json.ts'
import { declaration } from '../../support/valid-blocks.ts'

/** Trust policies as a hand would write them: each bound on both sides. One that is let through opens a role. */
const test = suite('trust policies')

const block = (statements: Json, name = 'operator_trust', type: 'locals' | 'resource' = 'locals'): RenderedBlock => ({
  type,
  labels: [name],
  at: ['operatorRole', 'trust'],
  refersTo: [],
  body: { Version: '2012-10-17', Statement: statements }
})
const found = (
  rule: ConfigurationRule,
  blocks: ReadonlyArray<RenderedBlock>,
  trustedAccounts = declaration.trustedAccounts
) => rule.check({ blocks, charter: j70, declaration: { ...declaration, trustedAccounts } })
const places = (rule: ConfigurationRule, ...statements: ReadonlyArray<Json>): ReadonlyArray<string> =>
  found(rule, [block(statements)]).map(({ at }) => (at ?? []).slice(2).join('.'))

const role = 'arn:aws:iam::680235478471:role/Planner'
const account = 'arn:aws:iam::029608264753:root'
const exact: JsonObject = { Effect: 'Allow', Principal: { AWS: [role] }, Action: ['sts:AssumeRole'] }
const users = (
  age: Json = '3600',
  path: Json = 'arn:aws:iam::029608264753:user/operators/*',
  mfa: Json = 'true'
): JsonObject => ({
  ...exact,
  Principal: { AWS: [account] },
  Condition: {
    Bool: { 'aws:MultiFactorAuthPresent': mfa },
    NumericLessThan: { 'aws:MultiFactorAuthAge': age },
    ArnLike: { 'aws:PrincipalArn': path }
  }
})

for (const rule of [trustForm, trustConditions, trustMfa, trustAccounts])
  test(`${rule.name}: what the parts make is right, and a block of another name is not judged`, () => {
    assert.equal(found(rule, [block([exact, users()]), block([exact], 'automation_trust')]), [])
    const wrong = { Effect: 'Deny', Principal: { AWS: [account] }, Condition: {} }
    assert.equal(
      found(rule, [block([wrong], 'operator_policy'), block([wrong], 'operator_trust', 'resource'), block('x')]),
      []
    )
    for (const name of ['operator_trust', 'automation_trust'])
      assert.is(found(rule, [block([wrong], name)], []).length > 0, true, name)
  })

const ageAt = 'Statement.0.Condition.NumericLessThan'
for (const [age, isRight] of [
  ['900', true],
  ['899', false],
  ['43200', true],
  ['43201', false],
  ['3600x', false],
  ['1e3', false],
  ['0x1000', false],
  ['3600.5', false],
  ['+3600', false],
  [' 3600', false],
  ['3600 ', false],
  ['', false]
] as const)
  test(`an MFA age of ${JSON.stringify(age)} is ${isRight ? 'taken' : 'refused'}`, () => {
    assert.equal(places(trustMfa, users(age)), isRight ? [] : [ageAt])
  })

for (const [title, statement] of [
  ['an age that is a number', users(3600)],
  ['a list of paths', users('3600', ['arn:aws:iam::029608264753:user/operators/*'])],
  ['MFA that is absent', users('3600', undefined, 'false')],
  ['MFA as a boolean', users('3600', undefined, true)],
  ['users of another account', users('3600', 'arn:aws:iam::680235478471:user/operators/*')],
  ['users of another partition', users('3600', 'arn:aws-cn:iam::029608264753:user/operators/*')],
  ['one user', users('3600', 'arn:aws:iam::029608264753:user/operators/jane')],
  ['a path that ends in no slash', users('3600', 'arn:aws:iam::029608264753:user/operators*')],
  ['every user', users('3600', 'arn:aws:iam::029608264753:user/*')],
  ['roles', users('3600', 'arn:aws:iam::029608264753:role/operators/*')],
  ['text before the ARN', users('3600', 'xarn:aws:iam::029608264753:user/operators/*')],
  ['no condition', { ...users(), Condition: 'none' }]
] as const)
  test(`an account with ${title} is refused`, () => {
    const at = title === 'an age that is a number' ? ageAt : 'Statement.0.Principal.AWS.0'
    assert.equal(
      places(trustMfa, exact, statement).map((place) => place.replace('Statement.1', 'Statement.0')),
      [at]
    )
  })

test('an account without a condition is told so', () => {
  const { Condition: _, ...bare } = users()
  assert.equal(
    found(trustMfa, [block([bare])]).map(({ actual }) => actual),
    ['no condition']
  )
})

const keys = `SourceIp VpcSourceIp SourceVpc SourceVpce SourceVpcArn VpceAccount VpceOrgID VpceOrgPaths ViaAWSService RequestedRegion`
for (const key of keys.split(' '))
  test(`aws:${key} asks where a request comes from, in any capitals`, () => {
    for (const name of [`aws:${key}`, `AWS:${key.toUpperCase()}`, `aws:${key.toLowerCase()}`]) {
      const problems = found(trustConditions, [block([{ ...exact, Condition: { StringEquals: { [name]: 'x' } } }])])
      assert.equal(
        problems.map(({ clause, expected }) => `${clause} ${expected}`),
        ['J.7.0 §7 no condition on address, network or place: identity decides'],
        name
      )
    }
    for (const name of [`xaws:${key}`, `aws:${key}x`, key])
      assert.equal(
        found(trustConditions, [block([{ ...exact, Condition: { StringEquals: { [name]: 'x' } } }])]).map(
          ({ clause }) => clause
        ),
        ['J.7.0 §9'],
        name
      )
  })

for (const [condition, expected] of [
  ['none', 'Statement.0.Condition'],
  [{}, 'Statement.0.Condition'],
  [{ Bool: {} }, 'Statement.0.Condition.Bool'],
  [{ Bool: 'true' }, 'Statement.0.Condition.Bool'],
  [{ Bool: { 'aws:PrincipalArn': 'x' } }, 'Statement.0.Condition.Bool.aws:PrincipalArn'],
  [{ Bool: { 'aws:MultiFactorAuthPresent': true } }, 'Statement.0.Condition.Bool.aws:MultiFactorAuthPresent'],
  [{ Bool: { 'aws:MultiFactorAuthPresent': '${var.a}' } }, 'Statement.0.Condition.Bool.aws:MultiFactorAuthPresent'],
  [{ Bool: { 'aws:MultiFactorAuthPresent': '%{if a}' } }, 'Statement.0.Condition.Bool.aws:MultiFactorAuthPresent'],
  [{ Bool: { 'aws:MultiFactorAuthPresent': '$ {a}' } }, undefined],
  [{ NumericLessThan: { 'aws:MultiFactorAuthAge': '1' } }, undefined],
  [{ ArnLike: { 'aws:PrincipalArn': 'x' } }, undefined]
] as ReadonlyArray<readonly [Json, string | undefined]>)
  test(`the condition ${JSON.stringify(condition)} is ${expected === undefined ? 'taken' : 'refused'}`, () => {
    assert.equal(places(trustConditions, { ...exact, Condition: condition }), expected === undefined ? [] : [expected])
  })

const sid = 'a'.repeat(100)
for (const [changes, expected] of [
  [{ Sid: 'One2' }, []],
  [{ Sid: sid }, []],
  [{ Sid: `${sid}a` }, ['Statement.0.Sid']],
  [{ Sid: '' }, ['Statement.0.Sid']],
  [{ Sid: 'a-b' }, ['Statement.0.Sid']],
  [{ Sid: '-ab' }, ['Statement.0.Sid']],
  [{ Sid: 'ab ' }, ['Statement.0.Sid']],
  [{ Sid: 5 }, ['Statement.0.Sid']],
  [{ Condition: {} }, []],
  [{ Resource: '*' }, ['Statement.0.Resource']],
  [{ Effect: 'allow' }, ['Statement.0.Effect']],
  [{ Action: 'sts:AssumeRole' }, ['Statement.0.Action']],
  [{ Action: [] }, ['Statement.0.Action']],
  [{ Principal: '*' }, ['Statement.0.Principal']],
  [{ Principal: {} }, ['Statement.0.Principal']],
  [{ Principal: { AWS: [] } }, ['Statement.0.Principal']],
  [{ Principal: { AWS: role } }, []]
] as ReadonlyArray<readonly [JsonObject, ReadonlyArray<string>]>)
  test(`a statement with ${JSON.stringify(changes).slice(0, 60)} has the right form, or not`, () => {
    assert.equal(places(trustForm, { ...exact, ...changes }), expected)
  })

test('two statements have two names or none, and the second is the one to rename', () => {
  assert.equal(places(trustForm, exact, exact), [])
  assert.equal(places(trustForm, { ...exact, Sid: 'One' }, { ...exact, Sid: 'Two' }), [])
  assert.equal(places(trustForm, { ...exact, Sid: 'One' }, exact, { ...exact, Sid: 'One' }), ['Statement.2.Sid'])
  assert.equal(places(trustForm, exact, 'everybody'), ['Statement.1'])
  assert.equal(places(trustForm), [''])
})

test('a principal of an account that is not declared is refused, and the declared ones are listed', () => {
  const foreign = {
    ...exact,
    Principal: { AWS: [role, 'arn:aws:iam::317409865120:role/Planner'], Service: ['x.amazonaws.com'] }
  }
  const told = (accounts: typeof declaration.trustedAccounts) =>
    found(trustAccounts, [block([foreign])], accounts).map(
      ({ at, expected }) => `${at?.slice(2).join('.')}: ${expected}`
    )
  assert.equal(told(declaration.trustedAccounts), [
    'Statement.0.Principal.AWS.1: a principal of a declared account: 029608264753, 680235478471'
  ])
  assert.equal(
    told([]),
    [0, 1].map((index) => `Statement.0.Principal.AWS.${index}: a principal of a declared account: none is declared`)
  )
})

test('the other stacks are compared by the roles that are trusted, each with its side and its place', () => {
  assert.equal(trustedIn([block([users(), exact]), block([exact], 'automation_trust'), block([exact], 'other')]), [
    { by: 'operator', arn: role, at: ['operatorRole', 'trust', 'Statement', 1, 'Principal', 'AWS', 0] },
    { by: 'automation', arn: role, at: ['operatorRole', 'trust', 'Statement', 0, 'Principal', 'AWS', 0] }
  ])
})

test.run()
