import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { unifiedDiff } from '../../../src/commands/emit/compare-outputs.ts'

const test = suite('unified diff')

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('')

const diff = (committed: string | Uint8Array, emitted: string): Promise<string> =>
  unifiedDiff('out/a/main.tf.json', Buffer.from(committed), emitted)()

test('three lines around a change, committed first', async () => {
  assert.is(
    await diff(`${lines(1, 9)}old\n${lines(11, 20)}`, `${lines(1, 9)}new\n${lines(11, 20)}`),
    `--- out/a/main.tf.json (committed)
+++ out/a/main.tf.json (emitted)
@@ -7,7 +7,7 @@
 line 7
 line 8
 line 9
-old
+new
 line 11
 line 12
 line 13
`
  )
})

test('a last newline that is missing is a difference', async () => {
  assert.match(await diff('{}', '{}\n'), '-{}\n\\ No newline at end of file\n+{}\n')
})

test('another line ending and a byte order mark are differences', async () => {
  assert.match(await diff('{\r\n}\n', '{\n}\n'), '-{\r\n+{\n')
  assert.match(await diff('\ufeff{}\n', '{}\n'), '-\ufeff{}\n+{}\n')
})

test('bytes that are not UTF-8 are told even where nothing else differs', async () => {
  assert.is(
    await diff(Uint8Array.of(0xff), '\ufffd'),
    'out/a/main.tf.json: the committed file holds bytes that are not UTF-8\n'
  )
})

test('a file with more than 2000 lines of difference gets one line', async () => {
  assert.is(await diff(lines(1, 2100), '{}\n'), 'out/a/main.tf.json: more than 2000 lines differ\n')
})

test.run()
