import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cutByNpm, interrupted } from '../../support/main-runs.ts'

const test = suite('how npm run sandbox begins and ends as a process')

test('an option that npm kept is given back with the word that is its value', async () => {
  const { code, stdout, stderr } = await cutByNpm('sandbox', 'run', 'aws')
  assert.equal([code, stdout], [2, ''])
  assert.match(stderr, 'sandbox: npm kept --run for itself')
  assert.match(stderr, '\n  npm run sandbox -- --run=aws\n')
})

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`${signal} ends it while it is being opened, when no shell is there yet`, async () => {
    const { code, stdout } = await interrupted('sandbox', ['loop'], signal)
    assert.equal([code, stdout], [130, ''])
  })

test.run()
