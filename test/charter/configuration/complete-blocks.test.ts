import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Diagnostic } from '../../../src/diagnostics/diagnostic.ts'
import { loaded, partsWith, problemsOf, validDeclaration, validOptions } from '../../support/valid-stack.ts'

const test = suite('a part that was forgotten')

/** The parts in their order, each with the clause of the first thing that it makes. Source: J.7.0 §4, §5, §7. */
const parts = [
  ['stateBucket', 'J.7.0 §5'],
  ['lockTable', 'J.7.0 §4'],
  ['permissionsBoundary', 'J.7.0 §7'],
  ['operatorRole', 'J.7.0 §5'],
  ['automationRole', 'J.7.0 §5']
] as const

const refusal = ([part, clause]: (typeof parts)[number]): Diagnostic => ({
  rule: 'complete-blocks',
  clause,
  at: [],
  expected: `${part}() among the parts`,
  actual: 'nothing: it is missing',
  remedy: `Add ${part}(…) to the list of parts.`
})
const problems = (isKept: (index: number) => boolean): ReadonlyArray<Diagnostic> =>
  problemsOf([
    loaded(
      validDeclaration,
      partsWith(validOptions).filter((_, index) => isKept(index))
    )
  ])

for (const [index, part] of parts.entries())
  test(`${part[0]} is missed once, by the clause that asks for it`, () => {
    assert.equal(
      problems((each) => each !== index),
      [refusal(part)]
    )
  })

test('of parts that are all forgotten each is missed, in the order of the page for authors', () => {
  assert.equal(
    problems(() => false),
    parts.map(refusal)
  )
  assert.equal(
    problems((each) => each === 2),
    parts.filter(([part]) => part !== 'permissionsBoundary').map(refusal)
  )
})

test.run()
