import { suite } from 'uvu'
import { assertAgreement } from '../support/access/agree.ts'

/**
 * The share of `test/access/simulator.long.test.ts` that takes minutes; other seeds, so other pairs. `ACCESS_PAIRS=2000` asks
 * for 10,000 in all, which takes ten minutes.
 */
const pairs = Number(process.env['ACCESS_PAIRS'] ?? 300)
const test = suite('access and the simulator, at length')

for (const seed of [1, 2, 3, 4, 5])
  test(`${pairs} random pairs of policies (seed ${seed}): the engine decides like the simulator`, () => {
    assertAgreement(seed, pairs)
  })

test.run()
