import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { carriesOne } from '../../src/access/criterion.ts'
import { clausesIn, underBoundary } from '../../src/access/statement.ts'
import type { Json, JsonObject } from '../../src/terraform/json.ts'

const test = suite('what a statement asks')

const arn = 'arn:aws:s3:::a'
const base = { Sid: 'One', Effect: 'Allow', Action: 's3:GetObject', Resource: arn }
const clauses = (statement: Json, Version = '2012-10-17') => clausesIn({ Version, Statement: statement })

/** Each clause in one line: how it grants, and whether each of its questions is decided. */
const told = (document: Json | undefined): ReadonlyArray<string> =>
  clausesIn(document).map(
    ({ effect, grant, sid, criteria }) =>
      `${effect} ${grant} ${sid}: ${criteria.map(({ dimension, undecided }) => (undecided === undefined ? dimension : 'undecided')).join(', ')}`
  )
const of = (changes: JsonObject): ReadonlyArray<string> =>
  told({ Version: '2012-10-17', Statement: { ...base, ...changes } })
const without = (name: keyof typeof base): JsonObject =>
  Object.fromEntries(Object.entries(base).filter(([key]) => key !== name))

const odd = ['Allow session One: undecided']
const asked = ['Allow session One: action, resource']

test('a document: one statement or a list, and none says nothing', () => {
  assert.equal(told(undefined), [])
  assert.equal(told({}), [])
  assert.equal(told({ Statement: [] }), [])
  assert.equal(told({ Statement: base }), asked)
  assert.equal(told({ Statement: [base, { ...base, Effect: 'Deny', Sid: '' }] }), [
    ...asked,
    'Deny session a statement without Sid: action, resource'
  ])
})

test('what is not understood may allow and may deny, or has the effect that it says', () => {
  const both = ['Allow', 'Deny'].map((effect) => `${effect} session a statement without Sid: undecided`)
  for (const document of ['x', null, 1, [base], { Statement: 'x' }, { Statement: [null] }] as ReadonlyArray<Json>)
    assert.equal(told(document), both, JSON.stringify(document))
  assert.equal(of({ Effect: 'allow' }), ['Allow session One: undecided', 'Deny session One: undecided'])
  assert.equal(of({ Effect: 'Deny', Extra: 1 }), ['Deny session One: undecided'])
  assert.equal(told({ Statement: without('Effect') }), ['Allow session One: undecided', 'Deny session One: undecided'])
  assert.match(clauses({ ...base, Extra: 1 })[0]?.criteria[0]?.undecided ?? '', /^Allow by the statement .*"Extra"/)
})

/** Source: IAM, "Grammar of the IAM JSON policy language". */
const elements: ReadonlyArray<readonly [JsonObject, ReadonlyArray<string>]> = [
  [{ Extra: 1 }, odd],
  [{ NotAction: 's3:*' }, odd],
  [{ NotResource: arn }, odd],
  [{ Action: { a: 's3:*' } }, ['Allow session One: undecided']],
  [{ Action: [['s3:*']] }, odd],
  [{ Resource: { a: arn } }, odd],
  [{ Condition: 'x' }, odd],
  [{ Condition: {} }, asked],
  [{ Principal: 5 }, odd],
  [
    { Condition: { Bool: { 'aws:SecureTransport': true, 'aws:Other': 'false' } } },
    [`${asked[0]}, key aws:other, key aws:securetransport`]
  ],
  [{ Condition: { Bool: 'true' } }, [`${asked[0]}, undecided`]],
  [{ Condition: { Bool: { 'aws:SecureTransport': { a: 1 } } } }, [`${asked[0]}, undecided`]],
  [
    { Condition: { ArnEquals: { 'aws:PrincipalArn': 'arn:aws:iam::111122223333:role/a' } } },
    [`${asked[0]}, principal`]
  ],
  [{ Principal: '*' }, ['Allow session One: principal, action, resource']],
  [{ Principal: '111122223333' }, ['Allow account One: principal, action, resource']],
  [
    { Principal: { AWS: ['111122223333', 'arn:aws:iam::111122223333:role/a'], Service: 's3.amazonaws.com' } },
    ['account', 'principal', 'session'].map((grant) => `Allow ${grant} One: principal, action, resource`)
  ],
  [{ Principal: { AWS: { a: 1 } } }, ['Allow session One: undecided, action, resource']],
  [{ NotPrincipal: { AWS: '*' } }, ['Allow session One: undecided, action, resource']]
]
for (const [changes, expected] of elements)
  test(`a statement with ${JSON.stringify(changes)}`, () => assert.equal(of(changes), expected))

test('a trust policy has no resource, and a statement without an action is not understood', () => {
  assert.equal(told({ Statement: without('Resource') }), ['Allow session One: action'])
  assert.equal(told({ Statement: without('Action') }), odd)
})

