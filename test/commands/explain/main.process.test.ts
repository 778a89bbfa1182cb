import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { runCommand } from '../../support/temp-project.ts'

const test = suite('npm run explain, as a process')

test('a word that is known is explained on standard output, with 0', async () => {
  const { code, stdout, stderr } = await runCommand('explain', ['plan-drift'])
  assert.equal([code, stderr], [0, ''])
  assert.match(stdout, /^plan-drift: a rule of the guard .*\n {2}means +\S/)
})

test('a word that is not known, and none at all, end with 2 on standard error', async () => {
  for (const [args, said] of [
    [['plan-drfit'], 'Did you mean plan-drift?'],
    [[], 'explain: ']
  ] as const) {
    const { code, stdout, stderr } = await runCommand('explain', args)
    assert.equal([code, stdout], [2, ''])
    assert.match(stderr, said)
    assert.match(stderr, '\nSee npm run explain -- --help\n')
  }
})

test('what npm kept is named as the option of this command', async () => {
  const env = {
    npm_lifecycle_event: 'explain',
    npm_command: 'run',
    npm_config_user_agent: 'npm/11.19.1 node/v20',
    npm_execpath: undefined,
    npm_config_debug: 'true'
  }
  const { code, stderr } = await runCommand('explain', ['lock-free'], { env })
  assert.is(code, 2)
  assert.match(stderr, '\n  npm run explain -- lock-free --debug\n')
})

test.run()
