import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessEntries } from '../../src/access/entries.ts'
import { type Documents, access, allow, bucket, deny, policy, role, trust, trusts } from './documents.ts'

const test = suite('what changes, entry by entry')

const objects = `${bucket}/*`
const entriesOf = (before: Documents, after: Documents) => accessEntries(access(before), access(after))
const toEverybody = allow({ Principal: '*', Resource: objects })
const denials = [
  deny({ Sid: 'Zed', Principal: '*', Resource: objects }),
  deny({ Sid: 'Abe', Principal: '*', Resource: `${bucket}/a*` })
]

test('what widens comes first, then what may widen, then what narrows', () => {
  const after = policy(
    allow({ Action: 's3:A' }),
    allow({ Action: 's3:C', Condition: { Odd: { k: 'a' } } }),
    allow({ Action: 's3:B' })
  )
  assert.equal(
    entriesOf(policy(allow(), allow({ Action: 's3:A' })), after).map(
      ({ turn, actions }) => `${turn} ${actions.join()}`
    ),
    ['widens s3:B', 'may widen s3:C', 'narrows s3:GetObject']
  )
})

test('a grant to everybody names each way that a request is allowed, and each kind of principal, in order', () => {
  const of = entriesOf({ bucket: denials }, { bucket: [toEverybody] })
  assert.equal(
    of.map(({ principals, resources, before, after, effect }) => ({ principals, resources, before, after, effect })),
    [
      {
        principals: [
          'any other principal of the account 111122223333',
          'any principal of any other account',
          'anybody without credentials',
          'the role'
        ],
        resources: [objects],
        before: ['denied by the bucket policy Abe, the bucket policy Zed'],
        after: ['allowed', 'allowed past any boundary', 'left to the policies of its own account'],
        effect: 'Deny'
      }
    ]
  )
})

test('what a boundary denies is told by the name of the boundary', () => {
  const [entry] = entriesOf(
    { policy: [allow()], boundary: [allow(), deny({ Sid: 'NoGet' })] },
    { policy: [allow()], boundary: [allow()] }
  )
  assert.equal(entry?.before, ['denied by the permissions boundary NoGet'])
  assert.equal(entry?.after, ['allowed'])
})

test('NotPrincipal denies a role with a boundary that it names, and is not decided of one without', () => {
  const after = deny({ NotPrincipal: { AWS: role }, Resource: objects })
  const turnsOf = (boundary: Documents): ReadonlyArray<string> =>
    entriesOf({ policy: [allow()], ...boundary, bucket: [] }, { policy: [allow()], ...boundary, bucket: [after] })
      .filter(({ principals }) => principals.includes('the role'))
      .map(({ turn }) => turn)
  assert.equal(turnsOf({ boundary: [allow()] }), ['narrows'])
  assert.equal(turnsOf({}), ['may widen'])
})

test('a session of a role that a policy names is told as that session', () => {
  const jane = 'arn:aws:sts::111122223333:assumed-role/Operator/jane'
  const more = allow({ Action: 's3:PutObject', Resource: objects, Principal: { AWS: jane } })
  assert.equal(
    entriesOf({ bucket: [] }, { bucket: [more] }).map(({ principals }) => principals),
    [['the role in the session jane']]
  )
})

test('a session of a role beside the stack is told of that role, at the root and at any path', () => {
  const jane = 'arn:aws:sts::111122223333:assumed-role/Other/jane'
  assert.equal(
    entriesOf(trust(), trust(trusts({ Principal: { AWS: jane } }))).map(({ principals }) => principals),
    [['arn:aws:iam::111122223333:role/*/Other', 'arn:aws:iam::111122223333:role/Other in the session jane']]
  )
})

const undecided = {
  turn: 'may widen',
  principals: ['anybody'],
  actions: ['any action'],
  resources: ['any resource'],
  said: { actions: 'any action', resources: 'any resource' },
  conditions: [],
  undecided: ['the policies have more patterns than can be compared'],
  before: ['not known'],
  after: ['not known'],
  effect: undefined,
  parts: []
}

test('patterns that are too many to compare are one entry about everything', () => {
  const ofTags = Array.from({ length: 30 }, (_, tag) =>
    allow({ Condition: { 'ForAnyValue:StringEquals': { 'aws:TagKeys': `tag${tag}` } } })
  )
  for (const many of [[allow({ Resource: `arn:aws:s3:::*a${'?'.repeat(14)}` })], ofTags])
    assert.equal(entriesOf(policy(allow()), policy(allow(), ...many)), [undecided])
})

test.run()
