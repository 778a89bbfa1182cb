import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { emittedPolicies } from '../support/access-matrix/emitted.ts'
import { pairs } from '../support/access-matrix/names.ts'
import { administrator } from '../support/access-matrix/policies-of.ts'
import { trustRequest, trustRows } from '../support/access-matrix/trust-rows.ts'
import { simulate } from '../support/simulate.ts'

const test = suite('trust')

for (const pair of pairs) {
  const documents = emittedPolicies(pair.own.stack)
  for (const role of ['operator', 'automation'] as const)
    test(`${pair.own.stack}: the ${role} role is assumed by the principals of the matrix, and no other`, async () => {
      const rows = trustRows(pair).filter((row) => row.role === role)
      assert.ok(rows.some(({ may }) => may) && rows.length > 25)
      const wrong: Array<string> = []
      for (const row of rows) {
        const decision = await simulate(trustRequest(pair, row), {
          identity: row.asker.identity === 'administrator' ? [administrator] : [],
          resource: documents[`${role}_trust`]
        })
        if ((decision === 'allowed') !== row.may) wrong.push(`${row.who}, ${row.action}: ${decision}`)
      }
      assert.equal(wrong, [])
    })
}

test.run()
