import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { checksOf, grouped } from '../support/access-matrix/checks.ts'
import { documentNames, emittedPolicies } from '../support/access-matrix/emitted.ts'
import { pairs } from '../support/access-matrix/names.ts'
import { caughtBy } from '../support/access-matrix/survivors.ts'
import { mutationsOf } from '../support/policy-mutations.ts'

const test = suite('mutations of the policies')

for (const pair of pairs) {
  const { own } = pair
  const documents = emittedPolicies(own.stack)
  const groups = grouped(checksOf(pair))
  for (const name of documentNames)
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

test.run()
