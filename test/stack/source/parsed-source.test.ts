import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { judgedSource } from '../../../src/stack/source/judged-source.ts'
import { placeIn } from '../../../src/stack/source/parsed-source.ts'

const test = suite('parsed source')

const problems = (text: string): ReadonlyArray<Diagnostic> => judgedSource('stacks/a.ts', text, []).problems

const summary = (text: string) =>
  problems(text).map((problem) =>
    problem.source !== undefined ? [problem.rule, problem.place, problem.clause] : [problem.rule]
  )

const broken: Readonly<Record<string, readonly [text: string, line: number, column: number]>> = {
  'an open bracket': ['export default (\n', 2, 1],
  'a stray word': ['const a = 1\nexport defualt a', 2, 8],
  'a name twice': ['const a = 1\nconst a = 2', 1, 7],
  with: ['with ({}) {}', 1, 1],
  'no module': ['return 1', 1, 1],
  'assigning to arguments': ['arguments = 1', 1, 1],
  'an intrinsic of the engine': ['%DebugPrint(1)', 1, 1],
  JSX: ['const a = <b/>', 1, 13],
  'half an escape': ["const a = '\\u{zz}'", 1, 12]
}
for (const [what, [text, line, column]] of Object.entries(broken))
  test(`${what}: the parser’s place and words`, () => {
    assert.equal(summary(text), [['stack-file-parses', { line, column }, 'J.7.0 §4']])
    assert.ok((problems(text)[0]?.actual ?? '').length > 10)
  })

test('a merge in conflict is told as one, in one line, whole or cut', () => {
  const marks = ['<', '=', '>'].map((mark) => mark.repeat(7))
  for (const text of [
    `const a = 1\n${marks[0]} HEAD\nconst b = 1\n${marks[1]}\nconst b = 2\n${marks[2]} other\n`,
    `const a = 1\n${marks[0]} HEAD\nconst b = 1\n`
  ]) {
    assert.equal(
      summary(text).map(([rule]) => rule),
      ['stack-file-parses']
    )
    assert.match(problems(text)[0]?.remedy ?? '', /^Finish the merge here: [^\n]*$/)
  }
  for (const [text] of Object.values(broken)) assert.not.match(problems(text)[0]?.remedy ?? '', '\n')
})

test('parsing: a text that is too long, or has too many <, is not even parsed', () => {
  const refused = [['stack-is-a-declaration', { line: 1, column: 1 }, 'J.7.0 §6']]
  assert.equal(problems(`// ${'a'.repeat(32_765)}`), [])
  assert.equal(summary(`// ${'a'.repeat(32_766)}`), refused)
  assert.equal(problems(`// ${'<'.repeat(500)}`), [])
  assert.equal(summary(`// ${'<'.repeat(501)}`), refused)
})

test('parsing: syntax that nests too deep is refused where it does', () => {
  const nested = (depth: number): string => `export const a = ${'['.repeat(depth)}${']'.repeat(depth)}`
  assert.equal(problems(nested(96)), [])
  assert.equal(summary(nested(97)), [['stack-is-a-declaration', { line: 1, column: 18 + 96 }, 'J.7.0 §6']])
  assert.is(problems(nested(2000)).length, 1)
})

test('place: lines and columns begin at 1, after every kind of line break', () => {
  const at = placeIn('ab\ncd\r\nef\rgh\u2028ij')
  assert.equal(at(0), { line: 1, column: 1 })
  assert.equal(at(1), { line: 1, column: 2 })
  assert.equal(at(3), { line: 2, column: 1 })
  assert.equal(at(8), { line: 3, column: 2 })
  assert.equal(at(10), { line: 4, column: 1 })
  assert.equal(at(14), { line: 5, column: 2 })
})

test('place: columns count UTF-16 units, as editors do', () => {
  assert.equal(placeIn("'😀ü' x")(6), { line: 1, column: 7 })
})

test('place: an empty text has one place', () => {
  assert.equal(placeIn('')(0), { line: 1, column: 1 })
})

test('a pointer of Git LFS is told as one, with the way to the file', () => {
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`
  const { problems: told } = judgedSource('stacks/staging-eu.ts', pointer, [])
  assert.equal(
    told.map(({ rule, actual, place }) => [rule, actual, place]),
    [['stack-file-parses', 'a pointer of Git LFS in the place of stacks/staging-eu.ts', { line: 1, column: 1 }]]
  )
  assert.match(told[0]?.remedy ?? '', 'git lfs pull')
})

test.run()
