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

test.run()
