import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { planRules } from '../../src/plan/judge-plan.ts'
import { faults } from './faults.ts'
import { refused } from './sample.ts'

const test = suite('every rule about a plan is needed')

for (const [name, rule] of Object.entries(planRules))
  test(`${name} alone refuses its torn plans`, () => {
    const { [name]: _, ...rest } = planRules
    const subjects = faults[name] ?? []
    assert.ok(subjects.length > 0, `no plan that ${name} alone refuses`)
    for (const [index, subject] of subjects.entries()) {
      assert.ok(refused(subject, { [name]: rule }), `${name} lets plan ${index} pass`)
      assert.not(refused(subject, rest), `another rule than ${name} refuses plan ${index}`)
    }
  })

test.run()
