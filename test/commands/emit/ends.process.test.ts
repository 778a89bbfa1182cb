import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cutByNpm, interrupted } from '../../support/main-runs.ts'

const test = suite('how npm run emit begins and ends as a process')

test('an option that npm kept is given back with the word that is its value', async () => {
  const { code, stdout, stderr } = await cutByNpm('emit', 'patience', '3')
  assert.equal([code, stdout], [2, ''])
  assert.match(stderr, 'emit: npm kept --patience for itself')
  assert.match(stderr, '\n  npm run emit -- --patience=3\n')
})

test('a signal ends it with 130, and says what is true then', async () => {
  const { code, stdout, stderr } = await interrupted('emit', [])
  assert.equal([code, stdout, stderr], [130, '', '\ninterrupted; each file is as it was, or whole\n'])
})

test.run()
