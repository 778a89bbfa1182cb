import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reviewDocument } from '../../../src/commands/review/document.ts'
import { reviewMarkdown } from '../../../src/commands/review/markdown.ts'
import { reviewPage } from '../../../src/commands/review/review-page.ts'
import { type ReviewedChange, ofAccess } from '../../../src/review/consequence.ts'
import { type Compared, likeChanges } from '../../../src/review/like-changes.ts'
import { ownNames } from '../../../src/review/own-names.ts'
import { type Review, compareSides } from '../../../src/commands/review/run.ts'
import type { Json, JsonObject } from '../../../src/terraform/json.ts'
import { accessCorpus } from '../../support/access/corpus/access.ts'
import { edited } from '../../support/access/corpus/change.ts'
import { reviewSchema } from '../../support/review-schema.ts'
import { emittedStaging } from '../../support/wanted.ts'

const { text } = emittedStaging()
const afterOf = (name: string): string => {
  const edit = accessCorpus.find(({ what }) => what === name)?.edit ?? []
  return JSON.stringify(edit.reduce<Json>((root, [path, value]) => edited(root, path, value), JSON.parse(text) as Json))
}

/** One change in stacks of different names and accounts, or in the one stack that it is made for. */
const reviewOf = (after: string, count = 1): Review => {
  const side = (name: string, file: string) => ({
    name,
    commit: undefined,
    files: new Map(
      Array.from({ length: count }, (_, index) => {
        const [account, environment] =
          index === 0 ? ['111122223333', 'staging'] : [`22223333444${index}`, `env${index}`]
        const own = file.replaceAll('111122223333', account).replaceAll('staging', environment)
        return [`${environment}-eu`, JSON.parse(own.replaceAll('Staging', `E${environment.slice(1)}`)) as JsonObject]
      })
    ),
    withoutPage: [],
    others: new Map()
  })
  return compareSides(side('before', text), side('after', after))
}

const state = 'arn:aws:s3:::zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate'
const tls = 'aws:SecureTransport is not false and s3:TlsVersion is not less than 1.2'
const roles = `the automation role, the operator role may now use s3:GetObject on ${state}`

/**
 * What a grant of the state to everybody is exactly, by hand. The roles have it already in their region and account.
 * Everybody else of the account gets it everywhere.
 */
const grant = [
  `${roles}, if aws:RequestedRegion is not eu-central-1 and ${tls}`,
  `${roles}, if aws:RequestedRegion is eu-central-1 and aws:ResourceAccount is not 111122223333 and ${tls}`,
  `any other principal of the account 111122223333, arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap may now use s3:GetObject on ${state}, if ${tls}`
]

const withoutCode = (markdown: string): string => markdown.replaceAll('`', '')
const asHtml = (line: string): string => `<li>${line.replaceAll('>', '&gt;').replaceAll('<', '&lt;')}</li>`

const test = suite('what a change is part by part')

test('--json has the parts of what a sentence sums up, and none where it is exact', () => {
  const document = reviewDocument(reviewOf(afterOf('a grant to everybody')))
  const summed = document.changes.filter(({ parts }) => parts.length > 0)
  assert.equal(
    summed.map(({ parts }) => parts.length),
    [3, 2]
  )
  assert.equal(summed[0]?.parts, grant)
  assert.equal(document.changes.length, 3)
  assert.equal(reviewSchema(document), [])
})

test('--markdown and --html have each part, folded', () => {
  const review = reviewOf(afterOf('a grant to everybody'))
  const [comment, html] = [reviewMarkdown(review), reviewPage(review)]
  const [open = '', folded = ''] = withoutCode(comment).split('<summary>2 changes part by part')
  for (const part of grant) {
    assert.ok(folded.includes(`\n  - ${part}\n`), `${part}\n${folded}`)
    assert.not.ok(open.includes(part))
    assert.ok(html.includes(asHtml(part)), part)
  }
  assert.is(html.match(/<details>/g)?.length, 2)
  assert.is(comment.match(/<details>/g)?.length, comment.match(/<\/details>/g)?.length)
})

test('the parts of like changes in many stacks are told once, without the names of one stack', () => {
  const review = reviewOf(afterOf('a grant to everybody'), 3)
  const [first] = reviewDocument(review).changes
  assert.is(first?.stacks.length, 3)
  assert.is(first?.general, true)
  assert.is(
    first?.parts[2],
    `any other principal of the account <account>, arn:aws:iam::<account>:role/ZentheaFoundationBootstrap may now use s3:GetObject on arn:aws:s3:::<bucket>/<state key>, if ${tls}`
  )
  assert.ok(reviewPage(review).includes(asHtml(first?.parts[2] ?? '')))
})

test('one sentence with other parts in a second stack is two entries', () => {
  const root = JSON.parse(text) as JsonObject
  const compared = ['x', 'y'].map((part): Compared => {
    const names = ownNames(`in${part}-eu`, [root])
    const change: ReviewedChange = { turn: 'widens', sentence: 'one sentence', parts: [part], ...ofAccess }
    return { review: { stack: `in${part}-eu`, what: 'changed' }, names, toldOf: names, changes: [change] }
  })
  assert.equal(
    likeChanges(compared).map(({ sentence, parts, stacks }) => [sentence, parts, stacks]),
    [
      ['one sentence', ['x'], ['inx-eu']],
      ['one sentence', ['y'], ['iny-eu']]
    ]
  )
})

test('a sentence with another consequence in a second stack is two entries', () => {
  const root = JSON.parse(text) as JsonObject
  const toldOf = ownNames('staging-eu', [root])
  const change: ReviewedChange = { turn: 'widens', sentence: 'one sentence', ...ofAccess }
  const all = (second: Partial<ReviewedChange>): number =>
    likeChanges(
      [change, { ...change, ...second }].map((one, index): Compared => {
        const stack = `s${index}-eu`
        return { review: { stack, what: 'changed' }, names: toldOf, toldOf, changes: [one] }
      })
    ).length
  assert.is(all({}), 1)
  for (const second of [
    { turn: 'narrows' },
    { sentence: 'another' },
    { applier: 'operator role' },
    { apply: 'refused as a deletion' },
    { clause: 'J.7.0 §4' }
  ] as const)
    assert.is(all(second), 2, JSON.stringify(second))
})

test('what has no parts is given none', () => {
  const [first] = reviewOf(afterOf('a grant to everybody')).changes.filter(({ parts }) => parts === undefined)
  assert.ok(first !== undefined && !Object.hasOwn(first, 'parts'))
})

test('parts without room in a comment are counted', () => {
  const names = ['a boundary that allows all', 'requests without TLS', 'a managed policy', 'an older TLS']
  const files = names.map((name) => JSON.parse(afterOf(name)) as JsonObject)
  const side = (name: string, own: (index: number) => JsonObject) => ({
    name,
    commit: undefined,
    files: new Map(Array.from({ length: 12 }, (_, index) => [`s${index}-eu`, own(index)])),
    withoutPage: [],
    others: new Map()
  })
  const unlike = (index: number): JsonObject =>
    JSON.parse(
      JSON.stringify(files[index % 4]).replaceAll('aws:RequestedRegion', `aws:RequestTag/t${index}`)
    ) as JsonObject
  const comment = reviewMarkdown(
    compareSides(
      side('before', () => JSON.parse(text) as JsonObject),
      side('after', unlike)
    )
  )
  assert.ok(Buffer.byteLength(comment) <= 65_536, String(Buffer.byteLength(comment)))
  assert.match(comment, /The parts of \d+ changes did not fit: `npm run review -- --json` has them\.\n$/)
})

test.run()
