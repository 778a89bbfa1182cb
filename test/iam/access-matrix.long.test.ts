import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessMatrix } from '../support/access-matrix.ts'
import { type Question, asked, cellsOf, isTold, questionsOf } from '../support/access-matrix/cell.ts'
import { emittedPolicies } from '../support/access-matrix/emitted.ts'
import { type Pair, pairs } from '../support/access-matrix/names.ts'
import { policiesOf } from '../support/access-matrix/policies-of.ts'
import { requestOf } from '../support/access-matrix/request-of.ts'
import { type Decision, simulate, simulateAgain } from '../support/simulate.ts'

const questions = accessMatrix.flatMap(cellsOf).flatMap(questionsOf)
const together = questions.filter(({ layer }) => layer === 'together')
const layered = questions.filter(({ layer }) => layer !== 'together')

const report = (question: Question, decision: Decision): string => `${asked(question)}: ${decision}`

const test = suite('access matrix')

const nameOf = ({ cell: { row, action, on, when } }: Question): string => [row.who, action, on, when].join(', ')

test('it has at least 160 cells, none of them told both ways, and every kind of principal', () => {
  assert.ok(new Set(together.map(nameOf)).size >= 160)
  assert.equal([...new Set(accessMatrix.map(({ who }) => who))].toSorted(), [
    'automation',
    'bootstrap',
    'nobody',
    'operator',
    'outsider',
    'stranger'
  ])
  const granted = new Set(together.filter(({ cell }) => cell.row.may).map(nameOf))
  assert.equal(together.filter((question) => !question.cell.row.may && granted.has(nameOf(question))).map(nameOf), [])
})

const decided = (pair: Pair) => {
  const documents = emittedPolicies(pair.own.stack)
  return (question: Question) => [requestOf(pair, question.cell), policiesOf(pair, documents, question)] as const
}

const checked = new Set<string>()

/** The first of all requests that differ in who asks alone is checked; the stacks differ in names alone. */
const decide = async (
  { cell: { action, on, when } }: Question,
  ...judged: Parameters<typeof simulate>
): Promise<Decision> => {
  const call = [action, on, when].join(', ')
  if (checked.has(call)) return simulateAgain(...judged)
  checked.add(call)
  return simulate(...judged)
}

for (const pair of pairs) {
  const asking = decided(pair)
  for (const who of new Set(accessMatrix.map((row) => row.who)))
    test(`${pair.own.stack}, ${who}: all policies together do what the matrix says`, async () => {
      const found: Array<string> = []
      for (const question of together.filter(({ cell }) => cell.row.who === who)) {
        const decision = await decide(question, ...asking(question))
        if (!isTold(question, decision)) found.push(report(question, decision))
      }
      assert.equal(found, [])
    })

  test(`${pair.own.stack}: each layer that a row names does so by itself`, () => {
    const found = layered.flatMap((question) => {
      const decision = simulateAgain(...asking(question))
      return isTold(question, decision) ? [] : [report(question, decision)]
    })
    assert.equal(found, [])
  })
}

test.run()
