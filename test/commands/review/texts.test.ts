import { suite } from 'uvu'
import { plain } from '../../../src/command-line/terminal.ts'
import { reviewMarkdown } from '../../../src/commands/review/markdown.ts'
import type { Review } from '../../../src/commands/review/run.ts'
import { reviewLines } from '../../../src/commands/review/text.ts'
import type { LikeChange } from '../../../src/review/like-changes.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('what a review says of its changes')

const names = (count: number): ReadonlyArray<string> => Array.from({ length: count }, (_, index) => `s${index}-eu`)

const change = (turn: LikeChange['turn'], more: Partial<LikeChange> = {}): LikeChange => ({
  ...{ turn, sentence: `a role ${turn} by s3:GetObject`, stacks: ['a-eu'], isOfMany: false },
  ...{ applier: 'bootstrap principal', apply: 'updated in place', clause: 'J.7.0 §7' },
  ...more
})

/** A review of these changes between a commit and the working tree. */
const reviewOf = (changes: ReadonlyArray<LikeChange>, more: Partial<Review> = {}): Review => ({
  base: { name: 'main', commit: '0123456789abcdef0123', files: new Map(), withoutPage: [], others: new Map() },
  head: { name: 'the working tree', commit: undefined, files: new Map(), withoutPage: [], others: new Map() },
  count: 3,
  stacks: [...new Set(changes.flatMap(({ stacks }) => stacks))].map((stack) => ({ stack, what: 'changed' as const })),
  changes,
  notes: [],
  widens: changes.some(({ turn }) => turn.endsWith('widen') || turn === 'widens'),
  ...more
})

const each: ReadonlyArray<LikeChange> = [
  change('widens'),
  change('may widen', { stacks: names(5), applier: 'operator role', clause: 'J.7.0 §5' }),
  change('narrows', { stacks: names(6), applier: 'anybody who plans', apply: 'nothing changes in AWS' }),
  change('narrows', { stacks: names(2), applier: 'nobody', apply: 'refused as a replacement' }),
  change('moves', { stacks: ['a-eu', 'b-eu'] })
]
const odd = `ask @team about #1, x|y; *b* <i> [l](u) \`c\`: it's a-b,  and "all", \u202eend.`
const many = (count: number, turn: LikeChange['turn'], parts?: ReadonlyArray<string>): ReadonlyArray<LikeChange> =>
  Array.from({ length: count }, (_, index) =>
    change(turn, { sentence: `change ${index} ${turn}`, ...(parts === undefined ? {} : { parts }) })
  )

/** Both forms, the lines of a terminal first. */
const both =
  (review: Review): Screen =>
  () => [...reviewLines(plain, review), '---', ...reviewMarkdown(review).split('\n')]
/** The comment without the entries between its first and its last. */
const short =
  (review: Review): Screen =>
  () => {
    const lines = reviewMarkdown(review).split('\n')
    const isEntry = (line: string | undefined): boolean => /^ *- /.test(line ?? '')
    return lines
      .map((line) => line.replace(/(?: x){9,}/, ' x …'))
      .filter((line, at) => !isEntry(line) || !isEntry(lines[at - 1]) || !isEntry(lines[at + 1]))
  }

readsAs(test, new URL('texts.txt', import.meta.url), {
  'nothing changes': both(reviewOf([], { count: 1 })),
  'one change that widens': both(reviewOf([change('widens')], { count: 1 })),
  'two that widen': both(reviewOf([change('widens'), change('may widen')])),
  'one that narrows, with notes': both(
    reviewOf([change('narrows')], { notes: ['a note about v1', 'another, of @team'] })
  ),
  'one of each kind': both(reviewOf(each)),
  'a sentence with words that are not prose': both(reviewOf([change('moves', { sentence: odd })])),
  'a sentence with its parts': both(reviewOf([change('widens', { parts: ['one part', 'b|c part'] })])),
  'twenty that widen, and one that narrows': short(reviewOf([...many(20, 'widens'), ...many(1, 'narrows')])),
  'twenty-one that widen': short(reviewOf(many(21, 'widens'))),
  'more than a comment takes': short(reviewOf([...many(21, 'widens', ['a part']), ...many(900, 'narrows')])),
  'parts that a comment does not take': short(reviewOf(many(300, 'narrows', ['x '.repeat(300)])))
})

test.run()
