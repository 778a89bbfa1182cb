import fc from 'fast-check'
import { homedir, tmpdir } from 'node:os'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { jsonText, printable, printableDocument, visible } from '../../src/command-line/printable.ts'
import { anyText } from '../support/any-text.ts'

const test = suite('printable')

for (const [name, text, shown] of [
  ['plain text', 'zenthea-staging-eu 100 % äöü 漢字 🙂', 'zenthea-staging-eu 100 % äöü 漢字 🙂'],
  ['a colour', '\x1b[31mred\x1b[0m', '\\u{1b}[31mred\\u{1b}[0m'],
  ['a one-character escape of the C1 set', '\x9b2J', '\\u{9b}2J'],
  ['lines', 'a\nb\r\nc\td', 'a\\nb\\r\\nc\\td'],
  ['other line ends', 'a\u2028b\u2029c\u0085d', 'a\\u{2028}b\\u{2029}c\\u{85}d'],
  ['a turned direction', 'user\u202e\u2066nimda', 'user\\u{202e}\\u{2066}nimda'],
  ['nothing to see', 'a\u200bb\ufeffc\u00add', 'a\\u{200b}b\\u{feff}c\\u{ad}d'],
  ['a tag character', 'a\u{e0041}', 'a\\u{e0041}'],
  ['half a character', 'a\ud83d', 'a\\u{d83d}'],
  ['delete and bell', '\x7f\x07\x00', '\\u{7f}\\u{7}\\u{0}']
] as const)
  test(name, () => {
    assert.is(visible(text), shown)
  })

test('nothing that a terminal obeys is left, in any text', () => {
  fc.assert(
    fc.property(anyText({ maxLength: 100 }), (text) => {
      const codes = Array.from(visible(text), (character) => character.codePointAt(0) ?? 0)
      return codes.every((code) => code > 0x1f && (code < 0x7f || code > 0x9f))
    }),
    { seed: 3, numRuns: 200 }
  )
})

test('a long text ends in a count of what is not shown', () => {
  assert.is(printable('abcdefghij', 10), 'abcdefghij')
  assert.is(printable('abcdefghijk', 10), 'abcdefghij… (1 characters more)')
  assert.ok(printable('x'.repeat(5_000_000)).length < 700)
})

test('a line has 600 characters where no other number is given', () => {
  assert.is(printable('x'.repeat(600)), 'x'.repeat(600))
  assert.is(printable('x'.repeat(601)), `${'x'.repeat(600)}… (1 characters more)`)
})

/** Made up; with a character less it is not a key. */
const KEY = 'AKIAIOSFODNN7EXAMPLE'

test('a key is seen whole in 8,000 characters more than are shown, and what lies behind is not read', () => {
  const upTo = (length: number): string => `${'x '.repeat(length / 2).slice(0, length - KEY.length - 1)} ${KEY}`
  for (const [limit, length] of [
    [600, 8_600],
    [10, 8_010]
  ] as const) {
    assert.is(
      printable(upTo(length), limit),
      '(not shown: AWS access key id)'.slice(0, limit) + (limit === 10 ? '… (8000 characters more)' : '')
    )
    assert.is(printable(upTo(length + 1), limit), `${'x '.repeat(limit / 2)}… (${length + 1 - limit} characters more)`)
    assert.is(
      printable(`${'x '.repeat(length / 2)}${KEY}`, limit),
      `${'x '.repeat(limit / 2)}… (${length + KEY.length - limit} characters more)`
    )
  }
})

test('what is left out of the words that stand for a key is counted, too', () => {
  assert.is(printable(KEY, 10), '(not shown… (20 characters more)')
  assert.is(printable(`${KEY} ${'x '.repeat(5_000)}`), '(not shown: AWS access key id)… (9991 characters more)')
})

test('a document is indented, and writes out what JSON leaves to a terminal', () => {
  assert.is(
    jsonText({ a: '\u007f\u0085\u00ad\u2028\u2029\u{e0041}é', b: [1, null] }),
    String.raw`{
  "a": "\u007f\u0085\u00ad\u2028\u2029\udb40\udc41é",
  "b": [
    1,
    null
  ]
}`
  )
})

test('a document names the places of this process as a shell in the project reads them', () => {
  const [project, home, temporary] = [process.cwd(), homedir(), tmpdir()]
  const { a, b, c } = JSON.parse(jsonText({ a: `${project}/out`, b: `${home}/.local`, c: `${temporary}/x` })) as Record<
    string,
    string
  >
  assert.equal([a, b, c], ['./out', '~/.local', '${TMPDIR:-/tmp}/x'])
})

test('what a document of a stack says in secret is not printed, neither as a key nor as a value', () => {
  const document = { resource: { dbPassword: 'hunter2-hunter2', AKIAIOSFODNN7EXAMPLE: 'x' }, name: 'a' }
  const shown = JSON.stringify(printableDocument(document))
  assert.not.match(shown, /hunter2|AKIAIOSFODNN7/)
  assert.match(shown, '"name":"a"')
})

test.run()
