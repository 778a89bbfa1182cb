import fc from 'fast-check'
import * as assert from 'uvu/assert'
import { disagreements } from './agreement.ts'
import { pairs } from './random.ts'

/** Numbers below a bound, the same for the same seed. Source: Numerical Recipes, "Quick and dirty generators". */
const picker = (seed: number): ((below: number) => number) => {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** Asserts that the engine and the simulator decide alike on requests near the boundaries of so many random pairs. */
export const assertAgreement = (seed: number, count: number): void => {
  let asked = 0
  fc.assert(
    fc.property(pairs, fc.nat(), ([before, after], one) => {
      const found = disagreements(before, after, picker(one))
      asked += found.asked
      assert.equal(found.wrong.slice(0, 1), [])
    }),
    { seed, numRuns: count, endOnFailure: true }
  )
  assert.ok(asked > 5 * count, `${asked} requests are enough for ${count} pairs`)
}
