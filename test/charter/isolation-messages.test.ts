import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { IsolationRule, Neighbour } from '../../src/charter/charter.ts'
import { bootstrapApart } from '../../src/charter/isolation/bootstrap-apart.ts'
import { noRoleChains } from '../../src/charter/isolation/no-role-chains.ts'
import { oneAccount } from '../../src/charter/isolation/one-account.ts'
import { oneSide } from '../../src/charter/isolation/one-side.ts'
import { oneState } from '../../src/charter/isolation/one-state.ts'
import { ownBucket } from '../../src/charter/isolation/own-bucket.ts'
import { ownLockTable } from '../../src/charter/isolation/own-lock-table.ts'
import { ownOutput } from '../../src/charter/isolation/own-output.ts'
import { ownRoles } from '../../src/charter/isolation/own-roles.ts'
import { ownStateKey } from '../../src/charter/isolation/own-state-key.ts'
import type { Declaration } from '../../src/declaration/declaration.ts'
import { rules } from '../../src/charter/rules.ts'
import { declaration } from '../support/valid-blocks.ts'

/** Each rule between two stacks: the place, the clause and the words of its refusal, seen from both of them. */
const test = suite('refusals between stacks')

const mine: Neighbour = { stack: 'integration-north', source: 'stacks/integration-north.ts', declaration, trusted: [] }
const account = '680235478471'
const role = (name: string): string => `arn:aws:iam::${account}:role/${name}`

/** A test may declare what a codec would not brand. */
const asDeclared = (fields: unknown): Declaration => fields as Declaration
type Changes = Partial<Record<keyof Declaration, unknown>>

/** A stack that shares nothing with the first one. */
const apart = asDeclared({
  ...declaration,
  account,
  environment: 'production',
  region: { ...declaration.region, logical: 'south' },
  backend: {
    ...declaration.backend,
    bucket: 'other-tfstate',
    key: `${account}/production/south/terraform.tfstate`,
    lockTable: 'other-tflock'
  },
  bootstrapPrincipal: role('OtherBootstrap'),
  operatorRole: role('OtherOperator'),
  automationRole: role('OtherAutomation'),
  permissionsBoundary: `arn:aws:iam::${account}:policy/OtherBoundary`
})
const source = 'stacks/production-south.ts'
const beside = (changes: Changes = {}, more: Partial<Neighbour> = {}): Neighbour => ({
  stack: 'production-south',
  source,
  declaration: asDeclared({ ...apart, ...changes }),
  trusted: [],
  ...more
})

const refusal = (
  rule: string,
  clause: string,
  at: ReadonlyArray<string | number>,
  expected: string,
  actual: string,
  remedy: string
) => ({ rule, clause, at, expected, actual, remedy })

/** Both see the fault, and the stacks are found by something that they share: so the rule is asked at all. */
const sees = (rule: IsolationRule, one: Neighbour, other: Neighbour, expected: ReadonlyArray<unknown>): void => {
  assert.equal(rule.check(one, other), expected)
  assert.ok(rule.check(other, one).length > 0, 'the other stack sees it too')
  assert.ok(
    rule.by(one).some((each) => rule.by(other).includes(each)),
    'what both share'
  )
}

test('two stacks that share nothing are refused by no rule, and no rule finds them together', () => {
  for (const rule of rules.isolation) {
    assert.equal(rule.check(mine, beside()), [], rule.name)
    assert.equal(rule.check(beside(), mine), [], rule.name)
    assert.not.ok(
      rule.by(mine).some((each) => rule.by(beside()).includes(each)),
      rule.name
    )
  }
})

const backend = (changes: Readonly<Record<string, string>>): Changes => ({
  backend: { ...apart.backend, ...changes }
})

test('one bucket, one lock table, one state key, one folder', () => {
  const { bucket, key, lockTable } = declaration.backend
  sees(ownBucket, mine, beside(backend({ bucket })), [
    refusal(
      'own-bucket',
      'J.6.2 §4',
      ['backend', 'bucket'],
      'a bucket of its own',
      `"${bucket}", which ${source} declares too`,
      'Give each stack its own bucket.'
    )
  ])
  assert.equal(ownBucket.check(mine, beside(backend({ bucket, key }))), [])
  sees(ownStateKey, mine, beside(backend({ bucket, key })), [
    refusal(
      'own-state-key',
      'J.6.2 §4',
      ['backend', 'key'],
      'a state of its own, in a bucket of its own',
      `"${key}", which ${source} declares too`,
      'Give each stack its own bucket, and the key that the mapping gives.'
    )
  ])
  for (const same of [{ bucket }, { key }]) assert.equal(ownStateKey.check(mine, beside(backend(same))), [])
  sees(ownLockTable, mine, beside(backend({ lockTable })), [
    refusal(
      'own-lock-table',
      'J.6.2 §4',
      ['backend', 'lockTable'],
      'a lock table of its own',
      `"${lockTable}", which ${source} declares too`,
      'Give each stack its own lock table.'
    )
  ])
  sees(ownOutput, mine, beside({}, { stack: 'Integration-NORTH' }), [
    refusal(
      'own-output',
      'J.6.2 §4',
      [],
      'an output folder of its own, not out/integration-north',
      `${source} is written there too`,
      'Rename one of the two stack files.'
    )
  ])
})

