import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Entry, accessEntries } from '../../src/access/entries.ts'
import { type Documents, access, allow, bucket, clean, policy } from './documents.ts'
import { cases } from './hard-cases.ts'

const found = (before: Documents, after: Documents): ReadonlyArray<Entry> =>
  accessEntries(access(before), access(after))

const turns = (before: Documents, after: Documents): string =>
  found(before, after)
    .map(({ turn }) => turn)
    .join()

const test = suite('access, hard cases')

for (const [what, before, after, expected] of cases)
  test(`${what}: ${expected === '' ? 'no request is decided otherwise' : expected}`, () => {
    const actual = [...new Set(turns(clean(before), clean(after)).split(','))].toSorted().join()
    assert.is(actual, expected, JSON.stringify(found(clean(before), clean(after)), null, 1))
  })

test('more patterns than can be compared: it may widen, and says so', () => {
  const letters = 'abcdefghijkl'.split('')
  const tangled = letters.map(
    (letter, at) => `${bucket}*${letter}*${letters[(at + 5) % 12]}*${letters[(at + 7) % 12]}*`
  )
  const [first] = found(policy(allow({ Resource: tangled.slice(1) })), policy(allow({ Resource: tangled })))
  assert.is(first?.turn, 'may widen')
  assert.equal(first?.undecided, ['the policies have more patterns than can be compared'])
})

test('many patterns below one that is there already: no request is decided otherwise', () => {
  const below = Array.from({ length: 200 }, (_, at) => `${bucket}/${at}*x`)
  const all = `${bucket}/*`
  assert.equal(found(policy(allow({ Resource: all })), policy(allow({ Resource: [all, ...below] }))), [])
})

test.run()
