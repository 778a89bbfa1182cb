import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { fuzzGit } from '../../support/fuzz/fuzz-git.ts'

/** Git itself is the second reading, so this starts processes; test/e2e/mutations.test.ts tries 1,000 others. */
const test = suite('what passes of mutated objects of git is what git reads')

test('of 150 mutations of the objects from a commit to its file', async () => {
  const { passed, faults } = await fuzzGit(150, 15)
  assert.equal(faults, [])
  assert.ok(passed > 10 && passed < 140, String(passed))
})

test.run()
