import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { npmSettings } from '../../../src/outside/process/npm-settings.ts'
import { type Ending, startedBy } from '../../support/started-programs.ts'

const test = suite('what npm has for a setting')

const asked = async (ending: Ending) => {
  let found: ReadonlyMap<string, string> | undefined
  const started = await startedBy(
    () => ending,
    async () => {
      found = await npmSettings('/npm/cli.js', ['dry-run', 'proxy'], { PATH: '/bin', npm_config_x: '1' })
    }
  )
  return { found, started }
}

test('npm is asked by this Node, with these variables alone, for 20 seconds at most', async () => {
  assert.equal((await asked({})).started, [
    {
      by: 'execFile',
      file: process.execPath,
      args: ['/npm/cli.js', 'config', 'get', 'npm-version', 'dry-run', 'proxy'],
      options: { env: { PATH: '/bin', npm_config_x: '1' }, timeout: 20_000 }
    }
  ])
})

test('a name stands before its value, which may hold an equals sign; what is unknown or nameless is left out', async () => {
  const stdout =
    'npm-version=11.0.0\ndry-run=true\nproxy=http://a/?b=c\nempty=\nother=undefined\n=x\nno line\nx=one letter\n'
  const { found } = await asked({ stdout })
  assert.equal(Object.fromEntries(found ?? []), {
    'npm-version': '11.0.0',
    'dry-run': 'true',
    proxy: 'http://a/?b=c',
    empty: '',
    x: 'one letter'
  })
})

test('an npm that fails has not answered', async () => {
  assert.is((await asked({ code: 1, stdout: 'dry-run=true\n' })).found, undefined)
})

test.run()
