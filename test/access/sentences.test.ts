import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Entry, accessEntries } from '../../src/access/entries.ts'
import { type Told, accessSentences, byTurn } from '../../src/access/sentences.ts'
import { type Screen, readsAs } from '../support/screens.ts'
import { type Documents, access, account, allow, bucket, clean, deny, policy, trust, trusts } from './documents.ts'
import { cases } from './hard-cases.ts'
import { told } from './told-cases.ts'

const test = suite('a change of access, in sentences')

const listed = (title: string, texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  texts.length === 0 ? [] : [`  ${title}: ${texts.join(' | ')}`]

const entriesOf = (before: Documents, after: Documents): ReadonlyArray<Entry> =>
  accessEntries(access(before), access(after))

/** What a person reads of a change, and what stands behind each sentence. */
const screen =
  (before: Documents, after: Documents): Screen =>
  () => [
    ...accessSentences(access(before), access(after)).flatMap(({ turn, sentence, parts = [] }) => [
      `${turn}: ${sentence}`,
      ...parts.map((part) => `  - ${part}`)
    ]),
    ...entriesOf(before, after).flatMap(({ actions, resources, before: was, after: is, undecided }) => [
      '',
      ...listed('actions', actions),
      ...listed('resources', resources),
      ...listed('undecided', undecided),
      ...listed('before', was),
      ...listed('after', is)
    ])
  ]

readsAs(
  test,
  new URL('sentences.txt', import.meta.url),
  Object.fromEntries([...cases, ...told].map(([what, before, after]) => [what, screen(clean(before), clean(after))]))
)

test('each sentence is one line, with any document', () => {
  for (const [what, before, after] of [...cases, ...told])
    for (const { sentence, parts = [] } of accessSentences(access(clean(before)), access(clean(after))))
      for (const line of [sentence, ...parts]) assert.not.match(line, /[\n\r]/, what)
})

const said = (before: Documents, after: Documents) => accessSentences(access(before), access(after))

test('an exact sentence has no parts, and what only moves says that it does', () => {
  assert.equal(said(policy(allow()), policy(allow({ Action: 's3:*' }))), [
    { turn: 'widens', sentence: 'the role may now use any other action of s3:* on any resource' }
  ])
  assert.equal(said(policy(allow({ Sid: 'A' })), policy(allow({ Sid: 'B' }))), [
    { turn: 'moves', sentence: 'policies are written otherwise; no request is decided otherwise' }
  ])
  assert.equal(said(policy(allow()), policy(allow())), [])
})

test('a policy that asks for less than the boundary lets is told beside what is in effect', () => {
  const [reads, writes] = [allow(), allow({ Action: 's3:PutObject' })]
  const asked = allow({ Action: 's3:PutObject', Condition: { StringEquals: { k: 'a' } } })
  assert.equal(said({ policy: [reads], boundary: [reads] }, { policy: [reads, writes], boundary: [reads, asked] }), [
    { turn: 'widens', sentence: 'the role may now use s3:PutObject on any resource, if k is a' },
    {
      turn: 'widens',
      sentence: 'the policy of the role would now allow s3:PutObject on *; another policy still denies it'
    }
  ])
})

test('what an own account was left with, and what now denies it, are told as a denial', () => {
  const no = deny({ Principal: '*', Resource: `${bucket}/*` })
  assert.equal(said({ bucket: [] }, { bucket: [no] }), [
    {
      turn: 'narrows',
      sentence: `any other principal of the account ${account} is now denied s3:GetObject on ${bucket}/*`
    }
  ])
  const open = allow({ Principal: '*', Resource: `${bucket}/*` })
  const [told] = said({ bucket: [open] }, { bucket: [no] })
  assert.match(told?.sentence ?? '', / is now denied s3:GetObject on /)
})

test('where no role was before, the roles are new, and it is told who may become one', () => {
  const after = access(trust(trusts()))
  const news: ReadonlyArray<Told> = [
    { turn: 'widens', sentence: 'the roles are new: the REVIEW.md beside the file says all that they may do' },
    {
      turn: 'widens',
      sentence: `any other principal of the account ${account} may now become the role, as far as its own account lets it`
    }
  ]
  assert.equal(accessSentences({ ...after, roles: [] }, after), news)
})

test('what widens is read first, then what may, then what narrows, then what moves', () => {
  const turns = ['moves', 'narrows', 'widens', 'may widen', 'narrows'] as const
  assert.equal(
    turns
      .map((turn): Told => ({ turn, sentence: '' }))
      .toSorted(byTurn)
      .map(({ turn }) => turn),
    ['widens', 'may widen', 'narrows', 'narrows', 'moves']
  )
})

test.run()
