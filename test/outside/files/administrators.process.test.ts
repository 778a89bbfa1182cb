import { execFileSync, spawnSync } from 'node:child_process'
import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isGiven } from '../../support/network.ts'

const of = (path: string): string => new URL(`../../../${path}`, import.meta.url).href
const loader = fileURLToPath(new URL('../../typescript.js', import.meta.url))

const test = suite('who may change everything')

const MAPPING = ['--user', '--map-user=1234']
const canMap = isGiven() && spawnSync('unshare', [...MAPPING, 'true']).status === 0

/** What a process says at such a folder, in a namespace of its user alone where the system gives one. */
const saidBy = (script: string, variables: NodeJS.ProcessEnv): string => {
  const [file, ...args] = [...(canMap ? ['unshare', ...MAPPING] : []), process.execPath, '--import', loader]
  const env = { PATH: process.env['PATH'], ...variables }
  return execFileSync(file, [...args, '--input-type=module', '--eval', script], { env, encoding: 'utf8' }).trim()
}

/** Another user's folder, with one of this user in it: to an ordinary user, the root of the system is that. */
const places = (isRoot: boolean): { readonly theirs: string; readonly mine: string } => {
  const mine = realpathSync(mkdtempSync(join(tmpdir(), 'of-another-')))
  if (!isRoot) return { theirs: '/', mine }
  chmodSync(mine, 0o755)
  mkdirSync(join(mine, 'mine'), { mode: 0o700 })
  chownSync(mine, 4321, 4321)
  return { theirs: mine, mine: join(mine, 'mine') }
}

test('whom its namespace does not show, a process takes for the administrator in a sandbox alone', () => {
  const isRoot = process.getuid?.() === 0
  const { theirs, mine } = places(isRoot)
  const asks = {
    program: `const { changeableOnTheWay } = await import(${JSON.stringify(of('src/outside/files/changeable.ts'))})
      console.log((await changeableOnTheWay(${JSON.stringify(theirs)})).length === 0 ? 'safe' : 'changeable')`,
    executable: `const { programsIn } = await import(${JSON.stringify(of('bin/home.js'))})
      try { programsIn(${JSON.stringify(mine)}); console.log('safe') } catch { console.log('changeable') }`
  }
  try {
    for (const [who, script] of Object.entries(asks)) {
      const elsewhere = saidBy(script, {})
      assert.is(elsewhere, isRoot || canMap ? 'changeable' : 'safe', who)
      assert.is(saidBy(script, { ZENTHEA_SANDBOX: '/s' }), canMap ? 'safe' : elsewhere, who)
    }
  } finally {
    rmSync(isRoot ? theirs : mine, { recursive: true })
  }
})

test.run()
