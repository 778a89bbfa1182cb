import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Access } from '../../src/access/access.ts'
import { accessEntries } from '../../src/access/entries.ts'
import { openedLayers } from '../../src/access/layers.ts'

const access = (actions: ReadonlyArray<string>, cap: ReadonlyArray<string>): Access => {
  const allowing = (list: ReadonlyArray<string>) => ({
    Version: '2012-10-17',
    Statement: [{ Sid: 'Some', Effect: 'Allow', Action: list, Resource: '*' }]
  })
  const role = { name: 'the role', arn: 'arn:aws:iam::111122223333:role/R', policies: [allowing(actions)] }
  return { partition: 'aws', roles: [{ ...role, boundary: allowing(cap) }], buckets: [] }
}

const test = suite('opened layers')

const opened = (before: Access, after: Access): ReadonlyArray<string> =>
  openedLayers(before, after, accessEntries(before, after)).map(
    ({ policy, what, entry }) => `${policy} ${what}: ${entry.actions.join()}`
  )

test('what a boundary still denies widens no request, and is told all the same', () => {
  const [before, after] = [
    access(['s3:GetObject'], ['s3:GetObject']),
    access(['s3:GetObject', 's3:PutObject'], ['s3:GetObject'])
  ]
  assert.equal(accessEntries(before, after), [])
  assert.equal(opened(before, after), ['the policy of the role allows more: s3:PutObject'])
})

test('a boundary that opens is told by its own name, and what is in effect is not told twice', () => {
  assert.equal(opened(access(['s3:GetObject'], ['s3:GetObject']), access(['s3:GetObject'], ['s3:Get*'])), [
    'the permissions boundary allows more: any other action of s3:Get*'
  ])
  assert.equal(opened(access(['s3:A'], ['s3:A']), access(['s3:A', 's3:B'], ['s3:A', 's3:B'])), [])
})

type Documents = { readonly policy: object; readonly boundary?: object | undefined; readonly bucket: object }

const document = (...statements: ReadonlyArray<object>) => ({ Version: '2012-10-17', Statement: statements })
const all = { Sid: 'All', Effect: 'Allow', Action: ['*'], Resource: ['*'] }
const noPut = { Sid: 'NoPut', Effect: 'Deny', Action: ['s3:PutObject'], Resource: ['*'] }
const noPutByAny = { ...noPut, Principal: '*' }
const closed: Documents = { policy: document(all, noPut), boundary: document(all, noPut), bucket: document(noPutByAny) }
const accessOf = ({ policy, boundary, bucket }: Documents): Access =>
  ({
    partition: 'aws',
    roles: [{ name: 'the role', arn: 'arn:aws:iam::111122223333:role/R', policies: [policy], boundary }],
    buckets: [{ arn: 'arn:aws:s3:::b', account: '111122223333', policy: bucket }]
  }) as Access
const turned = (changes: Partial<Documents>): ReadonlyArray<string> =>
  opened(accessOf(closed), accessOf({ ...closed, ...changes }))

test('a denial that goes from one of three locks is told by the name of that lock', () => {
  assert.equal(turned({ policy: document(all) }), ['the policy of the role denies less: s3:PutObject'])
  assert.equal(turned({ boundary: document(all) }), ['the permissions boundary denies less: s3:PutObject'])
  assert.ok(turned({ bucket: document() }).some((line) => line === 'the bucket policy denies less: s3:PutObject'))
})

test('a boundary that goes denies nothing, and what a policy denies more opens nothing', () => {
  assert.equal(turned({ boundary: undefined }), ['the permissions boundary denies less: s3:PutObject'])
  assert.equal(turned({ policy: document(all, { ...noPut, Action: ['s3:*'] }) }), [])
  assert.equal(turned({}), [])
})

test('a boundary that goes allows all that it did not', () => {
  const reads = { Sid: 'Reads', Effect: 'Allow', Action: ['s3:GetObject'], Resource: ['*'] }
  const narrow = { ...closed, policy: document(reads), boundary: document(reads) }
  assert.equal(opened(accessOf(narrow), accessOf({ ...narrow, boundary: undefined })), [
    'the permissions boundary allows more: any other action of *,sts:*'
  ])
})

test('what a policy allows now and denied before is told once, as allowed', () => {
  const allowing = (...actions: ReadonlyArray<string>) => ({ ...all, Sid: 'Some', Action: actions })
  const before = { ...closed, policy: document(allowing('s3:GetObject'), noPut) }
  const after = { ...closed, policy: document(allowing('s3:GetObject', 's3:PutObject')) }
  assert.equal(opened(accessOf(before), accessOf(after)), ['the policy of the role allows more: s3:PutObject'])
})

