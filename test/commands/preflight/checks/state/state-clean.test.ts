import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { j70 } from '../../../../../src/charter/j-7-0.ts'
import { stateClean } from '../../../../../src/commands/preflight/checks/state/state-clean.ts'
import { StateForm } from '../../../../../src/commands/preflight/checks/state/state-form.ts'
import { emittedStaging } from '../../../../support/wanted.ts'

const test = suite('how large a state may be')

/** A state with so many resources, none of which is authorised. */
const stateOf = (count: number): StateForm => {
  const resources = Array.from({ length: count }, (_, index) => ({
    ...{ mode: 'managed', type: 'aws_instance', name: `n${index}` },
    instances: [{ schema_version: 0, attributes: {} }]
  }))
  const state = {
    ...{ version: 4, terraform_version: '1.12.6', serial: 1, lineage: '0d6f3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a10' },
    ...{ outputs: {}, resources }
  }
  if (!StateForm.is(state)) throw new Error('not a state')
  return state
}

test('each of a thousand resources is judged, and one more ends in one finding', () => {
  const rulesOf = (count: number): ReadonlyArray<string> =>
    stateClean(j70, emittedStaging().declaration, stateOf(count), new Set()).map(({ rule }) => rule)
  assert.equal(
    rulesOf(1_000),
    Array.from({ length: 1_000 }, () => 'state-authorised')
  )
  assert.equal(rulesOf(1_001), ['state-declared'])
})

test.run()
