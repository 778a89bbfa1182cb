import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { loaded, partsWith, problemsOf, validDeclaration, validOptions } from '../support/valid-stack.ts'
import { brokenStacks } from './broken-stacks/all.ts'
import { clauseOf } from '../../src/registry/clauses.ts'

const test = suite('broken stacks')

const summary = (problem: Diagnostic): string =>
  problem.source === undefined
    ? `${problem.rule}, ${problem.clause}, at ${JSON.stringify(problem.at)}`
    : `${problem.rule}, ${problem.clause}, in ${problem.source}`

const sorted = (lines: ReadonlyArray<string>): ReadonlyArray<string> => lines.toSorted()

test('the stack that they are made from is valid', () => {
  assert.equal(problemsOf([loaded(validDeclaration, partsWith(validOptions))]), [])
})

for (const [file, stacks] of Object.entries(brokenStacks))
  for (const { title, rule, sentence, at, problems } of stacks)
    test(`${file}: ${title} is refused for this reason alone`, () => {
      const found = problems()
      assert.equal(
        sorted(found.map(summary)),
        sorted(at.map((path) => `${rule}, ${clauseOf(sentence)}, at ${JSON.stringify(path)}`))
      )
      for (const { expected, actual, remedy } of found) {
        assert.is.not(expected, actual)
        for (const text of [expected, actual]) assert.match(text, /\S/)
        assert.match(remedy, /^[A-Z].*\.$/)
      }
    })

test.run()
