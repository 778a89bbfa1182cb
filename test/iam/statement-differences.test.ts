import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { policyDocument } from '../../src/iam/document.ts'
import { statementDifferences } from '../../src/iam/statement-differences.ts'
import type { Json } from '../../src/terraform/json.ts'

const test = suite('statement differences')

const read = { Sid: 'Read', Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: ['arn:a'] } as const
const deny = {
  Sid: 'Deny',
  Effect: 'Deny',
  Action: ['s3:*'],
  Resource: ['*'],
  Condition: { Bool: { x: 'false' } }
} as const
const wanted = policyDocument(read, deny)

const lines = (...statements: ReadonlyArray<Json>): ReadonlyArray<string> =>
  statementDifferences(wanted, { Version: '2012-10-17', Statement: statements }).map(
    ({ at, expected, actual }) => `${at.join('.')}: ${expected} / ${actual}`
  )

test('the same statements in any order are the same policy', () => {
  assert.equal(lines(read, deny), [])
  assert.equal(lines(deny, read), [])
})

test('lists are told by what is gained and lost', () => {
  assert.equal(lines({ ...read, Action: ['s3:GetObject', 's3:PutObject'] }, deny), [
    'Statement.0.Action: also ["s3:ListBucket"] / also ["s3:PutObject"]'
  ])
  assert.equal(lines({ ...read, Action: ['s3:GetObject', 's3:ListBucket', 's3:*'] }, deny), [
    'Statement.0.Action: nothing beyond what is authorised / also ["s3:*"]'
  ])
  assert.equal(lines({ ...read, Action: ['s3:GetObject'] }, deny), [
    'Statement.0.Action: also ["s3:ListBucket"] / without them'
  ])
})

test('a list in another order, or with one item twice, is another list', () => {
  const declared = 'Statement.0.Action: ["s3:GetObject","s3:ListBucket"] / '
  assert.equal(lines({ ...read, Action: ['s3:ListBucket', 's3:GetObject'] }, deny), [
    `${declared}["s3:ListBucket","s3:GetObject"]`
  ])
  assert.equal(lines({ ...read, Action: ['s3:GetObject', 's3:GetObject', 's3:ListBucket'] }, deny), [
    `${declared}["s3:GetObject","s3:GetObject","s3:ListBucket"]`
  ])
})

test('elements that are missing, others, or too many', () => {
  const { Condition: _, ...open } = deny
  assert.equal(lines(read, open), ['Statement.1.Condition: {"Bool":{"x":"false"}} / nothing: it is missing'])
  assert.equal(lines({ ...read, Effect: 'Deny' }, deny), ['Statement.0.Effect: "Allow" / "Deny"'])
  assert.equal(lines({ ...read, Principal: '*' }, deny), ['Statement.0.Principal: no such element / "*"'])
})

test('a list is not the text in it', () => {
  assert.equal(lines({ ...read, Resource: 'arn:a' }, deny), ['Statement.0.Resource: ["arn:a"] / "arn:a"'])
})

test('statements that are missing, unknown, twice, without a name, or none', () => {
  const [own, other] = [
    { Sid: 'Own', Effect: 'Deny' },
    { Sid: 'Other', Effect: 'Allow' }
  ] as const
  const between = statementDifferences(policyDocument(own), { Version: '2012-10-17', Statement: [other] })
  assert.equal(between, [
    {
      at: ['Statement'],
      expected: 'the statement Own: {"Sid":"Own","Effect":"Deny"}',
      actual: 'nothing: it is missing'
    },
    { at: ['Statement', 0], expected: 'no such statement', actual: '{"Sid":"Other","Effect":"Allow"}' }
  ])
  assert.match(lines(read)[0] ?? '', /^Statement: the statement Deny: .* \/ nothing: it is missing$/)
  assert.match(lines(read, deny, { ...read, Sid: 'More' })[0] ?? '', /^Statement\.2: no such statement \/ /)
  assert.match(lines(read, deny, read)[0] ?? '', /^Statement\.2: no such statement \/ /)
  const { Sid: _, ...nameless } = read
  assert.is(lines(nameless, deny).length, 2)
  for (const odd of ['x', 1, true, [], [read]]) assert.equal(lines(read, deny, odd).length, 1)
})

test('a name that JavaScript knows is an element like others', () => {
  const odd = JSON.parse('{ "__proto__": {}, "constructor": {} }') as Record<string, Json>
  const statement = Object.fromEntries([...Object.entries(read), ...Object.entries(odd)])
  assert.equal(lines(statement, deny), [
    'Statement.0.__proto__: no such element / {}',
    'Statement.0.constructor: no such element / {}'
  ])
})

test('a value that is not a policy', () => {
  for (const [odd, actual] of [
    ['x', '"x"'],
    [1, '1'],
    [[], '[]'],
    [{}, '{}'],
    [{ Statement: 'a' }, '{"Statement":"a"}']
  ] as const)
    assert.equal(statementDifferences(wanted, odd), [{ at: [], expected: 'a policy document', actual }])
})

test.run()
