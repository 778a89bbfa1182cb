import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { codecRules, lawWithout, listedRules, rulesOutsideOfLaws } from '../support/law-without.ts'
import { loaded, partsWith, problemsOf, validDeclaration, validOptions } from '../support/valid-stack.ts'
import { brokenStacks } from './broken-stacks/all.ts'
import { clauseOf, elsewhere, sentences } from '../../src/registry/clauses.ts'

const test = suite('rules removed')

const cases = Object.values(brokenStacks).flat()
const lawful = [...new Set([...listedRules, ...codecRules])].toSorted()
const casesOf = (rule: string) => cases.filter((each) => each.rule === rule)

test('there is a broken stack for each rule, and a rule for each broken stack', () => {
  assert.equal([...new Set(cases.map(({ rule }) => rule))].toSorted(), [...lawful, ...rulesOutsideOfLaws].toSorted())
})

test('there is a broken stack for each sentence that can be checked offline', () => {
  const shown = new Set(cases.map(({ sentence }) => sentence))
  assert.equal(
    Object.keys(sentences).filter((sentence) => !shown.has(sentence as keyof typeof sentences)),
    []
  )
})

test('no clause is both shown and left out', () => {
  const shown = new Set<string>(cases.map(({ sentence }) => clauseOf(sentence)))
  for (const [clause] of elsewhere) assert.not(shown.has(clause), clause)
})

test('no title stands twice', () => {
  const titles = cases.map(({ title }) => title)
  assert.equal(
    titles.filter((title, index) => titles.indexOf(title) < index),
    []
  )
})

for (const rule of lawful)
  test(`without ${rule}, what it refuses is ${listedRules.has(rule) ? 'valid' : 'no longer refused for it'}`, () => {
    const law = lawWithout(rule)
    assert.equal(problemsOf([loaded(validDeclaration, partsWith(validOptions))], law), [], 'what is valid stays valid')
    const hanging = casesOf(rule).filter(({ beforeTheLaw }) => beforeTheLaw !== true)
    assert.ok(hanging.length > 0, 'at least one broken stack hangs on this rule')
    for (const { title, problems } of hanging) {
      const left = problems(law).filter((problem) => listedRules.has(rule) || problem.rule === rule)
      assert.equal(left, [], `${title}: nothing else refuses it`)
    }
  })

test('a rule that no law holds cannot be taken away', () => {
  for (const rule of rulesOutsideOfLaws) assert.throws(() => lawWithout(rule), /no law holds/)
})

test.run()
