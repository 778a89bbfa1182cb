import { suite } from 'uvu'
import { assertAgreement } from '../support/access/agree.ts'

const test = suite('access and the simulator')

test('100 random pairs of policies: no request near a boundary is decided otherwise than by the simulator', () => {
  assertAgreement(19, 100)
})

test.run()
