import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type AccessDifference, accessDifference } from '../../src/plan/access-difference.ts'
import type { PolicyDocument } from '../../src/iam/document.ts'
import { emittedStaging } from '../support/wanted.ts'
import { mutationsOf } from '../support/policy-mutations.ts'
import { type Document, type Statement, documents, inOtherWords } from './policy-documents.ts'

const test = suite('what a policy gives beyond another')

const settings = { seed: 20261122, numRuns: 300 }

const lines = ({ gained, lost, unread }: AccessDifference): ReadonlyArray<string> => [
  ...gained.map(({ turn, action, resource, principal }) => `+ ${turn}: ${action} ${resource} ${principal}`.trim()),
  ...lost.map(({ turn, action, resource, principal }) => `- ${turn}: ${action} ${resource} ${principal}`.trim()),
  ...unread
]

const none = { gained: [], lost: [], unread: [] }

test('nothing beyond itself in other words: order, lists of one, case of actions and keys, statements split', () => {
  fc.assert(
    fc.property(documents, fc.infiniteStream(fc.nat()), (document, numbers) => {
      const other = inOtherWords(document, () => numbers.next().value)
      assert.equal(accessDifference(document, other), none)
      assert.equal(accessDifference(other, document), none)
    }),
    settings
  )
})

/** One statement of a document with a change, and the whole document with it. */
const withFirst = (document: Document, change: (statement: Statement) => Statement): Document => {
  const [first, ...rest] = document.Statement
  return first === undefined ? document : { ...document, Statement: [change(first), ...rest] }
}

type Turned = { readonly grows: ReadonlyArray<string>; readonly shrinks: ReadonlyArray<string> }

/** What becomes of an access when a statement with it begins and ends, by the statement's effect. */
const turns = (effect: 'Allow' | 'Deny'): Turned =>
  effect === 'Allow'
    ? { grows: ['+ now allowed'], shrinks: ['- no longer allowed'] }
    : { grows: ['- now denied'], shrinks: ['+ no longer denied'] }

/** Each change of one element: what it adds to a statement, and the number of accesses that it is about. */
const growths: Readonly<
  Record<string, readonly [(statement: Statement) => Statement, (statement: Statement) => ReadonlyArray<string>]>
> = {
  action: [
    (statement) => ({ ...statement, Action: [...statement.Action, 'new:Action'] }),
    ({ Resource, Principal }) =>
      Resource.flatMap((resource) => Principal.AWS.map((who) => `: new:Action ${resource} ${who}`))
  ],
  resource: [
    (statement) => ({ ...statement, Resource: [...statement.Resource, 'arn:new'] }),
    ({ Action, Principal }) => Action.flatMap((action) => Principal.AWS.map((who) => `: ${action} arn:new ${who}`))
  ],
  principal: [
    (statement) => ({ ...statement, Principal: { AWS: [...statement.Principal.AWS, 'arn:who'] } }),
    ({ Action, Resource }) => Action.flatMap((action) => Resource.map((resource) => `: ${action} ${resource} arn:who`))
  ]
}

for (const [what, [grow, accesses]] of Object.entries(growths))
  test(`one ${what} more, or less, is exactly that`, () => {
    fc.assert(
      fc.property(documents, (document) => {
        const [first] = document.Statement
        if (first === undefined) return
        const wider = withFirst(document, grow)
        const { grows, shrinks } = turns(first.Effect)
        const expected = (turn: ReadonlyArray<string>): ReadonlyArray<string> =>
          accesses(first)
            .flatMap((access) => turn.map((word) => `${word}${access}`))
            .toSorted()
        assert.equal(lines(accessDifference(document, wider)).toSorted(), expected(grows))
        assert.equal(lines(accessDifference(wider, document)).toSorted(), expected(shrinks))
      }),
      settings
    )
  })

test('one condition more takes from what is allowed and gives to what is denied; one less turns it round', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const [first] = document.Statement
      if (first === undefined) return
      const narrow = withFirst(document, (statement) => ({
        ...statement,
        Condition: { ...statement.Condition, NumericEquals: { 'new:Key': '1' } }
      }))
      const isAllowed = first.Effect === 'Allow'
      const [more, fewer] = [accessDifference(document, narrow), accessDifference(narrow, document)]
      const count = first.Action.length * first.Resource.length * first.Principal.AWS.length
      assert.is((isAllowed ? more.lost : more.gained).length, count)
      assert.is((isAllowed ? more.gained : more.lost).length, 0)
      assert.is((isAllowed ? fewer.gained : fewer.lost).length, count)
      assert.is((isAllowed ? fewer.lost : fewer.gained).length, 0)
      for (const { turn } of [...more.gained, ...more.lost]) assert.match(turn, 'on more conditions')
      for (const { turn } of [...fewer.gained, ...fewer.lost]) assert.match(turn, 'on fewer conditions')
    }),
    settings
  )
})

