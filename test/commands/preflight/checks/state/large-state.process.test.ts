import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runNode } from '../../../../support/temp-project.ts'

const test = suite('a state of 50 MB')

const file = (path: string): string => fileURLToPath(new URL(`../../../../${path}`, import.meta.url))

/** What is said of each, by what it is full of; all of a text may be spaces. */
const said = {
  'two million numbers': ['state-read: 50000000 characters with more than 200000 values'],
  'lists with nothing in them': ['state-read: 50000000 characters with more than 200000 values'],
  'objects with nothing in them': ['state-read: 50000000 characters with more than 200000 values'],
  'objects of one key': ['state-read: 50000000 characters with more than 200000 values'],
  'texts of a few letters': ['state-read: 50000000 characters with more than 200000 values'],
  'one long text': ['state-read: 50000000 characters with texts of more than 16777216 characters'],
  'one text of two bytes a letter': ['state-read: 25017301 characters with texts of more than 16777216 characters'],
  'one text of escapes': ['state-read: 50000000 characters with texts of more than 16777216 characters'],
  'spaces, and one letter that takes two bytes': []
}

/** The text of 50 MB takes 100 MB at two bytes a letter. All the rest must do with what is left; one that needs more aborts. */
const HEAP_MB = 160

test('is read and judged within the memory of its text, with any content', async () => {
  const { code, stdout, stderr } = await runNode([
    `--max-old-space-size=${HEAP_MB}`,
    '--import',
    file('typescript.js'),
    file('support/large-state-child.ts')
  ])
  assert.is(code, 0, stderr)
  const lines = stdout.trim().split('\n')
  assert.equal(Object.fromEntries(lines.map((line) => JSON.parse(line))), said)
})

test.run()