test('one account, environment and logical region: all three, and not two of them', () => {
  const { environment, region } = declaration
  const three = { account: declaration.account, environment, region }
  sees(oneState, mine, beside(three), [
    refusal(
      'one-state',
      'J.7.0 §3.4',
      ['region', 'logical'],
      'one stack for each account, environment and logical region',
      `${source} declares the same three`,
      'Merge the two, or correct account, environment or logical region in one of them.'
    )
  ])
  for (const field of ['account', 'environment', 'region'] as const)
    assert.equal(oneState.check(mine, beside({ ...three, [field]: apart[field] })), [], field)
})

test('one account for an environment, and one partition', () => {
  const { environment } = declaration
  const words = (of: string, part: string) =>
    refusal(
      'one-account',
      'J.6.2 §4',
      ['account'],
      `${of} in ${part}, to which ${source} maps environment "${environment}"`,
      `"${declaration.account}" in aws`,
      'Give each environment one account, or each account an environment of its own.'
    )
  sees(oneAccount, mine, beside({ environment }), [words(account, 'aws')])
  const sovereign = {
    environment,
    account: declaration.account,
    bootstrapPrincipal: role('B').replace('arn:aws:', 'arn:aws-eusc:')
  }
  sees(oneAccount, mine, beside(sovereign), [words(declaration.account, 'aws-eusc')])
  assert.equal(oneAccount.check(mine, beside({ environment, account: declaration.account })), [])
})

const roles = ['operatorRole', 'automationRole', 'permissionsBoundary'] as const
for (const field of roles)
  test(`${field}: one of two stacks, also with another path or other capitals`, () => {
    const same = declaration[field].replace(/\/[^/]+$/, (name) => `/x${name.toUpperCase()}`)
    sees(ownRoles, mine, beside({ [field]: same }), [
      refusal(
        'own-roles',
        'J.6.2 §6',
        [field],
        'a name of its own: IAM does not tell names by their path or by capitals',
        `${source} declares the same`,
        'Give each stack its own roles and its own boundary.'
      )
    ])
  })

test('the operator of one stack is not the automation of another', () => {
  assert.equal(
    ownRoles.check(mine, beside({ automationRole: declaration.operatorRole })).map(({ at }) => at),
    [['operatorRole']]
  )
})

const apartWords = [
  'a bootstrap principal that no stack makes, and roles that no stack has as its bootstrap principal',
  'Name a role that exists before day 0 as bootstrap principal, and give each stack roles of its own.'
] as const

for (const made of ['operatorRole', 'automationRole'] as const)
  for (const field of ['bootstrapPrincipal', 'nextBootstrapPrincipal'] as const)
    test(`${made} is the ${field} of another stack: both are told`, () => {
      const other = beside({ [field]: declaration[made] })
      const at = (place: string, what: string) =>
        refusal('bootstrap-apart', 'J.6.2 §6', [place], apartWords[0], `"${declaration[made]}", ${what}`, apartWords[1])
      sees(bootstrapApart, mine, other, [at(made, `the bootstrap principal of ${source}`)])
      assert.equal(bootstrapApart.check(other, mine), [at(field, `a role that ${mine.source} makes`)])
    })

test('several stacks may have one bootstrap principal', () => {
  assert.equal(bootstrapApart.check(mine, beside({ bootstrapPrincipal: declaration.bootstrapPrincipal })), [])
})

const trust = (by: 'operator' | 'automation', arn: string): Neighbour['trusted'] => [
  { by, arn, at: ['parts', 3, 'trust'] }
]

for (const made of ['operatorRole', 'automationRole'] as const)
  test(`no role of another stack trusts ${made}: both are told`, () => {
    const other = beside({}, { trusted: trust('operator', declaration[made]) })
    const at = (place: ReadonlyArray<string | number>, what: string) =>
      refusal(
        'no-role-chains',
        'J.6.2 §4',
        place,
        'no role of one stack that leads to a role of another',
        `"${declaration[made]}", ${what}`,
        'Trust the role that people or automation sign in with, and not a role that a stack makes.'
      )
    sees(noRoleChains, mine, other, [at([made], `which a role of ${source} trusts`)])
    assert.equal(noRoleChains.check(other, mine), [at(['parts', 3, 'trust'], `a role of ${mine.source}`)])
  })

test('who acts for people in one stack acts for automation in no other', () => {
  const who = role('Person')
  const one = { ...mine, trusted: trust('operator', who) }
  const other = beside({}, { trusted: trust('automation', who.replace('Person', 'x/PERSON')) })
  const at = (arn: string, words: string, of: string) =>
    refusal(
      'one-side',
      'J.7.0 §7',
      ['parts', 3, 'trust'],
      'a principal that is on one side only, in all stacks',
      `"${arn}", which ${words} in ${of}`,
      'Use one role for people and another for automation, in all stacks alike.'
    )
  sees(oneSide, one, other, [at(who, 'acts for automation', source)])
  assert.equal(oneSide.check(other, one), [at(role('x/PERSON'), 'acts for people', mine.source)])
  assert.equal(oneSide.check(one, beside({}, { trusted: trust('operator', who) })), [])
  for (const field of ['bootstrapPrincipal', 'nextBootstrapPrincipal'] as const) {
    const automated = beside({}, { trusted: trust('automation', who) })
    assert.equal(
      oneSide
        .check({ ...mine, declaration: asDeclared({ ...declaration, [field]: who }) }, automated)
        .map((each) => each.at),
      [[field]]
    )
  }
})

test.run()
