import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { StateKey } from '../../src/declaration/state-key.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('state key')

test('a path of safe characters, as Amazon S3 lists them for object keys, without those of paths and expressions', () => {
  const keys = ['terraform.tfstate', '123456789012/staging/eu/terraform.tfstate', 'a_b-c.d/E', 'k'.repeat(512)]
  assert.equal(accepted(StateKey, keys), keys)
})

test('no name that OpenTofu derives from another key: digest, lock file, workspaces', () => {
  const derived = ['a/terraform.tfstate-md5', 'a/terraform.tfstate.tflock', 'env:/a/terraform.tfstate', 'env:', 'a-md5']
  assert.equal(accepted(StateKey, derived), [])
})

test('nothing that S3 or a tool would read in another way', () => {
  const others = [
    '/a',
    'a/',
    'a//b',
    '',
    'a b',
    'a\n',
    'ä',
    '${a}',
    'a?b',
    'a#b',
    'a%2Fb',
    'k'.repeat(513),
    1,
    undefined
  ]
  assert.equal(accepted(StateKey, others), [])
})

test.run()
