import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { unshown } from '../../src/charter/redacted.ts'
import { pathText } from '../../src/command-line/diagnostic-text.ts'

const test = suite('path text')

const problem = {
  rule: 'part-complete',
  clause: 'J.7.0 §4',
  expected: 'a tag',
  actual: 'none',
  remedy: 'Write it.'
} as const

for (const [path, text] of [
  [['backend', 'key'], 'backend.key'],
  [['parts', 2, 'trust', 'roles', 0], 'parts[2].trust.roles[0]'],
  [[0, 'a'], '[0].a'],
  [['tags', 'cost centre', 'x'], 'tags["cost centre"].x'],
  [['tags', 'a"b'], 'tags["a\\"b"]'],
  [['tags', '7'], 'tags["7"]'],
  [['tags', ''], 'tags[""]'],
  [['tags', '\x9b\u202e'], 'tags["\\u{9b}\\u{202e}"]'],
  [['$a', '_b'], '$a._b'],
  [['a.b'], '["a.b"]'],
  [[], 'the stack as a whole']
] as const)
  test(text, () => {
    assert.is(pathText(path), text)
  })

test('a key that never ends is cut', () => {
  assert.ok(pathText(['tags', 'k '.repeat(100_000)]).length < 200)
  assert.ok(pathText(['tags', 'k'.repeat(100_000)]).length < 200)
})

test('of a key that is cut, all that is left out is counted', () => {
  for (const length of [241, 999, 1_000, 1_001, 5_000, 100_000]) {
    const text = pathText(['tags', 'k'.repeat(length)])
    const [, shown = '', more] = /^tags\["(k+)… \((\d+) characters more\)\]$/.exec(text) ?? []
    // The quote that ends the key is left out too.
    assert.is(shown.length + Number(more), length + 1, text)
  }
})

test('a key of at most 240 characters is whole, however it is written', () => {
  for (const character of ['k', '"', '\u001b', '\u200b'])
    assert.not.match(pathText(['tags', `${character.repeat(239)} `]), 'characters more')
})

test('a key that a refusal has cut tells its whole length, and is not cut again', () => {
  for (const [character, written] of [
    ['k', 'k'],
    ['"', '\\"']
  ] as const) {
    const { at = [] } = unshown({ ...problem, at: ['tags', character.repeat(5_000)] })
    assert.is(pathText(at), `tags["${written.repeat(200)}… (5000 characters)"]`)
  }
})

test.run()
