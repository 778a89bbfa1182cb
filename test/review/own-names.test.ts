import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { comparedStacks } from '../../src/review/like-changes.ts'
import { ownNames, questionOf, shownMarks } from '../../src/review/own-names.ts'
import type { JsonObject } from '../../src/terraform/json.ts'

const test = suite('the names that a stack alone has')

const text = readFileSync(new URL('../project/out/staging-eu/main.tf.json', import.meta.url), 'utf8')
const named = (environment: string, account: string, from = '', to = ''): JsonObject => {
  const capital = environment.slice(0, 1).toUpperCase() + environment.slice(1)
  const other = text
    .replaceAll('111122223333', account)
    .replaceAll('staging', environment)
    .replaceAll('Staging', capital)
  return JSON.parse(other.replaceAll(from, to)) as JsonObject
}
const staging = named('staging', '111122223333')
const names = ownNames('staging-eu', [staging])

test('a text with them is shown with what each is, and any other text as it is', () => {
  const shown = (of: string): string => shownMarks(names.marked(of))
  for (const [of, as] of [
    [
      'arn:aws:s3:::zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate',
      'arn:aws:s3:::<bucket>/<state key>'
    ],
    ['table/zenthea-staging-eu-tflock in eu-central-1', 'table/<lock table> in <region>'],
    [
      'the role ZentheaStagingEuOperator, or ZentheaStagingEuAutomation',
      'the role <operator role>, or <automation role>'
    ],
    ['policy/ZentheaStagingEuBoundary of 111122223333', 'policy/<boundary> of <account>'],
    [
      'staging/eu and staging, Staging and ZentheaStagingX',
      '<environment>/<region> and <environment>, <environment> and Zenthea<environment>X'
    ],
    ['stagings, upstaging, Stagings and eu', 'stagings, upstaging, Stagings and eu']
  ] as const)
    assert.is(shown(of), as)
})

test('a name that two things have is that of the first, and one letter is not a name', () => {
  const root = structuredClone(staging) as { terraform: { backend: { s3: Record<string, string> } } }
  Object.assign(root.terraform.backend.s3, { dynamodb_table: 'zenthea-staging-eu-tfstate', key: 'k' })
  const { marked } = ownNames('staging-eu', [root])
  assert.is(shownMarks(marked('zenthea-staging-eu-tfstate and k')), '<bucket> and k')
})

test('two stacks that differ by their names alone ask the same, and are compared once', () => {
  const others = ['production', 'qa'].map((environment, index) => [environment, `22223333444${index}`] as const)
  const compared = comparedStacks(
    [['staging', '111122223333'] as const, ...others].map(([environment, account]) => [
      `${environment}-eu`,
      named(environment, account),
      named(environment, account, '"s3:GetObject"', '"s3:*"')
    ])
  )
  assert.is(compared.length, 3)
  const [first] = compared
  for (const { changes, toldOf } of compared) {
    assert.is(changes, first?.changes)
    assert.is(toldOf, first?.toldOf)
  }
})

/** A text with each mark as what it stands for. */
const back = ({ marked, values }: ReturnType<typeof ownNames>, of: string): string =>
  marked(of).replace(/[\ue000-\uf8ff]/g, (one) => values.get(one) ?? one)

test('each mark stands for the name in whose place it is', () => {
  const both = ownNames('staging-eu', [staging, named('staging', '999999999999', 'staging-eu-tf', 'other-tf')])
  for (const of of [
    'staging, Staging and staging/eu',
    JSON.stringify(staging),
    '999999999999 and zenthea-other-tflock'
  ]) {
    assert.is.not(both.marked(of), of)
    assert.is(back(both, of), of)
  }
})

test('a stack whose name does not say its environment has the names of its file alone', () => {
  const backend = { terraform: { backend: { s3: { bucket: 'a-bucket' } } } }
  assert.is(shownMarks(ownNames('lone', [backend]).marked('of a-bucket')), 'of <bucket>')
  assert.is(ownNames('lone', []).marked('of a-bucket'), 'of a-bucket')
})

/** What a stack asks whose lock table, or whose file before, is this one. */
const asked = (table: string, before: JsonObject = {}): string | undefined =>
  questionOf(ownNames('lone', [{ terraform: { backend: { s3: { dynamodb_table: table } } } }]), before, { a: table })

/** Source: AWS, "IAM JSON policy elements: Principal": twelve digits are an account. */
test('two stacks ask the same where the file before and the form of each name are the same', () => {
  assert.is(asked('one'), asked('two'))
  assert.is(asked('111122223333'), asked('444455556666'))
  for (const other of ['111122223333', 'one/two']) assert.is.not(asked('one'), asked(other), other)
  for (const other of ['11112222333', '1111222233334']) assert.is(asked('one'), asked(other), other)
  assert.is.not(asked('one'), asked('one', { a: 'x' }))
})

/** Whether the change of a file into one with this value may stand for that of another stack. */
const standsForOthers = (value: JsonObject): boolean => questionOf(names, {}, value) !== undefined

test('a change stands for others where no name of the stack could match otherwise there', () => {
  for (const value of [
    { a: 'staging' },
    { a: 's3:*' },
    { a: 's3:Get?' },
    { a: 'arn:x*' },
    { a: 'arn:aws:s3:::zenthea-staging-eu-tfstate/*' },
    { StringEquals: { 'aws:ResourceAccount': '111122223333' } },
    { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } }
  ])
    assert.ok(standsForOthers(value), JSON.stringify(value))
  for (const value of [
    { a: 'x*y' },
    { a: 'x?' },
    { a: '*x*' },
    { a: '?x*' },
    { a: 'staging:Get' },
    { a: 'stag*', b: 'staging' },
    { NumericLessThan: { x: '111122223333' } },
    { numericEquals: [{ x: ['111122223333'] }] },
    { a: '\ue000' },
    { '\uf8ff': 'a' }
  ])
    assert.not.ok(standsForOthers(value), JSON.stringify(value))
})

test('a stack with an odd name stands for itself alone', () => {
  const odd = ownNames('sta ging-eu', [named('sta ging', '111122223333')])
  assert.is(questionOf(odd, {}, { a: 'b' }), undefined)
})

test.run()
