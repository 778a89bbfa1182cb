import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { objectIn } from '../../src/commands/review/sides.ts'
import { isWidening, stackChanges } from '../../src/review/stack-changes.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { nastyBlocks } from '../support/access/corpus/nasty-blocks.ts'
import { nastyPolicies } from '../support/access/corpus/nasty-policies.ts'
import { emittedStaging } from '../support/wanted.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const { text } = emittedStaging()
const before = JSON.parse(text) as JsonObject

const test = suite('nasty edits by a hand')

for (const [what, edit, says] of [...nastyBlocks, ...nastyPolicies])
  test(`${what}: it widens or may, and a sentence says where`, () => {
    const after: Raw = JSON.parse(text)
    edit(after)
    assert.not.equal(after, before, 'something is changed')
    const read = objectIn('the file', new TextEncoder().encode(JSON.stringify(after)))
    if (E.isLeft(read)) throw new Error(read.left.actual)
    const told = stackChanges(before, read.right)
    const all = told.map(({ turn, sentence }) => `${turn}: ${sentence}`).join('\n')
    assert.ok(
      told.some((one) => isWidening(one) && one.sentence.includes(says)),
      all
    )
  })

test('a byte order mark before the file is not read over', () => {
  const read = objectIn('the file', new TextEncoder().encode(`\uFEFF${text}`))
  assert.match(E.isLeft(read) ? read.left.actual : '', /^it is not JSON that means one thing: /)
})

test.run()