const decided: Readonly<Record<'Action' | 'Resource', ReadonlyArray<string>>> = {
  Action: ['s3:GetObject', 'S3:GETOBJECT', '*', '**', 's3:*', '*:*', 's?:Get?', 'elastic-map:a', 'a4b:x_y'],
  Resource: ['*', arn, `${arn}:b`, `${arn}/*`, 'arn:*:*:*:*:*', 'a:b:c:d:e:f']
}
const open: typeof decided = {
  Action: ['', 's3', 's3:', ':Get', 's3:a:b', 's3:a b', ' s3:a', 's3 :a', 's_3:a', '*x', 'x*', 'x**', '**x', 's3:a\n'],
  Resource: ['', 'a', '**', '*x', 'arn:aws:s3::a', 'arn:aws:iam::1']
}
for (const name of ['Action', 'Resource'] as const)
  for (const element of [name, `Not${name}`] as const)
    test(`${element}: a value of IAM's form is decided, and any other is not`, () => {
      const criteria = (value: Json) =>
        clauses({ ...without(name), [element]: value })[0]?.criteria.filter(
          ({ dimension }) => !/^(?:action|resource)$/.test(dimension)
        )
      for (const value of decided[name]) assert.equal(criteria(value), [], value)
      for (const value of open[name]) {
        assert.is(criteria(value)?.length, 1, JSON.stringify(value))
        assert.is(criteria([...decided[name], value])?.length, 1, JSON.stringify(value))
        assert.match(criteria(value)?.[0]?.undecided ?? '', new RegExp(`^${element} \\[`))
      }
    })

test('a variable in a resource is not decided, and is a text in a document of the older version', () => {
  const isDecided = (resource: string, version: string): boolean =>
    clauses({ ...base, Resource: [arn, resource] }, version)[0]?.criteria.every(
      ({ undecided }) => undecided === undefined
    ) === true
  assert.is(isDecided(`${arn}/\${aws:username}`, '2012-10-17'), false)
  assert.is(isDecided(`${arn}/\${aws:username}`, '2008-10-17'), true)
  assert.is(isDecided(`${arn}/plain`, '2012-10-17'), true)
})

/** Which values an element holds for, and for which not. Actions have no case, resources have. */
const holding: ReadonlyArray<readonly [JsonObject, string, ReadonlyArray<string>, ReadonlyArray<string>]> = [
  [{ Action: 'S3:Get*' }, 'action', ['s3:get', 's3:getobject'], ['s3:put', 'xs3:get']],
  [{ Action: ['s3:a', 's3:b?'] }, 'action', ['s3:a', 's3:bc'], ['s3:ab', 's3:b', 's3:bcd']],
  [{ Resource: [arn, `${arn}/*`] }, 'resource', [arn, `${arn}/`, `${arn}/b:c`], [`${arn}b`, arn.toUpperCase()]],
  [{ Resource: `${arn}?` }, 'resource', [`${arn}b`], [arn, `${arn}bc`, `${arn}?c`]],
  [{ Resource: '*' }, 'resource', [arn, '*'], []]
]
for (const [changes, name, holds, not] of holding)
  for (const isNot of [false, true])
    test(`${isNot ? 'not ' : ''}${JSON.stringify(changes)} holds for what it says`, () => {
      const [[key, value] = ['', '']] = Object.entries(changes)
      const rest = without(key as 'Action' | 'Resource')
      const found = clauses({ ...rest, [isNot ? `Not${key}` : key]: value })[0]?.criteria.find(
        ({ dimension }) => dimension === name
      )
      for (const text of holds) assert.is(found?.holds(carriesOne(text)), !isNot, text)
      for (const text of not) assert.is(found?.holds(carriesOne(text)), isNot, text)
      assert.is(found?.holds({ texts: undefined, isList: false }), isNot)
    })

test('two ways to write the same list are one question', () => {
  const ids = (changes: JsonObject) => clauses({ ...base, ...changes })[0]?.criteria.map(({ id }) => id)
  assert.equal(ids({ Action: ['s3:b', 's3:A', 's3:a'] }), ids({ Action: ['s3:a', 's3:B'] }))
  assert.equal(ids({ Resource: [`${arn}b`, arn, arn] }), ids({ Resource: [arn, `${arn}b`] }))
  assert.is.not(ids({ Action: 's3:a' })?.[0], ids({ Action: 's3:b' })?.[0])
  const { Action: _, ...rest } = base
  assert.is.not(ids({ Action: 's3:a' })?.[0], clauses({ ...rest, NotAction: 's3:a' })[0]?.criteria[0]?.id)
})

test('under a boundary a denial with NotPrincipal denies each principal, and all other questions stay', () => {
  const under = (changes: JsonObject): ReadonlyArray<string> =>
    clauses({ ...base, NotPrincipal: { AWS: '*' }, ...changes })
      .map(underBoundary)
      .flatMap(({ criteria }) => criteria.map(({ dimension }) => dimension.slice(0, 22)))
  assert.equal(under({ Effect: 'Deny' }), ['action', 'resource'])
  assert.equal(under({}), ['undecided NotPrincipal', 'action', 'resource'])
  assert.equal(under({ Effect: 'Deny', Condition: { Bool: 'x' } }), ['action', 'resource', 'undecided Bool "x"'])
})

test.run()
