import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain, remembered } from '../../src/sensitive/reading.ts'

const test = suite('reading')

test('remembered: the same answers as the original, asked once for each text, undefined included', () => {
  const asked: Array<string> = []
  const of = remembered((text) => {
    asked.push(text)
    return text === 'b' ? undefined : text.length
  })
  for (const text of ['a', 'b', 'ccc', 'a', 'b', 'ccc', 'constructor', '__proto__'])
    assert.is(of(text), text === 'b' ? undefined : text.length)
  assert.equal(asked, ['a', 'b', 'ccc', 'constructor', '__proto__'])
})

test('remembered: long texts are asked again, and so is everything after 10,000 others', () => {
  const asked: Array<string> = []
  const of = remembered((text) => asked.push(text))
  const long = 'x'.repeat(201)
  of(long)
  of(long)
  assert.is(asked.length, 2)
  of('first')
  for (let each = 0; each < 10_000; each += 1) of(String(each))
  of('first')
  assert.is(asked.filter((text) => text === 'first').length, 2)
})

test('plain: plain texts stay as they are', () => {
  for (const text of ['', 'abc', 'a b\tc\r\nd', '~!"', 'jürgen', 'naïve']) assert.is(plain(text), text)
})

test('plain: wide letters and digits become narrow, spaces plain, dashes one, invisible characters nothing', () => {
  assert.is(plain('\uff21\uff22\uff13'), 'AB3')
  assert.is(plain('1\u00a02\u20093'), '1 2 3')
  assert.is(plain('1\u20112\u20133\u20144'), '1-2-3-4')
  assert.is(plain('pass\u200bword\ufeff\u00ad'), 'password')
})

test.run()
