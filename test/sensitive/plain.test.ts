import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../src/sensitive/plain.ts'

const test = suite('plain')

test('plain texts stay as they are', () => {
  for (const text of ['', 'abc', 'a b\tc\r\nd', '~!"', 'jürgen', 'naïve']) assert.is(plain(text), text)
})

test('wide letters and digits become narrow, spaces plain, dashes one, invisible characters nothing', () => {
  assert.is(plain('\uff21\uff22\uff13'), 'AB3')
  assert.is(plain('1\u00a02\u20093'), '1 2 3')
  assert.is(plain('1\u20112\u20133\u20144'), '1-2-3-4')
  assert.is(plain('pass\u200bword\ufeff\u00ad'), 'password')
})

test.run()
