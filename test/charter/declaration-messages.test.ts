import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { DeclarationRule } from '../../src/charter/charter.ts'
import { partition } from '../../src/charter/declaration/partition.ts'
import { placeholders } from '../../src/charter/declaration/placeholders.ts'
import { principalsDistinct } from '../../src/charter/declaration/principals-distinct.ts'
import { principalsInAccount } from '../../src/charter/declaration/principals-in-account.ts'
import { providerProofAccepted } from '../../src/charter/declaration/provider-proof-accepted.ts'
import { stackNameMapping } from '../../src/charter/declaration/stack-name-mapping.ts'
import { stateKeyMapping } from '../../src/charter/declaration/state-key-mapping.ts'
import { j70 } from '../../src/charter/j-7-0.ts'
import type { Declaration } from '../../src/declaration/declaration.ts'
import { rules } from '../../src/charter/rules.ts'
import { validDeclaration } from '../support/valid-stack.ts'

/** Each rule on declarations: the place, the clause and the words of its refusal for each field, and no false alarm. */
const test = suite('refusals of declarations')

type Fields = Readonly<Record<string, unknown>>
const without = (field: string): Fields =>
  Object.fromEntries(Object.entries(validDeclaration).filter(([name]) => name !== field))
const account = '029608264753'
const other = '680235478471'

const of = (
  rule: DeclarationRule,
  fields: Fields,
  without: ReadonlyArray<string> = [],
  stackName = 'integration-north'
) => {
  const declared: Fields = { ...validDeclaration, ...fields }
  const declaration = Object.fromEntries(Object.entries(declared).filter(([name]) => !without.includes(name)))
  return rule.check({ declaration, stackName, charter: j70 })
}
const four = ['bootstrapPrincipal', 'operatorRole', 'automationRole', 'permissionsBoundary'] as const
const five = [...four, 'nextBootstrapPrincipal'] as const
const arn = (field: string, of = account, part = 'aws'): string =>
  `arn:${part}:iam::${of}:${field === 'permissionsBoundary' ? 'policy' : 'role'}/${field}X`

test('a declaration without a fault is refused by no rule, also where one of its fields is missing', () => {
  for (const rule of rules.declaration)
    for (const field of Object.keys(validDeclaration))
      assert.equal(
        rule.check({
          declaration: without(field),
          stackName: 'integration-north',
          charter: j70
        }),
        [],
        `${rule.name} without ${field}`
      )
})

for (const field of five)
  test(`${field}: another partition, another account, another role of the same name`, () => {
    assert.equal(of(partition, { [field]: arn(field, account, 'aws-eusc') }), [
      {
        rule: 'partition',
        clause: 'J.7.0 §4',
        at: [field],
        expected: 'an ARN of partition aws, to which eu-north-1 belongs',
        actual: 'partition aws-eusc',
        remedy: 'Begin the ARN with arn:aws: or correct the region.'
      }
    ])
    assert.equal(of(principalsInAccount, { [field]: arn(field, other) }), [
      {
        rule: 'principals-in-account',
        clause: 'J.7.0 §4',
        at: [field],
        expected: `an ARN in the declared account ${account}`,
        actual: `account ${other}`,
        remedy: 'Correct the account in the ARN, or the declared account.'
      }
    ])
  })

test('in the Sovereign Cloud every ARN is of its partition', () => {
  const region = { ...validDeclaration.region, aws: 'eusc-de-east-1' }
  assert.equal(
    of(partition, { region }).map(({ at }) => at),
    four.map((field) => [field])
  )
  assert.equal(of(partition, { region: { ...region, aws: 'us-east-1' } }), [])
})

test('the four ARNs agree on another account: the declared account is refused, and it alone', () => {
  assert.equal(of(principalsInAccount, { account: other }), [
    {
      rule: 'principals-in-account',
      clause: 'J.7.0 §4',
      at: ['account'],
      expected: `${account}, the account of all four ARNs`,
      actual: `account ${other}`,
      remedy: 'Correct the declared account, or the account in all four ARNs.'
    }
  ])
  const key = `${account}/integration/north/terraform.tfstate`
  assert.equal(of(stateKeyMapping, { account: other }), [])
  assert.is(of(stateKeyMapping, { account: other, backend: { ...validDeclaration.backend, key: `${key}x` } }).length, 1)
  assert.equal(of(principalsInAccount, { account: '111111111111' }), [])
})

for (const field of four)
  test(`without ${field} the key of another account is refused by the account`, () => {
    assert.is(of(stateKeyMapping, { account: other }, [field]).length, 1)
  })

test('the state key: what the mapping gives, and what stands there', () => {
  const backend = { ...validDeclaration.backend, key: `${account}/production/north/terraform.tfstate` }
  assert.equal(of(stateKeyMapping, { backend }), [
    {
      rule: 'state-key-mapping',
      clause: 'J.6.2 §4',
      at: ['backend', 'key'],
      expected: `"${account}/integration/north/terraform.tfstate"`,
      actual: `"${backend.key}"`,
      remedy: 'Write the key that the mapping gives: account, environment, logical region, terraform.tfstate.'
    }
  ])
  for (const field of ['account', 'environment', 'region', 'backend'])
    assert.equal(of(stateKeyMapping, { backend }, [field]), [], field)
})

