import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import staging from '../project/stacks/staging-eu.ts'
import { type Reviewed, reviewText } from '../../src/review/review-text.ts'
import type { Part } from '../../src/stack/part.ts'
import type { StackDeclaration } from '../../src/stack/stack.ts'
import { reviewed } from '../support/reviewed.ts'
import { replaced, textsOf } from '../support/whole-evidence.ts'

/** Every text that REVIEW.md is made of is an odd one, one at a time: it stays text, in its cell, on its line. */
const test = suite('REVIEW.md of odd texts')

const { declaration, parts } = staging
const whole = reviewed(declaration as StackDeclaration, parts as ReadonlyArray<Part>)

/** What is put at the end of a text. A line that begins with the last letters was broken. */
const odd: Readonly<Record<string, string>> = {
  'a line break': '\nZZ',
  'a return and a line break': '\r\nZZ',
  'a return': '\rZZ',
  'a separator of lines': '\u2028ZZ',
  'a separator of paragraphs': '\u2029ZZ',
  'an escape': '\u001b[2JZZ',
  'a change of direction': '\u202EZZ',
  'an isolate of direction': '\u2067ZZ',
  'a zero width': '\u200bZZ',
  'half a surrogate': '\ud800ZZ',
  'the end of a cell': ' | x | ZZ',
  'the end of a block': '\n```\nZZ',
  'a tag of HTML': '<details>ZZ',
  '5,000 letters': 'Z'.repeat(5_000)
}

const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u
const cells = (line: string): number => line.replace(/\\\|/g, '').split('|').length

for (const [what, text] of Object.entries(odd))
  test(`with ${what}`, () => {
    for (const path of textsOf(whole)) {
      const own = path.reduce<unknown>((value, key) => (value as Readonly<Record<string, unknown>>)[key], whole)
      const page = reviewText(replaced(whole, path, `${String(own)}${text}`) as Reviewed)
      const at = path.join('.')
      const lines = page.split('\n')
      assert.not.match(page.replaceAll('\n', ''), unseen, at)
      assert.not.ok(
        lines.find((line) => /^\s*ZZ/.test(line)),
        at
      )
      assert.not.ok(
        lines.find((line) => /(?<!`[^`]*)<details>ZZ/.test(line)),
        at
      )
      let columns = 0
      for (const line of lines) {
        if (!line.startsWith('|')) columns = 0
        else if (columns === 0) columns = cells(line)
        else assert.is(cells(line), columns, `${at}: ${line}`)
      }
    }
  })

test('there are more than 200 texts', () => assert.ok(textsOf(whole).length > 200))

test.run()
