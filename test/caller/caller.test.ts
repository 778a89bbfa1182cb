import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accountOfKey } from '../../src/caller/caller.ts'

const test = suite('the account of an access key')

test('reads the account of a key that was published with its account', () => {
  assert.is(accountOfKey('ASIAQNZGKIQY56JQ7WML'), '029608264753')
})

for (const key of [
  'AKIAIOSFODNN7EXAMPLE',
  'AKIAJOSFODNN7EXAMPLE',
  'AROAQNZGKIQY56JQ7WML',
  'ASIAQNZGKIQY56JQ7WM',
  'ASIAQNZGKIQY56JQ7WM1',
  '',
  'AKIA'
])
  test(`says nothing about '${key}'`, () => {
    assert.is(accountOfKey(key), undefined)
  })

test.run()
