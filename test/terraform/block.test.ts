import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type BlockType, addressOf, blockTypes } from '../../src/terraform/block.ts'

const test = suite('block')

const address = (type: BlockType, ...labels: ReadonlyArray<string>) => addressOf({ type, labels })

test('addresses as OpenTofu writes them', () => {
  assert.is(address('resource', 'aws_s3_bucket', 'state'), 'aws_s3_bucket.state')
  assert.is(address('data', 'aws_caller_identity', 'current'), 'data.aws_caller_identity.current')
  assert.is(address('ephemeral', 'aws_kms_secrets', 'x'), 'ephemeral.aws_kms_secrets.x')
  assert.is(address('locals', 'policy'), 'local.policy')
  assert.is(address('variable', 'name'), 'var.name')
  assert.is(address('module', 'network'), 'module.network')
  assert.is(address('terraform'), 'terraform')
  assert.is(address('provider', 'aws'), 'provider.aws')
  assert.is(address('output', 'bucket'), 'output.bucket')
  assert.is(address('check', 'account'), 'check.account')
})

test('blocks that no expression refers to have none', () => {
  assert.equal([address('import'), address('moved'), address('removed')], [undefined, undefined, undefined])
})

test('a resource whose type is a word of the language is told from what that word stands for', () => {
  const of = (type: BlockType, ...labels: ReadonlyArray<string>) => address(type, ...labels)
  assert.is(of('resource', 'local', 'policy'), 'resource.local.policy')
  assert.is(of('resource', 'data', 'aws_caller_identity', 'current'), 'resource.data.aws_caller_identity.current')
  assert.is(of('resource', 'var', 'name'), 'resource.var.name')
  assert.is(of('resource', 'terraform'), 'resource.terraform')
  for (const word of ['count', 'each', 'path', 'self', ...blockTypes])
    assert.is(of('resource', word, 'a'), `resource.${word}.a`, word)
})

test('no two kinds of block have one address', () => {
  const labels = [
    ['a'],
    ['a', 'b'],
    ...[...blockTypes, 'local', 'var'].flatMap((word) => [[word], [word, 'a'], [word, 'a', 'b']])
  ]
  const addresses = blockTypes
    .filter((type) => address(type, 'a') !== undefined && type !== 'terraform')
    .flatMap((type) => labels.map((each) => address(type, ...each)))
  assert.equal(
    addresses.filter((each, index) => addresses.indexOf(each) < index),
    []
  )
})

test('every block that Terraform JSON knows at the top', () => {
  const known = 'terraform provider variable locals output module resource data ephemeral moved import check removed'
  assert.equal([...blockTypes].toSorted(), known.split(' ').toSorted())
})

test.run()
