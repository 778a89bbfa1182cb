import { suite } from 'uvu'
import { assertAgreement } from '../support/access/agree.ts'

/** The share of `test/access/simulator.test.ts` that takes minutes; other seeds, so other pairs. */
const test = suite('access and the simulator, at length')

for (const seed of [1, 2, 3, 4, 5])
  test(`2,000 random pairs of policies (seed ${seed}): the engine decides like the simulator`, () => {
    assertAgreement(seed, 2000)
  })

test.run()
