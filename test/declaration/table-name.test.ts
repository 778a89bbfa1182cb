import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { TableName } from '../../src/declaration/table-name.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('table name')

test('a-z, A-Z, 0-9, underscore, hyphen and dot, 3 to 255 of them, as DynamoDB takes them', () => {
  const names = ['Music', 'Music-2', 'my_table.v1', 'abc', 't'.repeat(255)]
  assert.equal(accepted(TableName, names), names)
})

test('nothing else', () => {
  const others = ['ab', 't'.repeat(256), 'my table', 'table/lock', 'tablé', 'lock\n', '${name}', '', 123, undefined]
  assert.equal(accepted(TableName, others), [])
})

test('no ARN, although the provider would take one', () => {
  assert.equal(accepted(TableName, ['arn:aws:dynamodb:eu-central-1:123456789012:table/Music']), [])
})

test.run()
