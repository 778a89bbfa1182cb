import { execFileSync, spawnSync } from 'node:child_process'
import { chownSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { administrators } from '../../../src/outside/files/administrators.ts'
import { isGiven } from '../../support/network.ts'

const subject = new URL('../../../src/outside/files/changeable.ts', import.meta.url).href
const loader = fileURLToPath(new URL('../../typescript.js', import.meta.url))

const test = suite('who may change everything')

const OVERFLOW = '65534\n'
/** As an ordinary user's namespace has it, and as this machine has it outside of any. */
const OWN_ALONE = '      1000       1000          1\n'
const EVERYBODY = '         0          0 4294967295\n'

test('the unknown user of a namespace counts in a sandbox alone, and only where the administrator is not seen', () => {
  assert.equal(administrators(true, OWN_ALONE, OVERFLOW), [0, 65_534])
  assert.equal(administrators(false, OWN_ALONE, OVERFLOW), [0])
  assert.equal(administrators(true, EVERYBODY, OVERFLOW), [0])
  assert.equal(administrators(true, `${OWN_ALONE}         0     100000      65536\n`, OVERFLOW), [0])
  assert.equal(administrators(true, '', ''), [0])
})

const MAPPING = ['--user', '--map-user=1234']
const canMap = isGiven() && spawnSync('unshare', [...MAPPING, 'true']).status === 0

/** What a process finds changeable on the way to a folder, in a namespace of its user alone where the system gives one. */
const foundBy = (folder: string, variables: NodeJS.ProcessEnv): unknown => {
  const script = `import(${JSON.stringify(subject)}).then(async ({ changeableOnTheWay }) =>
    console.log(JSON.stringify(await changeableOnTheWay(${JSON.stringify(folder)}))))`
  const [file, ...args] = [...(canMap ? ['unshare', ...MAPPING] : []), process.execPath, '--import', loader]
  const env = { PATH: process.env['PATH'], ...variables }
  return JSON.parse(execFileSync(file, [...args, '--eval', script], { env, encoding: 'utf8' })) as unknown
}

test('whom its namespace does not show, a process takes for the administrator in a sandbox alone', () => {
  const isRoot = process.getuid?.() === 0
  const folder = isRoot ? realpathSync(mkdtempSync(join(tmpdir(), 'of-another-'))) : '/'
  if (isRoot) chownSync(folder, 4321, 4321)
  try {
    const [inSandbox, elsewhere] = [foundBy(folder, { ZENTHEA_SANDBOX: '/s' }), foundBy(folder, {})]
    assert.equal(elsewhere, isRoot || canMap ? [folder] : [])
    assert.equal(inSandbox, canMap ? [] : elsewhere)
  } finally {
    if (isRoot) rmSync(folder, { recursive: true })
  }
})

test.run()