const named = (name: string, more: object = {}): Access['roles'][number] =>
  ({
    name,
    arn: `arn:aws:iam::111122223333:role/${name.replaceAll(' ', '')}`,
    policies: [document({ ...all, Sid: 'Reads', Action: ['s3:GetObject'] })],
    ...more
  }) as Access['roles'][number]
const of = (...roles: Access['roles']): Access => ({ partition: 'aws', roles, buckets: [] })
const emptied = (whole: Access): Access => ({
  ...whole,
  roles: whole.roles.map(({ name, boundary }) => named(name, { policies: [document()], boundary }))
})

test('the same policy in two roles is told once, with both', () => {
  const after = of(...['one', 'two'].map((name) => named(name, { boundary: document() })))
  assert.equal(opened(emptied(after), after), ['the policy of one and the policy of two allows more: s3:GetObject'])
})

test('what is in effect is not told again, with any name of the role', () => {
  for (const name of ['the role', 'the company role', 'arn']) {
    const after = of(named(name))
    assert.equal(opened(emptied(after), after), [], name)
  }
})

test('a lock that opens is told although another way to the same is closed', () => {
  const objects = 'arn:aws:s3:::b/*'
  const reads = { Sid: 'Reads', Effect: 'Allow', Action: ['s3:GetObject'], Resource: [objects] }
  const bucketOf = (...statements: ReadonlyArray<object>) => ({
    ...closed,
    boundary: document(),
    bucket: document(...statements)
  })
  const before = { ...bucketOf({ ...reads, Principal: '*' }), policy: document() }
  assert.equal(opened(accessOf(before), accessOf({ ...bucketOf(), policy: document(reads) })), [
    'the policy of the role allows more: s3:GetObject'
  ])
})

test('a bucket policy that allows more is told beside what the roles may', () => {
  const reads = { Sid: 'Reads', Effect: 'Allow', Principal: '*', Action: ['s3:PutObject'], Resource: ['*'] }
  assert.ok(
    turned({ bucket: document(noPutByAny, reads) }).some((line) => line.startsWith('the bucket policy allows more: '))
  )
})

const bare = (name: string, more: object = {}) => named(name, { policies: [], ...more })
const some = (action: string) => document({ ...all, Sid: 'Some', Action: [action] })
const reading = { ...all, Sid: 'Reads', Action: ['s3:GetObject'] }
const bucketWith = (policy?: object) => ({ arn: 'arn:aws:s3:::b', account: '111122223333', policy }) as never

test('where no policy was before, none is said to have denied something', () => {
  const [one, other] = [named('one'), named('two', { boundary: some('s3:*') })]
  const holding = (...buckets: Access['buckets']): Access => ({ ...of(one), buckets })
  for (const [what, before, after] of [
    ['the first policy of a role', of(bare('one')), of(one)],
    ['the first one, which denies', of(bare('one')), of(bare('one', { policies: [document(reading, noPut)] }))],
    ['a second one', of(one), of(bare('one', { policies: [...one.policies, some('s3:PutObject')] }))],
    ['a role beside another one', of(one), of(one, other)],
    ['a role without a boundary beside another one', of(other), of(other, one)],
    ['the first policy of a bucket', holding(bucketWith()), holding(bucketWith(document(noPutByAny)))],
    ['a bucket beside another one', holding(), holding(bucketWith(document(noPutByAny)))]
  ] as ReadonlyArray<readonly [string, Access, Access]>)
    assert.equal(opened(before, after), [], what)
})

test('the first policy of a role is told where its boundary still denies it, and so is that of a new role', () => {
  const capped = { policies: [some('s3:PutObject')], boundary: some('s3:GetObject') }
  const [standing, without] = [named('one'), bare('two', { boundary: some('s3:GetObject') })]
  for (const before of [of(standing, without), of(standing)])
    assert.equal(opened(before, of(standing, named('two', capped))), ['the policy of two allows more: s3:PutObject'])
})

test('what the only policy of a role denied is told when that policy goes', () => {
  const denying = bare('the role', { policies: [document(all, noPut)] })
  assert.equal(opened(of(denying), of(bare('the role'))), ['the policy of the role denies less: s3:PutObject'])
  const two = bare('the role', { policies: [document(all, noPut), some('s3:GetObject')] })
  assert.equal(opened(of(two), of(bare('the role', { policies: [some('s3:GetObject')] }))), [
    'the policy of the role denies less: s3:PutObject'
  ])
})

test.run()
