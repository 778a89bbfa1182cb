import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cutByNpm, interrupted } from '../../support/main-runs.ts'

const test = suite('how npm run new begins and ends as a process')

test('an option that npm kept is given back with the word that is its value', async () => {
  const { code, stdout, stderr } = await cutByNpm('new', 'account', '111122223333')
  assert.equal([code, stdout], [2, ''])
  assert.match(stderr, 'new: npm kept --account for itself')
  assert.match(stderr, '\n  npm run new -- --account=111122223333\n')
})

test('a signal ends it with 130, and says what is true then', async () => {
  const { code, stdout, stderr } = await interrupted('new', ['--yes'])
  assert.equal([code, stdout, stderr], [130, '', '\ninterrupted; nothing was written\n'])
})

test.run()
