import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inTempProject, runCommand } from '../../support/temp-project.ts'
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

test('a defect while it is being opened is one line without a place of this machine, and ends it with 1', () =>
  inTempProject({}, async ({ root }) => {
    const preload = `
      const { on } = process
      process.on = function (name, listener) {
        if (name === 'SIGHUP') setImmediate(() => { throw new TypeError('planted at /data/of/a/person') })
        return on.call(this, name, listener)
      }`
    const { code, stdout, stderr } = await runCommand('sandbox', ['loop'], { cwd: root, preload })
    assert.equal([code, stdout], [1, ''])
    assert.match(
      stderr,
      /sandbox: this is a defect of sandbox, not of your stacks: TypeError: planted at \(a path of this machine\)\nReport it,/
    )
  }))

test.run()
