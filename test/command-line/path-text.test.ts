import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { pathText } from '../../src/command-line/diagnostic-text.ts'

const test = suite('path text')

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

test.run()
