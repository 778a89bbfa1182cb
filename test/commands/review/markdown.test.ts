import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reviewDocument } from '../../../src/commands/review/document.ts'
import { reviewMarkdown } from '../../../src/commands/review/markdown.ts'
import { type Review, compareSides } from '../../../src/commands/review/run.ts'
import { reviewLines } from '../../../src/commands/review/text.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import type { JsonObject } from '../../../src/terraform/json.ts'
import { anyText } from '../../support/any-text.ts'
import { reviewSchema } from '../../support/review-schema.ts'

const text = readFileSync(new URL('../../project/out/staging-eu/main.tf.json', import.meta.url), 'utf8')

/** The emitted file of a stack that is called otherwise, with texts replaced in it. */
const emitted = (
  environment: string,
  account: string,
  ...changes: ReadonlyArray<readonly [string, string]>
): JsonObject =>
  JSON.parse(
    changes
      .reduce((all, [from, to]) => {
        assert.ok(all.includes(from), from)
        return all.replaceAll(from, to)
      }, text)
      .replaceAll('111122223333', account)
      .replaceAll('staging', environment)
      .replaceAll('Staging', environment[0]?.toUpperCase() + environment.slice(1))
  ) as JsonObject

const accountOf = (index: number): string => String(200_000_000_000 + index * 7919)

type Change = readonly [string, string]

/** A review of so many stacks, in each of which these texts are replaced. */
const reviewOf = (count: number, changes: (index: number) => ReadonlyArray<Change>): Review => {
  const side = (name: string, of: (index: number) => ReadonlyArray<Change>) => ({
    name,
    commit: undefined,
    files: new Map(
      Array.from({ length: count }, (_, index) => [
        `env${index}-eu`,
        emitted(`env${index}`, accountOf(index), ...of(index))
      ])
    ),
    withoutPage: [],
    others: new Map()
  })
  return compareSides(
    side('before', () => []),
    side('after', changes)
  )
}

const session: Change = ['"max_session_duration": 3600', '"max_session_duration": 43200']
const planner = '"arn:aws:iam::111122223333:role/ZentheaStagingPlanner"'
const other: Change = [planner, '"arn:aws:iam::111122223333:role/ZentheaStagingOther"']

const test = suite('review in Markdown and as JSON')

test('the same change of many stacks is one entry with a count, also where its names differ', () => {
  const review = reviewOf(12, () => [session, other])
  assert.is(review.stacks.length, 12)
  assert.equal(
    review.changes.map(({ turn, sentence, stacks, isOfMany }) => [turn, sentence, stacks.length, isOfMany]),
    [
      ['widens', 'arn:aws:iam::<account>:role/Zenthea<environment>Other may now become the automation role', 12, true],
      ['widens', 'a session of the automation role may last 12 hours instead of 1 hour', 12, false],
      ['widens', 'a session of the operator role may last 12 hours instead of 1 hour', 12, false],
      [
        'narrows',
        'arn:aws:iam::<account>:role/Zenthea<environment>Planner may no longer become the automation role',
        12,
        true
      ]
    ]
  )
  const lines = reviewLines(plain, review)
  assert.ok(lines.includes('12 of 12 stacks change: 3 widen, 1 narrows'), lines.join('\n'))
  assert.ok(lines.includes('           in 12 stacks: env0-eu, env1-eu, env10-eu, env11-eu, env2-eu and 7 more'))
  assert.equal(reviewSchema(reviewDocument(review)), [])
})

test('a stack that changes otherwise than the others stands apart from them', () => {
  const review = reviewOf(6, (index) =>
    index === 3 ? [[planner, `"arn:aws:iam::${accountOf(0)}:role/ZentheaEnv0Planner"`]] : [session]
  )
  assert.equal(
    review.changes.map(({ sentence, stacks }) => [sentence.replace(/ may .*/, ''), stacks.length]),
    [
      ['a session of the automation role', 5],
      ['a session of the operator role', 5],
      ['arn:aws:iam::200000000000:role/ZentheaEnv0Planner', 1],
      [`arn:aws:iam::${accountOf(3)}:role/ZentheaEnv3Planner`, 1]
    ]
  )
})

test('a comment is never longer than GitHub takes, and says what it left out; what widens stands first and open', () => {
  const review = reviewOf(100, (index) => [
    ['OpenTofu state lock', `Lock ${index} ${'é'.repeat(900)}`],
    [planner, `"arn:aws:iam::111122223333:role/R${index}"`]
  ])
  const comment = reviewMarkdown(review)
  assert.ok(Buffer.byteLength(comment) <= 65_536 && comment.length > 30_000, String(comment.length))
  assert.match(comment, /\d+ more changes did not fit: `npm run review` shows all\.\n$/)
  assert.match(comment, /^### Review: 100 changes widen /)
  const [open = '', folded = ''] = comment.split('<details>')
  assert.equal(open.match(/^- \*\*\w+/gm)?.length, 20)
  assert.match(folded, '<summary>')
  assert.match(folded, '</details>')
})

test('nothing widens: says so, and folds the rest', () => {
  const comment = reviewMarkdown(reviewOf(1, () => [['OpenTofu state lock', 'Lock']]))
  assert.match(comment, /^### Review: nothing widens\n/)
  assert.match(
    comment,
    /<details>\n<summary>1 more change, none of which widens<\/summary>\n\n- \*\*moves\*\*: the tag/
  )
})

/** What would be more than text in a comment: outside of code spans. */
const outsideOfCode = (markdown: string): string =>
  markdown
    .replace(/(`+)(?!`)[^]*?(?<!`)\1(?!`)/g, '')
    .replaceAll('<br>', '')
    .replace(/<\/?(?:details|summary)>/g, '')

test('every text of a stack is text: no mention, no link, no HTML, no Markdown', () => {
  const hostile = fc.oneof(
    fc.constantFrom(
      '@octocat',
      '#1',
      'www.x.org',
      'http://x.org',
      '<b>x</b>',
      '</details>',
      '*a*',
      '_a_',
      '`',
      '``x`',
      '|',
      '\\'
    ),
    anyText({ minLength: 1, maxLength: 20 })
  )
  fc.assert(
    fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (words) => {
      const value = words.join(' ')
      const review = reviewOf(1, () => [['OpenTofu state lock', JSON.stringify(value).slice(1, -1)]])
      const left = outsideOfCode(reviewMarkdown(review)).split('OpenTofu')[0] ?? ''
      assert.not.match(
        left.replace('**moves**', '').replace('### Review', ''),
        /[@#<>_`|\\]|https?:|www\.|\p{Cc}(?<!\n)/u
      )
    }),
    { seed: 4, numRuns: 60 }
  )
})

test.run()
