import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { placeIn } from '../../../src/stack/source/place.ts'

const test = suite('place')

test('lines and columns begin at 1, after every kind of line break', () => {
  const at = placeIn('ab\ncd\r\nef\rgh\u2028ij')
  assert.equal(at(0), { line: 1, column: 1 })
  assert.equal(at(1), { line: 1, column: 2 })
  assert.equal(at(3), { line: 2, column: 1 })
  assert.equal(at(8), { line: 3, column: 2 })
  assert.equal(at(10), { line: 4, column: 1 })
  assert.equal(at(14), { line: 5, column: 2 })
})

test('columns count UTF-16 units, as editors do', () => {
  assert.equal(placeIn("'😀ü' x")(6), { line: 1, column: 7 })
})

test('an empty text has one place', () => {
  assert.equal(placeIn('')(0), { line: 1, column: 1 })
})

test.run()
