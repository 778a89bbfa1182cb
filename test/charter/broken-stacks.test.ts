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

/** Rules that name the declared region, or list all that may be written. Neither is an example. */
const listsRegions = new Set(['aws-region', 'residency', 'partition'])

/** The accounts, the regions and the stacks that a message names. */
const namesIn = (text: string): ReadonlyArray<string> =>
  text.match(/\b\d{12}\b|\b[a-z]{2}-[a-z]+-\d\b|staging|\beu2?\b/gi) ?? []

const own = new Set([
  ...namesIn(JSON.stringify([validDeclaration, validOptions])),
  ...['EU'] // the residency
])

test('what is expected and what to do name no account, no region and no stack that is not of the stack itself', () => {
  const all = Object.values(brokenStacks).flatMap((stacks) =>
    stacks.flatMap(({ title, problems }) => problems().map((problem) => ({ title, ...problem })))
  )
  const foreign = all.flatMap(({ title, rule, expected, actual, remedy }) => {
    const known = new Set([...own, ...namesIn(actual)])
    return namesIn(`${expected} ${remedy}`)
      .filter((name) => !known.has(name) && !(listsRegions.has(rule) && /-|^eu$/.test(name)))
      .map((name) => `${title}: ${rule} names ${name}`)
  })
  assert.ok(all.length > 200)
  assert.equal(foreign, [])
})

test('an example has the account where it is known, and a placeholder that is not a number where it is not', () => {
  const expected = (account: unknown): string =>
    problemsOf([loaded({ ...validDeclaration, account, operatorRole: 'Operator' }, partsWith(validOptions))]).find(
      ({ rule }) => rule === 'role-arn'
    )?.expected ?? ''
  assert.match(
    expected('029608264753'),
    'arn:aws:iam::029608264753:role/zenthea/foundation/ZentheaIntegrationNorthOperator'
  )
  for (const account of ['0296', 29608264753, undefined])
    assert.match(expected(account), 'arn:aws:iam::<account>:role/zenthea/foundation/ZentheaIntegrationNorthOperator')
})

test.run()
