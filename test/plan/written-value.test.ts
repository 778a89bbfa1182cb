import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Emitted } from '../../src/plan/emitted.ts'
import { literalOf, writtenBody, writtenText } from '../../src/plan/written-value.ts'
import { escaped } from '../../src/terraform/expression.ts'

const test = suite('what a text of the emitted file stands for')

const emitted: Emitted = {
  resources: new Map([['aws_s3_bucket.state', {}]]),
  imports: new Map(),
  locals: { policy: { Sid: '$${aws:username}' }, open: { Sid: '${var.x}' } },
  provider: {},
  data: new Map(),
  providerVersion: undefined
}

test('a text', () => {
  assert.equal(writtenText('plain', emitted), { _tag: 'Text', text: 'plain' })
  assert.equal(writtenText('a $${b} %%{c} $ %', emitted), { _tag: 'Text', text: 'a ${b} %{c} $ %' })
})

test('every text comes back as it was before emit escaped it', () => {
  for (const text of ['', '${', '%{', '$${', '%%{', '$$${x}', '$%{', '%${', '$', '{', '$ {', 'cost$${a}${b}'])
    assert.is(literalOf(escaped(text)), text, text)
})

test('a document, with its escapes taken back in keys too', () => {
  assert.equal(writtenText('${jsonencode(local.policy)}', emitted), {
    _tag: 'Document',
    local: 'policy',
    document: { Sid: '${aws:username}' }
  })
  assert.equal(literalOf({ '$${k}': ['%%{v}', 1, true] }), { '${k}': ['%{v}', 1, true] })
})

test('an attribute of a resource of the same file', () => {
  assert.equal(writtenText('${aws_s3_bucket.state.id}', emitted), {
    _tag: 'Attribute',
    address: 'aws_s3_bucket.state',
    attribute: 'id'
  })
})

test('anything else that OpenTofu would evaluate is not clear', () => {
  for (const text of [
    '${aws_s3_bucket.other.id}',
    '${jsonencode(local.absent)}',
    '${jsonencode(local.open)}',
    '${jsonencode(local.policy)} ',
    ' ${jsonencode(local.policy)}',
    '${aws_s3_bucket.state.id} ',
    ' ${aws_s3_bucket.state.id}',
    '${var.x}',
    'a ${b}',
    '%{if true}a%{endif}'
  ])
    assert.equal(writtenText(text, emitted), { _tag: 'Unclear' }, text)
})

test("OpenTofu's own arguments say nothing about AWS, and every other one stays", () => {
  const names = ['lifecycle', 'depends_on', 'provider', 'count', 'for_each', 'provisioner', 'connection', '//']
  for (const name of names) assert.equal(writtenBody({ [name]: 'x', bucket: 'b' }), { bucket: 'b' }, name)
  assert.equal(writtenBody({ providers: 'x', tags: {} }), { providers: 'x', tags: {} })
})

test.run()
