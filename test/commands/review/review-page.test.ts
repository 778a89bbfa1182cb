import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reviewPage } from '../../../src/commands/review/review-page.ts'
import type { Review } from '../../../src/commands/review/run.ts'
import type { LikeChange } from '../../../src/review/like-changes.ts'
import type { JsonObject } from '../../../src/terraform/json.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('the page of a review')

const root = JSON.parse(emittedStaging().text) as JsonObject
const names = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `s${String(index).padStart(2, '0')}-eu`)

const change = (more: Partial<LikeChange> = {}): LikeChange => ({
  ...{ turn: 'widens', sentence: 'a role may more', stacks: ['s00-eu'], isOfMany: false },
  ...{ applier: 'bootstrap principal', apply: 'updated in place', clause: 'J.7.0 §7' },
  ...more
})

type Sides = {
  readonly before?: ReadonlyArray<string>
  readonly after?: ReadonlyArray<string>
  readonly changed?: ReadonlyArray<string>
}

const reviewOf = ({ before = [], after = [], changed = [] }: Sides, more: Partial<Review> = {}): Review => {
  const side = (name: string, commit: string | undefined, of: ReadonlyArray<string>) => ({
    ...{ name, commit, files: new Map(of.map((stack) => [stack, root])), withoutPage: [], others: new Map() }
  })
  return {
    base: side('main', '0123456789abcdef', before),
    head: side('the working tree', undefined, after),
    count: 3,
    stacks: changed.map((stack) => ({ stack, what: 'changed' as const })),
    changes: [],
    notes: [],
    widens: false,
    ...more
  }
}

const drawnIn = (html: string): ReadonlyArray<string> =>
  [...html.matchAll(/<h2 id="stack-\d+">([^<]*)<\/h2>/g)].map(([, name = '']) => name)
const undrawnIn = (html: string): string | undefined =>
  /<p class="soft">([^<]* more stacks are not drawn)/.exec(html)?.[1]

test('the stacks that change are drawn, in their order, and up to ten of them; the others are counted', () => {
  const all = names(12)
  for (const [count, undrawn] of [
    [1, undefined],
    [10, undefined],
    [11, '1 more stacks are not drawn'],
    [12, '2 more stacks are not drawn']
  ] as const) {
    const html = reviewPage(reviewOf({ before: all, after: all, changed: all.slice(0, count) }))
    assert.equal([drawnIn(html), undrawnIn(html)], [all.slice(0, Math.min(count, 10)), undrawn])
  }
})

test('where no stack changes each one is drawn as it is, and where all go none is', () => {
  assert.equal(drawnIn(reviewPage(reviewOf({ before: names(3), after: names(3) }))), names(3))
  const gone = reviewPage(reviewOf({ before: names(3), after: ['s00-eu'], changed: names(3) }))
  assert.equal([drawnIn(gone), undrawnIn(gone)], [['s00-eu'], undefined])
})

test('a new stack has no cell with another word of before, and a changed one has', () => {
  const review = reviewOf({ before: ['s00-eu'], after: ['s00-eu', 's01-eu'], changed: names(2) })
  const other = JSON.parse(JSON.stringify(root).replaceAll('"Effect":"Deny"', '"Effect":"Allow"')) as JsonObject
  const html = reviewPage({ ...review, base: { ...review.base, files: new Map([['s00-eu', other]]) } })
  const [, first = '', second = ''] = html.split('<section')
  assert.equal([first.includes('(was: '), second.includes('(was: ')], [true, false])
})

const long = (length: number): string => 'x'.repeat(length)

test('a sentence and a part are whole up to 5,000 characters, a note up to 600, and 20 stacks are named', () => {
  const said = (length: number, stacks = 20): string =>
    reviewPage(
      reviewOf(
        {},
        {
          changes: [
            change({ sentence: long(length), parts: [long(length), `y${long(length - 1)}`], stacks: names(stacks) })
          ],
          notes: [`z${long(length - 1)}`]
        }
      )
    )
  const whole = said(5000)
  assert.ok(whole.includes(`: ${long(5000)}<br>`))
  assert.ok(whole.includes(`<li>${long(5000)}</li><li>y${long(4999)}</li>`))
  assert.ok(whole.includes(`<p class="soft">z${long(599)}… (4400 characters more)</p>`))
  assert.match(whole, `in 20 stacks: ${names(20).join(', ')}; the bootstrap principal applies it`)
  const cut = said(5001, 21)
  assert.ok(cut.includes(`: ${long(5000)}… (1 characters more)<br>`))
  assert.ok(cut.includes(`<li>${long(5000)}… (1 characters more)</li><li>y${long(4999)}… (1 characters more)</li>`))
  assert.match(cut, `${names(20).join(', ')} and 1 more; the bootstrap`)
  assert.ok(said(600).includes(`<p class="soft">z${long(599)}</p>`))
})

test('a change without parts has no list of parts', () => {
  assert.not.match(reviewPage(reviewOf({}, { changes: [change()] })), '<details>')
})

test('the head names both sides and counts what changes', () => {
  const html = reviewPage(reviewOf({ before: names(1), after: names(1), changed: names(1) }, { changes: [change()] }))
  for (const line of [
    '<title>Review: 1 of 3 stacks changes: 1 widens</title>',
    '<p>main (0123456789ab) → the working tree</p>',
    '<p><strong>1 of 3 stacks changes: 1 widens</strong></p>'
  ])
    assert.ok(html.includes(line), line)
})

/** The example of AWS's own documents. */
const KEY = 'AKIAIOSFODNN7EXAMPLE'

test('a credential is on no page, wherever a stack says it', () => {
  const review = reviewOf({ after: ['s00-eu'], before: ['s00-eu'], changed: ['s00-eu'] })
  const named = JSON.parse(JSON.stringify(root).replaceAll('zenthea-staging-eu-tfstate', KEY)) as JsonObject
  const files = new Map([['s00-eu', named]])
  const odd = `s-${KEY}`
  const html = [
    reviewPage({ ...review, notes: [`a note of ${KEY}`] }),
    reviewPage({ ...review, changes: [change({ sentence: `a ${KEY}`, parts: [`of ${KEY}`], stacks: [odd] })] }),
    reviewPage({ ...review, base: { ...review.base, files }, head: { ...review.head, files } }),
    reviewPage({ ...review, base: { ...review.base, name: KEY } }),
    reviewPage(reviewOf({ after: [`a ${KEY}`] }))
  ]
  for (const [index, page] of html.entries()) assert.not.ok(page.includes(KEY), String(index))
})

test.run()
