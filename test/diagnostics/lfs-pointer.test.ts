import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { areLfsPointer, isLfsPointer, lfsPointer } from '../../src/diagnostics/lfs-pointer.ts'

const test = suite('a pointer of Git LFS')

/** As the specification of Git LFS shows one. */
const POINTER =
  'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n'

test('a pointer is known by its first line, and nothing else is one', () => {
  const others = ['', 'version https://git-lfs.github.com/spec/v1', ` ${POINTER}`, `// ${POINTER}`, '{}\n', '\u{1f600}']
  for (const [text, is] of [[POINTER, true], ...others.map((other) => [other, false] as const)] as const) {
    assert.is(isLfsPointer(text), is, text)
    assert.is(areLfsPointer(new TextEncoder().encode(text)), is, text)
  }
})

test('it names the file, and the line that commits the file itself stands last', () => {
  const { actual, remedy } = lfsPointer('out/a/main.tf.json')
  assert.is(actual, 'a pointer of Git LFS in the place of out/a/main.tf.json')
  assert.match(remedy, /git lfs pull\. .*\.gitattributes.*: git add --renormalize \. && git commit$/)
})

test.run()
