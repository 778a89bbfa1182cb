import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Command, commandLine } from '../../support/command-line.ts'

const test = suite("what a sandbox's programs say first")

const HEADLINE = 'SANDBOX: what answers is not AWS, and nothing here is proof\n'

const { scripts } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>
}
const commands = Object.entries(scripts)
  .filter(([name, line]) => line === `node bin/zenthea.js ${name}`)
  .map(([name]) => name as Command)

const said = async (command: Command, env: NodeJS.ProcessEnv): Promise<string> => {
  const args = [...commandLine(command), '--help']
  const { stderr } = await promisify(execFile)(process.execPath, args, { env: { PATH: process.env['PATH'], ...env } })
  return stderr
}

test('each of them says that it is a sandbox, and none says so outside', async () => {
  assert.ok(commands.includes('tofu') && commands.includes('seed') && commands.length >= 10, commands.join(' '))
  for (const command of commands.filter((name) => name !== 'sandbox'))
    assert.is(await said(command, { ZENTHEA_SANDBOX: '/nowhere' }), HEADLINE, command)
  assert.is(await said('seed', {}), '')
})

test.run()
