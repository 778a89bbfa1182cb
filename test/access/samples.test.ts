import fc from 'fast-check'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Pattern, arnLike, form, like, literal, matches } from '../../src/access/pattern.ts'
import { samples } from '../../src/access/samples.ts'

/** A text that stands for a combination which is not there is a permission that a review does not tell. */
const test = suite('texts that stand for all texts')

const isIn = (of: ReadonlyArray<Pattern>, text: string): boolean => of.some((one) => matches(one, text))
const bits = (patterns: ReadonlyArray<Pattern>, text: string): string =>
  patterns.map((one) => Number(matches(one, text))).join('')
const combinations = (patterns: ReadonlyArray<Pattern>, texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...new Set(texts.map((text) => bits(patterns, text)))].toSorted()

/** Every text of at most five of these characters. */
const all = Array.from({ length: 5 }).reduce<ReadonlyArray<string>>(
  (texts) => [...new Set([...texts, ...texts.flatMap((text) => ['a', 'b', ':', 'z'].map((one) => text + one))])],
  ['']
)

const written = fc.string({ unit: fc.constantFrom('a', 'b', ':', '*', '?'), minLength: 1, maxLength: 4 })
const pattern = fc.oneof(
  written.map(like),
  written.map(form),
  fc.string({ unit: fc.constantFrom('a', 'b', ':'), maxLength: 4 }).map(literal)
)

test('each combination of patterns that a short text can have is there, and none besides', () => {
  fc.assert(
    fc.property(
      fc.array(pattern, { maxLength: 4 }),
      fc.array(written.map(form), { minLength: 1, maxLength: 2 }),
      (patterns, domain) => {
        const found = samples(patterns, domain)
        assert.ok(found.isComplete)
        for (const text of found.texts) assert.ok(isIn(domain, text), text)
        const expected = combinations(
          patterns,
          all.filter((text) => isIn(domain, text))
        )
        const there = combinations(patterns, found.texts)
        assert.equal(
          expected.filter((one) => !there.includes(one)),
          [],
          JSON.stringify([patterns, domain].map((list) => list.map(({ id }) => id)))
        )
      }
    ),
    { seed: 12, numRuns: 150 }
  )
})

test('where literals take the first letter and the first digit, another text stands for all others', () => {
  const { texts } = samples([literal('x'), literal('9')], [form('?')])
  assert.equal(combinations([literal('x'), literal('9')], texts), ['00', '01', '10'])
})

test('each literal of the domain stands for itself, and no text is there twice', () => {
  const found = samples([literal('s3:Get'), literal('none'), like('s3:*')], [form('?*:?*')])
  assert.ok(found.texts.includes('s3:Get'))
  assert.not.ok(found.texts.includes('none'))
  assert.is(new Set(found.texts).size, found.texts.length)
  assert.equal(combinations([like('s3:*')], found.texts), ['0', '1'])
})

test('a text that a reader sees begins with letters before digits, and is the shortest', () => {
  assert.equal(samples([], [form('?*:?*')]).texts, ['x:x'])
  assert.equal(samples([], [form('##')]).texts, ['99'])
  assert.equal(samples([like('x*')], [like('?*')]).texts, ['y', 'x'])
})

test('an ARN of twelve digits is found, and one beside those that are named', () => {
  const named = 'arn:aws:iam::111122223333:role/a'
  const found = samples(
    [literal(named), arnLike('arn:aws:iam::*:role/b*')],
    [form('arn:aws:iam::############:role/?**')]
  )
  assert.ok(found.isComplete)
  assert.ok(found.texts.includes(named))
  for (const text of found.texts) assert.match(text, /^arn:aws:iam::[0-9]{12}:role\/./)
  assert.is(found.texts.length, 3)
})

test('patterns that are too many to compare are said to be so', () => {
  const remembering = (characters: number): Pattern => like(`*a${'?'.repeat(characters)}`)
  assert.is(samples([remembering(11)], [like('*')]).isComplete, true)
  assert.is(samples([remembering(14)], [like('*')]).isComplete, false)
})

test.run()