test('the file of a stack: the name that the mapping gives, and the one that it has', () => {
  assert.equal(of(stackNameMapping, {}, [], 'north'), [
    {
      rule: 'stack-name-mapping',
      clause: 'J.6.2 §4',
      at: ['environment'],
      expected: 'the file stacks/integration-north.ts for environment "integration" and logical region "north"',
      actual: 'stacks/north.ts',
      remedy: 'Rename the file, or correct environment or logical region.'
    }
  ])
})

const roles = ['bootstrapPrincipal', 'operatorRole', 'automationRole', 'nextBootstrapPrincipal'] as const
for (const [index, later] of roles.entries())
  for (const earlier of roles.slice(0, index))
    test(`${later} and ${earlier} are one role by name, with another path or other capitals`, () => {
      const named = { [earlier]: `arn:aws:iam::${account}:role/a/Same`, [later]: `arn:aws:iam::${account}:role/b/SAME` }
      assert.equal(of(principalsDistinct, named), [
        {
          rule: 'principals-distinct',
          clause: 'J.7.0 §7',
          at: [later],
          expected: 'a role of its own: human operators, automation and the bootstrap principal are separate',
          actual: `the same role name as ${earlier}`,
          remedy: 'Give each of them a name of its own.'
        }
      ])
    })

const placeholder = (at: ReadonlyArray<string | number>, expected: string, actual: string) => ({
  rule: 'placeholders',
  clause: 'J.7.0 §6',
  at,
  expected,
  actual,
  remedy: 'Write the real value; a placeholder is an ambiguous configuration.'
})

test('an account that no customer has is a placeholder, in each place', () => {
  const real = 'the id of an account that exists'
  for (const id of ['123456789012', '000000000000', '999999999999']) {
    assert.equal(of(placeholders, { account: id }), [placeholder(['account'], real, `"${id}"`)])
    assert.equal(of(placeholders, { trustedAccounts: [account, id] }), [
      placeholder(['trustedAccounts', 1], real, `"${id}"`)
    ])
  }
  for (const id of ['111111111112', '211111111111', '123456789013']) assert.equal(of(placeholders, { account: id }), [])
})

test('a name that stands for a value to come is a placeholder, in each place', () => {
  const names: ReadonlyArray<readonly [ReadonlyArray<string>, string]> = [
    [['environment'], 'example'],
    [['region', 'logical'], 'example'],
    [['backend', 'bucket'], 'example-bucket'],
    [['backend', 'lockTable'], 'example-table'],
    ...five.map((field) => [[field], arn('example').replace('exampleX', 'example')] as const)
  ]
  for (const [at, name] of names) {
    const [first = '', second] = at
    const declared: Fields = { ...validDeclaration }
    const value = second === undefined ? name : { ...(declared[first] as object), [second]: name }
    assert.equal(of(placeholders, { [first]: value }), [placeholder(at, 'a name that is meant to stay', `"${name}"`)])
  }
})

test('each word for a placeholder counts by itself, and not inside of another', () => {
  const words =
    'changeme change-me todo to-do tbd fixme fix-me placeholder dummy example sample your my foo bar xxx xxxx'
  for (const word of words.split(' ')) {
    for (const name of [word, word.toUpperCase(), `a-${word}`, `${word}-a`, `1${word}2`])
      assert.is(of(placeholders, { environment: name }).length, 1, name)
    for (const name of [`q${word}`, `${word}q`]) assert.equal(of(placeholders, { environment: name }), [], name)
  }
})

const unproven = 'checked against its schema, not run'

for (const [title, versions, words] of [
  [
    'a release that was not run is accepted in words',
    { awsProvider: '6.66.0' },
    [
      `acceptedProof: '${unproven}', for that is all that is known of the AWS provider 6.66.0`,
      'nothing: it is missing',
      `Write acceptedProof: '${unproven}', or pin a release that is proven by run: 5.100.0, 7.0.0.`
    ]
  ],
  [
    'a release that was run needs no words',
    { awsProvider: '5.100.0', acceptedProof: unproven },
    ['no acceptedProof: the AWS provider 5.100.0 is proven by run', `"${unproven}"`, 'Remove acceptedProof.']
  ],
  ['a release that was not run and is accepted', { awsProvider: '6.66.0', acceptedProof: unproven }, undefined],
  ['a release that was run', { awsProvider: '5.100.0' }, undefined],
  ['a release that the charter does not know', { awsProvider: '4.0.0', acceptedProof: unproven }, undefined]
] as const)
  test(`the proof of a provider: ${title}`, () => {
    const declaration: unknown = { versions: { ...validDeclaration.versions, ...versions } }
    const found = providerProofAccepted.check({
      declaration: declaration as Partial<Declaration>,
      stackName: 'integration-north',
      charter: {
        ...j70,
        providerReleases: { ...j70.providerReleases, '7.0.0': { proof: 'proven by run', builds: [] } }
      }
    })
    const [expected, actual, remedy] = words ?? []
    assert.equal(
      found,
      words === undefined
        ? []
        : [
            {
              rule: 'provider-proof-accepted',
              clause: 'J.7.0 §4',
              at: ['versions', 'acceptedProof'],
              expected,
              actual,
              remedy
            }
          ]
    )
  })

test.run()
