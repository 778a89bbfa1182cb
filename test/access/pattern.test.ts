import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  arnLike,
  awaited,
  firstPlaces,
  form,
  isEnd,
  like,
  literal,
  matches,
  nextPlaces
} from '../../src/access/pattern.ts'
import type { Pattern } from '../../src/access/pattern.ts'

const test = suite('patterns of texts')

const escaped = (text: string): string => text.replace(/[^a-z0-9]/g, (mark) => `\\${mark}`)
const whole = (source: string): RegExp => new RegExp(`^(?:${source})$`, 's')
const marks = (text: string, of: Readonly<Record<string, string>>): string =>
  (text.match(/\*\*|./gs) ?? [])
    .map((mark) => of[mark] ?? [...mark].map((one) => of[one] ?? escaped(one)).join(''))
    .join('')

/** Each kind of pattern as a regular expression, written from IAM, "Condition operators". */
const kinds: ReadonlyArray<readonly [string, (text: string) => Pattern, (text: string) => RegExp]> = [
  ['literal', literal, (text) => whole(escaped(text))],
  ['like', like, (text) => whole(marks(text, { '*': '.*', '?': '.' }))],
  [
    'arnLike',
    arnLike,
    (text) => {
      const parts = text.split(':')
      const head = parts.slice(0, 5).map((part) => marks(part, { '*': '[^:]*', '?': '.' }))
      const rest = marks(parts.slice(5).join(':'), { '*': '.*', '?': '.' })
      return parts.length < 6 ? /(?!)/ : whole([...head, rest].join(':'))
    }
  ],
  ['form', form, (text) => whole(marks(text, { '**': '.*', '*': '[^:]*', '?': '.', '#': '[0-9]' }))]
]

const walked = (of: Pattern, text: string): boolean =>
  isEnd(
    of,
    text.split('').reduce((places, character) => nextPlaces(of, places, character), firstPlaces(of))
  )

const letters = fc.string({ unit: fc.constantFrom('a', '1', ':', ':', '/', '*', '?', '#'), maxLength: 9 })
for (const [name, made, reference] of kinds)
  test(`${name}: each text as the documented form says, at once and character by character`, () => {
    fc.assert(
      fc.property(letters, letters, fc.boolean(), (written, other, isNear) => {
        const text = isNear
          ? written.replace(/[*?#]/g, (mark, at: number) => (at % 3 === 0 ? '' : mark === '?' ? ':' : '1'))
          : other
        const expected = reference(written).test(text)
        assert.is(matches(made(written), text), expected, JSON.stringify([written, text]))
        assert.is(walked(made(written), text), expected, JSON.stringify([written, text]))
      }),
      { seed: 41, numRuns: 3000 }
    )
  })

test('an ARN pattern has six segments, or nothing fits it', () => {
  for (const [pattern, text, isSo] of [
    ['arn:aws:iam::1:role/*', 'arn:aws:iam::1:role/a:b', true],
    ['arn:aws:iam::*:role/a', 'arn:aws:iam::1:role/a', true],
    ['arn:aws:iam:*:role/a', 'arn:aws:iam::1:role/a', false],
    ['arn:aws:iam::1', 'arn:aws:iam::1', false],
    ['arn:aws:iam::1', 'arn:aws:iam::1:', false],
    ['arn:aws:iam::1:', 'arn:aws:iam::1:', true],
    ['*', 'arn:aws:iam::1:role/a', false]
  ] as const)
    assert.is(matches(arnLike(pattern), text), isSo, `${pattern} ${text}`)
})

test('patterns of two kinds are never the same, and only one of characters alone is literal', () => {
  const all = [literal('a*'), like('a*'), arnLike('a*'), form('a*'), like('a'), literal('a')]
  assert.is(new Set(all.map(({ id }) => id)).size, all.length)
  assert.equal(
    all.map(({ isLiteral }) => isLiteral),
    [true, false, false, false, true, true]
  )
})

test('what a pattern waits for by name: its next character, or the colon that ends a segment', () => {
  const after = (of: Pattern, text: string): ReadonlyArray<string> =>
    awaited(
      of,
      text.split('').reduce((places, character) => nextPlaces(of, places, character), firstPlaces(of))
    )
  assert.equal(after(literal('ab'), ''), ['a'])
  assert.equal(after(literal('ab'), 'a'), ['b'])
  assert.equal(after(literal('ab'), 'ab'), [])
  assert.equal(after(literal('ab'), 'x'), [])
  assert.equal(after(like('*b'), 'a'), ['b'])
  assert.equal(after(like('?b'), ''), [])
  assert.equal(after(form('#b'), ''), [])
  assert.equal(after(form('*b'), ''), [':', 'b'])
})

test.run()
