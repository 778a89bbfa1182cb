import { tmpdir } from 'node:os'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { anyone, childEnvironment, type Credentials } from './child-environment.ts'
import { mustRun } from '../../../src/outside/stand-in/run-command.ts'

const world = { home: '/home', proxy: 'http://127.0.0.1:1', authority: '/ca.crt', cliConfiguration: '/cli.tfrc' }

/** The environment as a child sees it. */
const seen = async (as: Credentials): Promise<Readonly<Record<string, string>>> => {
  const env = childEnvironment(world, as)
  const printed = await mustRun(process.execPath, ['-p', 'JSON.stringify(process.env)'], { cwd: tmpdir(), env })
  return JSON.parse(printed) as Readonly<Record<string, string>>
}

const test = suite('child environment')

test('a child sees the allowed variables and nothing of this machine', async () => {
  assert.equal(Object.keys(await seen(anyone)).toSorted(), [
    'AWS_ACCESS_KEY_ID',
    'AWS_CA_BUNDLE',
    'AWS_EC2_METADATA_DISABLED',
    'AWS_SECRET_ACCESS_KEY',
    'CHECKPOINT_DISABLE',
    'HOME',
    'HTTPS_PROXY',
    'LANG',
    'PATH',
    'TF_CLI_CONFIG_FILE',
    'TF_IN_AUTOMATION'
  ])
})

test('a role has a session token too, and AWS is behind the proxy with its certificate', async () => {
  const env = await seen({ accessKeyId: 'a', secretAccessKey: 'b', sessionToken: 'c' })
  assert.is(env['AWS_SESSION_TOKEN'], 'c')
  assert.is(env['HTTPS_PROXY'], world.proxy)
  assert.is(env['AWS_CA_BUNDLE'], world.authority)
})

test.run()
