import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { code, htmlText, label, listed, table, visible } from '../../src/review/markdown.ts'
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

/** Written by hand, from CommonMark 0.31, "Code spans", and GitHub Flavored Markdown, "Tables". */
const spans: ReadonlyArray<readonly [text: string, span: string]> = [
  ['', '`  `'],
  ['a', '`a`'],
  ['a b', '`a b`'],
  [' a', '`  a `'],
  ['a ', '` a  `'],
  ['a|b', '`a\\|b`'],
  ['|a|', '`\\|a\\|`'],
  ['a`b', '``a`b``'],
  ['`a', '`` `a ``'],
  ['a`', '`` a` ``'],
  ['a``b`c', '```a``b`c```'],
  ['é', '`é`'],
  ['\u{1f600}', '`\u{1f600}`'],
  ['~{}!', '`~{}!`']
]
test('a text as a code span, with a fence that is longer than its backticks', () => {
  for (const [text, span] of spans) assert.is(code(text), span, JSON.stringify(text))
})

/** Characters that a reader does not see, by their Unicode category, and the codes that stand for them. */
const unseen: Readonly<Record<string, string>> = {
  '\u0000': '0',
  '\u0009': '9',
  '\u007f': '7f',
  '\u00ad': 'ad',
  '\u00a0': 'a0',
  '\u2003': '2003',
  '\u200b': '200b',
  '\u2028': '2028',
  '\u2029': '2029',
  '\u202e': '202e',
  '\u3000': '3000',
  '\ud800': 'd800',
  '\ue000': 'e000',
  '\u{e0041}': 'e0041'
}
test('each character that a reader does not see is its code, wherever it stands', () => {
  for (const [character, written] of Object.entries(unseen)) {
    const said = `\\u{${written}}`
    assert.is(visible(character), said)
    assert.is(visible(`a${character}b`), `a${said}b`)
    assert.is(visible(`a ${character}${character} b`), `a ${said}${said} b`)
  }
  assert.is(visible(' a  b '), ' a \\u{20}b ')
  assert.is(visible('aé\u{1f600}東 b'), 'aé\u{1f600}東 b')
})

test('a label keeps the marks of an ARN, and every other sign is an entity', () => {
  assert.is(label('arn:aws:s3:::b/k-1, a.b'), '"arn:aws:s3:::b/k-1, a.b"')
  assert.is(label('é\u{1f600}_"<'), '"#233;#128512;#95;#34;#60;"')
  assert.is(label(''), '""')
})

test('a list in words, and a table with its head', () => {
  assert.equal([listed([]), listed(['a']), listed(['a', 'b'])], ['nothing', 'a', 'a, b'])
  assert.equal(table(['x', 'y'], []), ['| x | y |', '| --- | --- |'])
  assert.equal(table(['x'], [['1'], ['2']]), ['| x |', '| --- |', '| 1 |', '| 2 |'])
})

/** Source: WHATWG HTML, "Named character references". */
test('in HTML each character that HTML would read is written as its reference, wherever it stands', () => {
  assert.is(htmlText(`<a href="x" id='y'>&amp;</a>`), '&lt;a href=&quot;x&quot; id=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;')
})

test('in HTML what a reader would not see is written as its code', () => {
  assert.is(htmlText('a\u202e<b>'), String.raw`a\u{202e}&lt;b&gt;`)
})

test.run()
