import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Entry, accessEntries } from '../../src/access/entries.ts'
import { accessSentences } from '../../src/access/sentences.ts'
import { type Screen, readsAs } from '../support/screens.ts'
import { type Documents, access, clean } from './documents.ts'
import { cases } from './hard-cases.ts'
import { told } from './told-cases.ts'

const test = suite('a change of access, in sentences')

const listed = (title: string, texts: ReadonlyArray<string>): ReadonlyArray<string> =>
  texts.length === 0 ? [] : [`  ${title}: ${texts.join(' | ')}`]

const entriesOf = (before: Documents, after: Documents): ReadonlyArray<Entry> =>
  accessEntries(access(before), access(after))

/** What a person reads of a change, and what stands behind each sentence. */
const screen =
  (before: Documents, after: Documents): Screen =>
  () => [
    ...accessSentences(access(before), access(after)).flatMap(({ turn, sentence, parts = [] }) => [
      `${turn}: ${sentence}`,
      ...parts.map((part) => `  - ${part}`)
    ]),
    ...entriesOf(before, after).flatMap(({ actions, resources, before: was, after: is, undecided }) => [
      '',
      ...listed('actions', actions),
      ...listed('resources', resources),
      ...listed('undecided', undecided),
      ...listed('before', was),
      ...listed('after', is)
    ])
  ]

readsAs(
  test,
  new URL('sentences.txt', import.meta.url),
  Object.fromEntries([...cases, ...told].map(([what, before, after]) => [what, screen(clean(before), clean(after))]))
)

test('each sentence is one line, with any document', () => {
  for (const [what, before, after] of [...cases, ...told])
    for (const { sentence, parts = [] } of accessSentences(access(clean(before)), access(clean(after))))
      for (const line of [sentence, ...parts]) assert.not.match(line, /[\n\r]/, what)
})

test.run()
