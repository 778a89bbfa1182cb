import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cutByNpm, interrupted } from '../../support/main-runs.ts'

const test = suite('how npm run status begins and ends as a process')

test('an option that npm kept is given back with the word that is its value', async () => {
  const { code, stdout, stderr } = await cutByNpm('status', 'proxy', 'http://p.example:1')
  assert.equal([code, stdout], [2, ''])
  assert.match(stderr, 'status: npm kept --proxy for itself')
  assert.match(stderr, '\n  npm run status -- --proxy=http://p.example:1\n')
})

test('a signal ends it with 130, and says what is true then', async () => {
  const { code, stdout, stderr } = await interrupted('status', [])
  assert.equal([code, stdout, stderr], [130, '', '\ninterrupted; nothing was changed\n'])
})

test.run()
