import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { jsonText } from '../../../src/command-line/printable.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import { reviewDocument } from '../../../src/commands/review/document.ts'
import { reviewMarkdown } from '../../../src/commands/review/markdown.ts'
import { reviewPage } from '../../../src/commands/review/review-page.ts'
import { compareSides } from '../../../src/commands/review/run.ts'
import { reviewLines } from '../../../src/commands/review/text.ts'
import type { JsonObject } from '../../../src/terraform/json.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('review of odd names and long texts')

const emitted = JSON.parse(emittedStaging().text) as JsonObject

const side = (name: string, root: JsonObject) => ({
  name,
  commit: undefined,
  files: new Map([[name, root]]),
  withoutPage: [name],
  others: new Map([[name, [name]]])
})

const formsOf = (name: string, root = emitted): Readonly<Record<string, string>> => {
  const review = compareSides({ ...side(name, emitted), files: new Map() }, side(name, root))
  return {
    text: reviewLines(plain, review).join('\n'),
    markdown: reviewMarkdown(review),
    json: jsonText(reviewDocument(review)),
    html: reviewPage(review)
  }
}

const linesOf = (text = ''): number => text.split(/\r\n|[\n\r\u2028\u2029]/).length
const usual = formsOf('an-odd-name')

/** Names that a file system takes, and what a reader would see of them as they are. */
const odd: Readonly<Record<string, readonly [name: string, live: string]>> = {
  'a line break': ['a\nb', 'a\nb'],
  'a return': ['a\rb', '\r'],
  'a line separator': ['a\u2028b', '\u2028'],
  'an escape': ['a\u001b[31mb', '\u001b'],
  'a change of direction': ['a\u202Eb', '\u202E'],
  'a zero width': ['a\u200bb', '\u200b'],
  'half a surrogate': ['a\ud800b', '\ud800'],
  'a tag of HTML': ['<img src=x>', '<img'],
  'the end of a script': ['</script><b>', '</script><b>'],
  'signs of Markdown': ['a`|b@c', '\u0000'],
  '255 bytes': [`${'ab'.repeat(127)}c`, '\u0000']
}

for (const [what, [name, live]] of Object.entries(odd))
  test(`a name with ${what} is text on one line, in each form`, () => {
    const forms = formsOf(name)
    const shownTo = live.startsWith('<') ? ['html'] : ['text', 'markdown', 'json', 'html']
    for (const form of shownTo) assert.not(forms[form]?.includes(live), form)
    for (const form of ['text', 'markdown', 'html']) assert.is(linesOf(forms[form]), linesOf(usual[form]), form)
  })

test('a tag of a million characters makes no form longer than it is of use to a reader', () => {
  const provider = {
    aws: {
      ...(emitted['provider'] as { aws: JsonObject }).aws,
      default_tags: { tags: { Owner: 'ab '.repeat(350_000) } }
    }
  }
  for (const [form, shown] of Object.entries(formsOf('staging-eu', { ...emitted, provider })))
    assert.ok(shown.length < 200_000, `${form}: ${shown.length}`)
})

test.run()
