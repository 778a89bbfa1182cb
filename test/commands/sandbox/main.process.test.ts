import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sandboxStack } from '../../../src/commands/sandbox/stack.ts'
import { inTempProject, runCommand } from '../../support/temp-project.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('npm run sandbox, as a process')

const STOP = 'What this means and why: npm run explain -- not-rehearsed\n'

test('without a stack it is not understood, and makes nothing', () =>
  inTempProject({}, async ({ root, names }) => {
    const { code, stdout, stderr } = await runCommand('sandbox', [], { cwd: root })
    assert.equal([code, stdout], [2, ''])
    assert.match(stderr, /^sandbox: name a stack, or --all of them\n/)
    assert.equal(names('.'), ['node_modules', 'package.json'])
  }))

test('a sandbox that is gone is named by its folder', async () => {
  const env = { ZENTHEA_SANDBOX: '/gone/for/ever' }
  const { code, stdout, stderr } = await runCommand('sandbox', ['check'], { env })
  assert.equal([code, stdout, stderr], [1, '', `sandbox: the sandbox in /gone/for/ever is gone\n${STOP}`])
})

const stack = { ...sandboxStack(emittedStaging()), person: null }
const world = {
  ...{ checkout: '/checkout', files: '/files', python: 'python3', tofu: 'tofu', proxy: 'http://127.0.0.1:1' },
  ...{ authority: '/ca.pem', keys: {}, foreign: '999988887777', isEnforced: false, within: [] },
  stacks: [stack, { ...stack, name: 'second-eu' }]
}

test('inside of one it is at the stack of its shell, or at its first', () =>
  inTempProject({}, async ({ root, write }) => {
    write('world.json', JSON.stringify({ ...world, folder: root }))
    for (const [name, at] of [
      [undefined, 'staging-eu'],
      ['second-eu', 'second-eu']
    ] as const) {
      const env = { ZENTHEA_SANDBOX: root, SANDBOX_STACK: name }
      const { code, stdout, stderr } = await runCommand('sandbox', ['mfa'], { cwd: root, env })
      assert.equal([code, stdout], [1, ''])
      assert.is(stderr, `sandbox: ${at} trusts roles alone, so no device shows a code for it\n${STOP}`)
    }
    write('world.json', '{}')
    const { stderr } = await runCommand('sandbox', ['mfa'], { cwd: root, env: { ZENTHEA_SANDBOX: root } })
    assert.is(stderr, `sandbox: this is not a sandbox\n${STOP}`)
  }))

test.run()
