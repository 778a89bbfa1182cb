import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cutByNpm } from '../../support/main-runs.ts'

const test = suite('how npm run sandbox begins and ends as a process')

test('an option that npm kept is given back with the word that is its value', async () => {
  const { code, stdout, stderr } = await cutByNpm('sandbox', 'run', 'aws')
  assert.equal([code, stdout], [2, ''])
  assert.match(stderr, 'sandbox: npm kept --run for itself')
  assert.match(stderr, '\n  npm run sandbox -- --run=aws\n')
})

test.run()
