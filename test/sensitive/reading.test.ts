import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { remembered } from '../../src/sensitive/remembered.ts'

const test = suite('remembered')

test('the same answers as the original, asked once for each text, undefined included', () => {
  const asked: Array<string> = []
  const of = remembered((text) => {
    asked.push(text)
    return text === 'b' ? undefined : text.length
  })
  for (const text of ['a', 'b', 'ccc', 'a', 'b', 'ccc', 'constructor', '__proto__'])
    assert.is(of(text), text === 'b' ? undefined : text.length)
  assert.equal(asked, ['a', 'b', 'ccc', 'constructor', '__proto__'])
})

test('long texts are asked again, and so is everything after 10,000 others', () => {
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

test.run()
