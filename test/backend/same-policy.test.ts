import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { changedStatements, isSamePolicy } from '../../src/backend/same-policy.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('whether a policy is the declared one')

const { policy } = wantedOfStaging().bucket
type Statement = Record<string, unknown>
const actionsOf = (statement: Statement | undefined): Array<string> => (statement?.['Action'] ?? []) as Array<string>
const changed = (change: (statements: Array<Statement>) => void): string => {
  const copy = structuredClone(policy) as unknown as { Statement: Array<Statement> }
  change(copy.Statement)
  return JSON.stringify(copy)
}

test('itself, in any spacing', () => {
  assert.ok(isSamePolicy(policy, JSON.stringify(policy)))
  assert.ok(isSamePolicy(policy, JSON.stringify(policy, undefined, 4)))
})

test('a list of one action as that action, and condition values as lists', () => {
  assert.ok(
    isSamePolicy(
      policy,
      changed(([first]) =>
        Object.assign(first ?? {}, { Action: 's3:*', Condition: { Bool: { 'aws:SecureTransport': ['false'] } } })
      )
    )
  )
})

test('a list of actions, resources or principals in another order, and one alone without its list', () => {
  const of = (part: object): object => ({ Version: '2012-10-17', Statement: [{ Sid: 'A', Effect: 'Deny', ...part }] })
  for (const name of ['Action', 'NotAction', 'Resource', 'NotResource']) {
    assert.ok(isSamePolicy(of({ [name]: ['a', 'b'] }) as never, JSON.stringify(of({ [name]: ['b', 'a'] }))), name)
    assert.ok(isSamePolicy(of({ [name]: ['a'] }) as never, JSON.stringify(of({ [name]: 'a' }))), name)
    assert.not(isSamePolicy(of({ [name]: ['a', 'b'] }) as never, JSON.stringify(of({ [name]: ['a'] }))), name)
  }
  for (const name of ['Principal', 'NotPrincipal'])
    assert.ok(
      isSamePolicy(of({ [name]: { AWS: ['a', 'b'] } }) as never, JSON.stringify(of({ [name]: { AWS: ['b', 'a'] } }))),
      name
    )
})

const others: Readonly<Record<string, (statements: Array<Statement>) => void>> = {
  'one statement less': (statements) => statements.pop(),
  'one statement twice': (statements) => statements.push(structuredClone(statements[0] ?? {})),
  'a condition that is null': ([first]) => Object.assign(first ?? {}, { Condition: null }),
  'a condition that is a text': ([first]) => Object.assign(first ?? {}, { Condition: 'Bool' }),
  'a condition without its keys': ([first]) => Object.assign(first ?? {}, { Condition: { Bool: 'x' } }),
  'an action more': (statements) => actionsOf(statements[4]).push('s3:GetObject'),
  'an action less': (statements) => actionsOf(statements[4]).pop(),
  'Allow for Deny': (statements) => Object.assign(statements[0] ?? {}, { Effect: 'Allow' }),
  'another principal': (statements) =>
    Object.assign(statements[0] ?? {}, { Principal: { AWS: 'arn:aws:iam::111122223333:root' } }),
  'another condition value': (statements) =>
    Object.assign(statements[1] ?? {}, { Condition: { NumericLessThan: { 's3:TlsVersion': '1.1' } } }),
  'no condition': (statements) => delete statements[2]?.['Condition'],
  'a condition more': (statements) =>
    Object.assign(statements[4] ?? {}, { Condition: { Bool: { 'aws:SecureTransport': 'true' } } })
}
for (const [what, change] of Object.entries(others))
  test(`not with ${what}`, () => {
    assert.not(isSamePolicy(policy, changed(change)))
  })

test('not a text without a policy', () => {
  for (const text of ['', '{}', '[]', 'null', '<html>', '{"Statement":[]}']) assert.not(isSamePolicy(policy, text))
})

test('a statement without a name, or with the name of one before, goes by its place, which a person counts from one', () => {
  const deny = (Sid: string | undefined, Action: string) => ({
    ...(Sid === undefined ? {} : { Sid }),
    Effect: 'Deny',
    Action
  })
  const policy = (...Statement: ReadonlyArray<object>) => ({ Version: '2012-10-17', Statement }) as never
  const declared = policy(deny(undefined, 's3:A'), deny('Two', 's3:B'), deny('Two', 's3:C'))
  assert.equal(changedStatements(declared, declared), [])
  assert.equal(changedStatements(declared, policy(deny(undefined, 's3:X'), deny('Two', 's3:B'), deny('Two', 's3:Y'))), [
    'the statement number 1 is another one',
    'the statement number 3 is another one'
  ])
  assert.equal(changedStatements(declared, policy(deny('One', 's3:A'), deny('Two', 's3:B'))), [
    'the statement number 1 is missing',
    'the statement number 3 is missing',
    'the statement One is not declared'
  ])
})

test.run()
