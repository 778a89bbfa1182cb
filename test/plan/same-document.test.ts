import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { readsTheSame } from '../../src/access/questions.ts'
import type { Json } from '../../src/terraform/json.ts'
import { documentIn, isSameDocument } from '../../src/plan/same-document.ts'

const test = suite('equal policies')

const policy = (over: object): Json => ({
  Version: '2012-10-17',
  Statement: [{ Sid: 'A', Effect: 'Allow', Action: ['s3:GetObject', 's3:ListBucket'], Resource: '*', ...over }]
})

test('sets have no order, one alone needs no list, keys have no order', () => {
  const other = {
    Statement: [{ Resource: ['*'], Action: ['s3:ListBucket', 's3:GetObject'], Effect: 'Allow', Sid: 'A' }]
  }
  assert.ok(isSameDocument(policy({}), { ...other, Version: '2012-10-17' }))
})

/** The reading of what a document gives finds no difference in these; a person who reviewed one did not see the other. */
const deceptive: Readonly<Record<string, readonly [object, object]>> = {
  'another Sid': [{ Sid: 'A' }, { Sid: 'B' }],
  'an action in other letters': [{ Action: 's3:GetObject' }, { Action: 's3:getobject' }],
  'a condition key in other letters': [
    { Condition: { Bool: { 'aws:SecureTransport': 'true' } } },
    { Condition: { Bool: { 'aws:securetransport': 'true' } } }
  ]
}
for (const [what, [one, other]] of Object.entries(deceptive))
  test(`${what} is another document`, () => {
    assert.ok(readsTheSame(policy(one), policy(other)))
    assert.not(isSameDocument(policy(one), policy(other)))
  })

test('one value that reads like two is another document by either reading', () => {
  const [one, other] = [['a', 'b'], 'a or b'].map((value) =>
    policy({ Condition: { StringEquals: { 'aws:PrincipalTag/x': value } } })
  )
  assert.not(readsTheSame(one, other))
  assert.not(isSameDocument(one, other))
})

test('a document with a key twice is not read, but a text', () => {
  const text = '{"Version":"2012-10-17","Statement":[],"Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}'
  assert.is(documentIn(text), text)
  assert.not(isSameDocument(documentIn(text), { Version: '2012-10-17', Statement: [] }))
})

test('no document is the same as none', () => {
  assert.ok(isSameDocument(undefined, undefined))
  assert.not(isSameDocument(undefined, policy({})))
})

test.run()
