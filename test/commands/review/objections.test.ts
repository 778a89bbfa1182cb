import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { objectionLines } from '../../../src/commands/review/text.ts'

const test = suite('why review compares nothing')

const painted = (colour: string, text: string): string => `<${colour}>${text}</>`
const objection = (more: object = {}) => ({ what: 'out/a-eu', actual: 'it is gone', remedy: 'Emit it.', ...more })

test('says of each problem what it is about, what was found and what to do, and the word for all of them', () => {
  assert.equal(objectionLines(painted, [objection(), objection({ what: 'a\nb', actual: 'c\nd', remedy: 'e\nf' })]), [
    '<red>review: refused, 2 problems; nothing was compared</>',
    'out/a-eu',
    '  actual    it is gone',
    '  to do     <cyan>Emit it.</>',
    'a\\nb',
    '  actual    c\\nd',
    '  to do     <cyan>e\\nf</>',
    'What this means and why: npm run explain -- not-compared'
  ])
})

test('shows what was found up to 2,000 characters', () => {
  const actual = (length: number): string =>
    objectionLines(painted, [objection({ actual: 'x'.repeat(length) })])[2] ?? ''
  assert.is(actual(2000), `  actual    ${'x'.repeat(2000)}`)
  assert.is(actual(2001), `  actual    ${'x'.repeat(2000)}… (1 characters more)`)
})

test.run()
