import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { jsonText } from '../../../src/command-line/printable.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import { reviewDocument } from '../../../src/commands/review/document.ts'
import { reviewMarkdown } from '../../../src/commands/review/markdown.ts'
import { reviewPage } from '../../../src/commands/review/review-page.ts'
import { compareSides } from '../../../src/commands/review/run.ts'
import { reviewLines } from '../../../src/commands/review/text.ts'
import type { Json, JsonObject } from '../../../src/terraform/json.ts'
import { emittedStaging } from '../../support/wanted.ts'

const text = emittedStaging().text
const secret = 'ghp_0123456789abcdefABCDEF0123456789abcd'
const hostile = `<img src=x onerror=alert(1)>"'&\u202E\u001b[31m`

/** Each text of a file with another one in its place: every value and every key, and of a list the first alone. */
const places = (value: Json, other: string): ReadonlyArray<readonly [path: string, made: Json]> => {
  if (typeof value === 'string') return [['', other]]
  if (Array.isArray(value)) {
    const list = value as ReadonlyArray<Json>
    return list
      .slice(0, 1)
      .flatMap((item) => places(item, other).map(([path, made]) => [`.0${path}`, [made, ...list.slice(1)]] as const))
  }
  if (typeof value !== 'object') return []
  return Object.entries(value).flatMap(([key, item]) => [
    [`.${key} itself`, { ...value, [other]: item }] as const,
    ...places(item, other).map(([path, made]) => [`.${key}${path}`, { ...value, [key]: made }] as const)
  ])
}

const side = (name: string, stack: string, root: JsonObject) => ({
  name,
  commit: undefined,
  files: new Map([[stack, root]]),
  withoutPage: [stack],
  others: new Map([[stack, [name]]])
})

const before = JSON.parse(text) as JsonObject

/** What review shows of a change, in each of its forms. */
const forms = (
  after: JsonObject,
  isDrawn = true,
  name = 'after',
  stack = 'staging-eu'
): Readonly<Record<string, string>> => {
  const review = compareSides(side('before', stack, before), side(name, stack, after))
  return {
    text: reviewLines(plain, review).join('\n'),
    markdown: reviewMarkdown(review),
    json: jsonText(reviewDocument(review)),
    html: isDrawn ? reviewPage(review) : ''
  }
}

const test = suite('review, what it never shows')

/** The name of the value that a text stands in; of a list, that of the list. */
const kindOf = (path: string): string =>
  path
    .replace(/(?:\.0)+$/, '')
    .split('.')
    .at(-1) ?? ''

/** One place of each kind: what becomes of it is decided by the name of the value, and not by where it stands. */
const ofEachKind = (other: string): ReadonlyArray<readonly [path: string, made: Json]> => [
  ...new Map(places(before, other).map((one) => [kindOf(one[0]), one])).values()
]
const all = ofEachKind(secret)

test('there is a place for each kind of text of a stack', () => {
  const kinds = all.map(([path]) => kindOf(path))
  for (const kind of ['Purpose', 'Sid', 'AWS', 'name', 'dynamodb_table', 'Resource', 'PrincipalArn', 'Sid itself'])
    assert.ok(
      kinds.some((one) => one.endsWith(kind)),
      kind
    )
})

for (const part of [0, 1, 2, 3])
  test(`a credential in any text of a stack is in no form of a review, part ${part + 1} of 4`, () => {
    for (const [path, after] of all.filter((_, index) => index % 4 === part))
      for (const [form, shown] of Object.entries(forms(after as JsonObject, isDrawn(path))))
        assert.not(shown.includes(secret), `${form}: ${path}`)
  })

test('an illness in a purpose is in no form of a review, and the name of a system is in each', () => {
  const purposes = places(before, 'Multiple Sklerose').filter(([path]) => path.endsWith('.Purpose'))
  const systems = new Map(places(before, 'state of the diabetes register'))
  assert.ok(purposes.length >= 2)
  for (const [path, after] of purposes) {
    for (const [form, shown] of Object.entries(forms(after as JsonObject, true)))
      assert.not(shown.includes('Sklerose'), `${form}: ${path}`)
    for (const [form, shown] of Object.entries(forms(systems.get(path) as JsonObject, true)))
      assert.ok(shown.includes('diabetes'), `${form}: ${path}`)
  }
})

test('a credential in the name of a commit, of a stack or of a file beside it is not shown either', () => {
  for (const [form, shown] of Object.entries(forms(before, true, secret, secret)))
    assert.not(shown.includes(secret), form)
})

/** The page is drawn of these: what it draws is policies and names. */
const isDrawn = (path: string): boolean =>
  /(?:\.Sid|\.AWS\.0|\.Resource\.0|PrincipalArn|\.bucket|\.name|\.Purpose|\.Action\.0 itself)$/.test(path)

const hostiles = ofEachKind(hostile)

for (const part of [0, 1, 2, 3])
  test(`a hostile text in any place of a stack is text in the page and the terminal, part ${part + 1} of 4`, () => {
    for (const [path, after] of hostiles.filter((_, index) => index % 4 === part)) {
      const { text: lines = '', html = '', json = '' } = forms(after as JsonObject, isDrawn(path))
      assert.not(html.includes('<img'), path)
      for (const shown of [html, lines, json])
        for (const live of ['\u202E', '\u001b']) assert.not(shown.includes(live), path)
    }
  })

test.run()