test('an effect turned round is lost twice, or gained twice', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const [first] = document.Statement
      if (first === undefined) return
      const turned = withFirst(document, (statement) => ({
        ...statement,
        Effect: statement.Effect === 'Allow' ? 'Deny' : 'Allow'
      }))
      const { gained, lost } = accessDifference(document, turned)
      const count = 2 * first.Action.length * first.Resource.length * first.Principal.AWS.length
      assert.equal([gained.length, lost.length], first.Effect === 'Allow' ? [0, count] : [count, 0])
    }),
    settings
  )
})

const { locals } = JSON.parse(emittedStaging().text) as { readonly locals: Readonly<Record<string, PolicyDocument>> }

for (const [name, document] of Object.entries(locals))
  test(`every change of one element of ${name} shows on the right side`, () => {
    const own = { account: '111122223333', operator: 'arn:aws:iam::111122223333:role/x' }
    const mutations = mutationsOf(document, own)
    assert.ok(mutations.length > 5)
    for (const { what, wider, document: mutated } of mutations) {
      const { gained, lost } = accessDifference(document, mutated)
      if (wider) assert.ok(gained.length > 0, `${what} gains nothing`)
      else
        assert.ok(lost.length > 0 || gained.some(({ turn }) => turn.endsWith('other conditions')), `${what}: not lost`)
    }
  })

const policy = (...statements: ReadonlyArray<unknown>): unknown => ({ Version: '2012-10-17', Statement: statements })
const denyOthers = (...actions: ReadonlyArray<string>) => ({ Effect: 'Deny', NotAction: actions, Resource: '*' })

test('one exception of a denial more is a gain of just that', () => {
  const difference = accessDifference(policy(denyOthers('s3:a')), policy(denyOthers('s3:a', 'iam:PassRole')))
  assert.equal(lines(difference), ['+ no longer denied: iam:PassRole *'])
  const back = accessDifference(policy(denyOthers('s3:a', 'iam:PassRole')), policy(denyOthers('s3:a')))
  assert.equal(lines(back), ['- now denied: iam:PassRole *'])
})

test('one exception of what is allowed more is a loss of just that', () => {
  const allowed = (...not: ReadonlyArray<string>) => policy({ Effect: 'Allow', Action: 's3:a', NotResource: not })
  assert.equal(lines(accessDifference(allowed('arn:x'), allowed('arn:x', 'arn:y'))), [
    '- no longer allowed: s3:a arn:y'
  ])
})

test('a denial that ends is a gain, with all that it left out', () => {
  assert.equal(lines(accessDifference(policy(denyOthers('s3:a', 's3:b')), policy())), [
    '+ no longer denied: * but s3:a, s3:b *'
  ])
})

test('a condition with another value is a gain, since what it lets through is not known', () => {
  const on = (value: string) =>
    policy({ Effect: 'Allow', Action: 'a:b', Resource: '*', Condition: { StringLike: { k: value } } })
  const { gained, lost } = accessDifference(on('x'), on('*'))
  assert.equal([gained.length, lost.length], [1, 0])
  assert.equal(gained[0]?.before, ['StringLike k = x'])
  assert.equal(gained[0]?.conditions, ['StringLike k = *'])
})

test('everybody, and an account, are who they are in each way of writing them', () => {
  const trust = (principal: unknown) => policy({ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: principal })
  assert.equal(accessDifference(trust('*'), trust({ AWS: ['*'] })), none)
  assert.equal(accessDifference(trust({ AWS: '111122223333' }), trust({ AWS: 'arn:aws:iam::111122223333:root' })), none)
  assert.equal(lines(accessDifference(trust({ AWS: 'arn:x' }), trust({ Service: 'x.amazonaws.com' }))), [
    '+ now allowed: sts:AssumeRole  Service x.amazonaws.com',
    '- no longer allowed: sts:AssumeRole  arn:x'
  ])
})

test('resources keep their case', () => {
  const on = (resource: string) => policy({ Effect: 'Allow', Action: 'a:b', Resource: resource })
  assert.is(lines(accessDifference(on('arn:A'), on('arn:a'))).length, 2)
})

test('no document at all says nothing', () => {
  const document = policy({ Effect: 'Allow', Action: 'a:b', Resource: '*' })
  assert.equal(lines(accessDifference(null, document)), ['+ now allowed: a:b *'])
  assert.equal(lines(accessDifference(document, undefined)), ['- no longer allowed: a:b *'])
})

test('what is not understood is never nothing', () => {
  const odd: ReadonlyArray<unknown> = [
    policy({ Effect: 'allow', Action: 'a:b', Resource: '*' }),
    policy({ Effect: 'Allow', Resource: '*' }),
    policy({ Effect: 'Allow', Action: 'a:b', NotAction: 'a:c', Resource: '*' }),
    policy({ Effect: 'Allow', Action: 'a:b', Resource: '*', Spell: 'x' }),
    policy('everything'),
    'everything',
    7,
    { Version: '2008-10-17', Statement: [] }
  ]
  for (const document of odd) assert.is(accessDifference(policy(), document).unread.length, 1, JSON.stringify(document))
  for (const document of odd) assert.equal(accessDifference(document, document), none)
})

test.run()
