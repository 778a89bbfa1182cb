import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { code, label, table } from '../../src/review/markdown.ts'
import { anyText } from '../support/any-text.ts'

const test = suite('review Markdown')

const hostile = [
  'a|b',
  '`',
  '``a`',
  '<script>',
  '[x](y)',
  '@team',
  'a\nb',
  'a\u2028b',
  '\u202Eevil',
  '',
  ' a ',
  '\\|',
  '#1'
]

/**
 * The cells of a table's row as GitHub cuts them: at each pipe that no backslash escapes, code or not.
 * Source: GitHub Flavored Markdown, "Tables".
 */
const cells = (row: string): ReadonlyArray<string> => row.replace(/\\\|/g, '\0').split('|').slice(1, -1)

/** What a code span shows. Source: CommonMark 0.31, "Code spans". */
const spanned = (cell: string): string | undefined => {
  const [, fence = '', inner = ''] = /^(`+)([^]*?)(?<!`)\1(?!`)$/.exec(cell.trim()) ?? []
  const text = inner.replaceAll('\0', '|')
  return fence === '' ? undefined : /^ .*[^ ].* $/.test(text) ? text.slice(1, -1) : text
}

test('any text of a stack is one code span in one cell of one line', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom(...hostile), fc.string({ unit: 'grapheme' }), anyText({ maxLength: 20 })),
      (text) => {
        const [, , row = ''] = table(['a', 'b'], [[code(text), 'end']])
        assert.not.match(row, /[\n\r\u2028\u2029\u202A-\u202E\u2066-\u2069]/)
        const [first = '', last = '', ...more] = cells(row)
        assert.is(more.length, 0, row)
        assert.is(last.trim(), 'end')
        assert.type(spanned(first), 'string', row)
      }
    ),
    { seed: 19, numRuns: 500 }
  )
})

test('what a reader cannot see is written as its code', () => {
  assert.is(code('a\u202Eb'), '`a\\u{202e}b`')
  assert.is(code('a\nb'), '`a\\u{a}b`')
  assert.is(code('a\u00A0b'), '`a\\u{a0}b`')
  assert.is(code('a  b   c'), '`a \\u{20}b \\u{20}\\u{20}c`', 'a browser shows several spaces as one')
  assert.is(code('`'), '`` ` ``')
})

test('a label of a diagram holds nothing but letters, entities and a few marks', () => {
  for (const text of hostile) assert.match(label(text), /^"(?:[A-Za-z0-9 ,./:-]|#[0-9]+;)*"$/)
  assert.is(label('a"]-->b'), '"a#34;#93;--#62;b"')
})

test.run()
