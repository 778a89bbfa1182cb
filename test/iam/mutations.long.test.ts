import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checksOf, grouped } from '../support/access-matrix/checks.ts'
import { type DocumentName, documentNames, emittedPolicies } from '../support/access-matrix/emitted.ts'
import { type Pair, pairs, production, staging } from '../support/access-matrix/names.ts'
import { caughtBy } from '../support/access-matrix/survivors.ts'
import { mutationsOf } from '../support/policy-mutations.ts'

const test = suite('mutations of the policies')

/** Whom its operators are differs from stack to stack; everything else differs in names alone, and is mutated once. */
const ofItsOwn: ReadonlyArray<DocumentName> = ['operator_trust']

test('the policies of the stacks differ in names alone, save in whom the operator role trusts', () => {
  const renamed = (name: DocumentName): string =>
    JSON.stringify(emittedPolicies(production.stack)[name])
      .replaceAll(production.account, staging.account)
      .replaceAll('production', 'staging')
      .replaceAll('Production', 'Staging')
  const others = documentNames.filter((name) => JSON.stringify(emittedPolicies(staging.stack)[name]) !== renamed(name))
  assert.equal(others, ofItsOwn)
})

const mutates = (pair: Pair, names: ReadonlyArray<DocumentName>): void => {
  const { own } = pair
  const documents = emittedPolicies(own.stack)
  const groups = grouped(checksOf(pair))
  for (const name of names)
    test(`${own.stack}: each element of each statement of ${name}, left out or made wider, fails a cell of the matrix`, () => {
      const mutations = mutationsOf(documents[name], own)
      assert.ok(mutations.length >= 3 * documents[name].Statement.length, 'statements are mutated')
      const survivors = mutations.filter((mutation) => caughtBy(mutation, name, documents, groups) === undefined)
      assert.equal(
        survivors.map(({ what }) => what),
        []
      )
    })
}

for (const pair of pairs) mutates(pair, pair.own === staging ? documentNames : ofItsOwn)

test.run()
