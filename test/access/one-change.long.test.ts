import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessIn } from '../../src/access/access-in-file.ts'
import type { Access } from '../../src/access/access.ts'
import { type Entry, accessEntries } from '../../src/access/entries.ts'
import { accessSentences } from '../../src/access/sentences.ts'
import type { PolicyDocument } from '../../src/iam/document.ts'
import type { Json, JsonObject } from '../../src/terraform/json.ts'
import { mutationsOf } from '../support/policy-mutations.ts'
import { emittedStaging } from '../support/wanted.ts'
import { type Document, type Statement, documents, inOtherWords } from './policy-documents.ts'

const test = suite('one change of a policy')

const settings = { seed: 20261122, numRuns: 40 }

/** A document as the policy of the bucket that it speaks of. */
const asPolicy = (document: unknown): Access => ({
  partition: 'aws',
  roles: [],
  buckets: [{ arn: 'arn:aws:s3:::a', account: '111122223333', policy: document as Json }]
})

const between = (before: unknown, after: unknown): ReadonlyArray<Entry> =>
  accessEntries(asPolicy(before), asPolicy(after))

test('nothing changes in other words: order, lists of one, case of actions and keys, statements split', () => {
  fc.assert(
    fc.property(documents, fc.infiniteStream(fc.nat()), (document, numbers) => {
      const other = inOtherWords(document, () => numbers.next().value)
      assert.equal(between(document, other), [])
      assert.equal(between(other, document), [])
      for (const { turn } of accessSentences(asPolicy(document), asPolicy(other))) assert.is(turn, 'moves')
    }),
    settings
  )
})

/** One statement of a document with a change, and the whole document with it. */
const withFirst = (document: Document, change: (statement: Statement) => Statement): Document => {
  const [first, ...rest] = document.Statement
  return first === undefined ? document : { ...document, Statement: [change(first), ...rest] }
}

/** What becomes of an access when a statement with it begins and ends, by the statement's effect. */
const turnsOf = ({ Statement: [first] }: Document) =>
  first?.Effect === 'Allow'
    ? ({ grows: 'widens', shrinks: 'narrows' } as const)
    : ({ grows: 'narrows', shrinks: 'widens' } as const)

const role = 'arn:aws:iam::111122223333:role/New'

/** Each change of one element: what it adds to a statement, and the one thing that every request of it has. */
const growths: Readonly<
  Record<string, readonly [(statement: Statement) => Statement, (entry: Entry) => ReadonlyArray<string>, string]>
> = {
  action: [
    (statement) => ({ ...statement, Action: [...statement.Action, 'new:Action'] }),
    ({ actions }) => actions,
    'new:Action'
  ],
  resource: [
    (statement) => ({ ...statement, Resource: [...statement.Resource, 'arn:aws:s3:::a/new'] }),
    ({ resources }) => resources,
    'arn:aws:s3:::a/new'
  ],
  principal: [
    (statement) => ({ ...statement, Principal: { AWS: [...statement.Principal.AWS, role] } }),
    ({ principals }) => principals,
    role
  ]
}

for (const [what, [grow, partOf, added]] of Object.entries(growths))
  test(`one ${what} more, or less, is exactly that`, () => {
    let told = 0
    fc.assert(
      fc.property(documents, (document) => {
        const wider = withFirst(document, grow)
        const { grows, shrinks } = turnsOf(document)
        for (const [entries, turn] of [
          [between(document, wider), grows],
          [between(wider, document), shrinks]
        ] as const) {
          told += entries.length
          for (const entry of entries) assert.equal([entry.turn, partOf(entry)], [turn, [added]])
        }
      }),
      settings
    )
    assert.ok(told > settings.numRuns / 5, `${told} entries`)
  })

test('one condition more takes from what is allowed and gives to what is denied; one less turns it round', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const narrow = withFirst(document, (statement) => ({
        ...statement,
        Condition: { ...statement.Condition, NumericEquals: { 'new:Key': '1' } }
      }))
      const { grows, shrinks } = turnsOf(document)
      const [more, fewer] = [between(document, narrow), between(narrow, document)]
      assert.ok(more.length > 0 && fewer.length > 0)
      for (const { turn } of more) assert.is(turn, shrinks)
      for (const { turn } of fewer) assert.is(turn, grows)
    }),
    settings
  )
})

test('an effect turned round takes where it allowed, and gives where it denied', () => {
  fc.assert(
    fc.property(documents, (document) => {
      const turned = withFirst(document, (statement) => ({
        ...statement,
        Effect: statement.Effect === 'Allow' ? 'Deny' : 'Allow'
      }))
      const found = between(document, turned)
      assert.ok(found.length > 0)
      for (const { turn } of found) assert.is(turn, turnsOf(document).shrinks)
    }),
    settings
  )
})

/**
 * Wider by the letter, and yet no request is decided otherwise: whoever assumes a role has an ARN, and the bucket policy
 * denies every other account by a statement of its own (`ThisAccountOnly`).
 */
const changesNothing = [
  /^TrustedUsers1: ArnLike aws:PrincipalArn is ArnLikeIfExists/,
  /^(?!ThisAccountOnly)\w+: Principal is one account$/,
  /^BootstrapPrincipalSetsPolicy: ArnNotEquals aws:PrincipalArn is ArnNotEquals .*arn:aws:iam::\*:role\/ZentheaFoundationBootstrap/
]

const root = JSON.parse(emittedStaging().text) as JsonObject & { readonly locals: Readonly<Record<string, Json>> }

for (const [name, document] of Object.entries(root.locals))
  test(`every change of one element of ${name} shows on the right side`, () => {
    const own = { account: '111122223333', operator: 'arn:aws:iam::111122223333:role/x' }
    const mutations = mutationsOf(document as unknown as PolicyDocument, own)
    assert.ok(mutations.length > 5)
    for (const { what, wider, document: mutated } of mutations) {
      const after = { ...root, locals: { ...root.locals, [name]: mutated as unknown as Json } }
      const told = accessSentences(accessIn(root), accessIn(after))
      const turns = new Set(told.map(({ turn }) => turn))
      if (wider && !changesNothing.some((one) => one.test(what)))
        assert.ok(turns.has('widens') || turns.has('may widen'), `${what} gains nothing`)
      else if (wider) assert.equal([...turns], ['moves'], what)
      else assert.ok(turns.size > 0, `${what}: not told`)
    }
  })

test.run()
