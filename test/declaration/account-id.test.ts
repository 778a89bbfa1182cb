import * as fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { AccountId } from '../../src/declaration/account-id.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('account id')

test('twelve digits, leading zeros too', () => {
  const ids = ['123456789012', '000123456789', '029608264753']
  assert.equal(accepted(AccountId, ids), ids)
})

test('nothing else: fewer or more digits, other digits, the form with hyphens, a number', () => {
  const others = [
    '12345678901',
    '1234567890123',
    '1234-5678-9012',
    ' 123456789012',
    '123456789012\n',
    '12345678901a',
    '１２３４５６７８９０１２',
    '٠١٢٣٤٥٦٧٨٩٠١',
    '',
    123456789012,
    ['123456789012'],
    null,
    undefined
  ]
  assert.equal(accepted(AccountId, others), [])
})

test('any text is an id if and only if it is twelve digits', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...'0123456789x'), { minLength: 11, maxLength: 13 }), (characters) => {
      const isId = characters.length === 12 && !characters.includes('x')
      assert.is(accepted(AccountId, [characters.join('')]).length === 1, isId)
    }),
    { seed: 20260301, numRuns: 500 }
  )
})

test.run()
