import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { ADMINISTRATORS, administrators } from '../../../src/outside/files/administrators.ts'

const test = suite('who may change everything, by what the system says of this process')

const OVERFLOW = '65534\n'
/** As an ordinary user's namespace has it, and as this machine has it outside of any. */
const OWN_ALONE = '      1000       1000          1\n'
const EVERYBODY = '         0          0 4294967295\n'

test('the unknown user of a namespace counts in a sandbox alone, and only where the administrator is not seen', () => {
  assert.equal(administrators(true, OWN_ALONE, OVERFLOW), [0, 65_534])
  assert.equal(administrators(false, OWN_ALONE, OVERFLOW), [0])
  assert.equal(administrators(true, EVERYBODY, OVERFLOW), [0])
  assert.equal(administrators(true, `${OWN_ALONE}         0     100000      65536\n`, OVERFLOW), [0])
  assert.equal(administrators(true, '', ''), [0])
})

test('only a row that maps to 0 itself shows the administrator, and any row may', () => {
  assert.equal(administrators(true, '      1000          0          1\n', OVERFLOW), [0, 65_534])
  assert.equal(administrators(true, '      1000       1000          1\n         0 1 1', OVERFLOW), [0])
  assert.equal(administrators(true, '        01       1000          1\n', OVERFLOW), [0, 65_534])
})

test('outside of a sandbox it is the administrator alone', () => {
  if (process.env['ZENTHEA_SANDBOX'] === undefined) assert.equal(ADMINISTRATORS, [0])
})

test.run()
