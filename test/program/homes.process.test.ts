import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Checkout, inCheckout } from '../support/checkout.ts'

/** As in a checkout on a file system that only can be read. */
const READ_ONLY = `
  import fs from 'node:fs'
  import { syncBuiltinESMExports } from 'node:module'
  const real = fs.mkdirSync
  fs.mkdirSync = (path, options) => {
    if (String(path).endsWith('checkout/.build'))
      throw Object.assign(new Error('EROFS: read-only file system'), { code: 'EROFS' })
    return real(path, options)
  }
  syncBuiltinESMExports()`

/** The folders of programs in that cache. */
const homesIn = (cache: string): ReadonlyArray<string> => {
  const programs = join(cache, 'zenthea-foundation/program')
  return fs.existsSync(programs) ? fs.readdirSync(programs).map((name) => join(programs, name)) : []
}

/** Emit works, and what it runs lies in the cache and nowhere else. */
const worksFromCache = async ({ run, built, cache }: Checkout, preload?: string): Promise<void> => {
  const before = built()
  const { code, stdout, stderr } = await run('emit', ['--check'], preload === undefined ? {} : { preload })
  assert.equal([code, stderr], [0, ''])
  assert.match(stdout, /up to date/)
  assert.equal(built(), before)
  const [home = '', ...others] = homesIn(cache)
  assert.equal(others, [])
  assert.ok(built(home).some((path) => path.endsWith('emit/emit.mjs')))
  for (const path of ['', 'zenthea-foundation', 'zenthea-foundation/program'])
    assert.is(fs.statSync(join(cache, path)).mode & 0o777, 0o700)
}

const test = suite('where a program is kept')

test('in a checkout that only can be read: in the cache of this user, for good', () =>
  inCheckout(async (made) => {
    await worksFromCache(made, READ_ONLY)
    const [home = ''] = homesIn(made.cache)
    const program = made.built(home)
    await worksFromCache(made, READ_ONLY)
    assert.equal(made.built(home), program)
  }))

test('where no cache can be made either: in a private folder of the run, which is gone afterwards', () =>
  inCheckout(async ({ at, run, built, cache }) => {
    fs.writeFileSync(cache, 'no folder')
    const temporary = at('temporary')
    fs.mkdirSync(temporary)
    const { code, stderr } = await run('emit', ['--check'], { preload: READ_ONLY, env: { TMPDIR: temporary } })
    assert.equal([code, stderr, built(), fs.readdirSync(temporary)], [0, '', [], []])
  }))

/** What makes a program one that somebody else may have changed. */
const FAULTS: Readonly<Record<string, (checkout: Checkout, program: string) => void>> = {
  'a .build that everybody may write to': ({ at }) => fs.chmodSync(at('.build'), 0o777),
  'a .build that its group may write to': ({ at }) => fs.chmodSync(at('.build'), 0o770),
  'a link in the place of .build': ({ at }) => {
    fs.renameSync(at('.build'), at('elsewhere'))
    fs.symlinkSync(at('elsewhere'), at('.build'))
  },
  'a file in the place of .build': ({ at }) => {
    fs.rmSync(at('.build'), { recursive: true })
    fs.writeFileSync(at('.build'), '')
  },
  'a program that everybody may write to': (_checkout, program) => fs.chmodSync(program, 0o777),
  'a command that everybody may write to': (_checkout, program) => fs.chmodSync(join(program, 'emit'), 0o777),
  'a file that everybody may write to': (_checkout, program) => fs.chmodSync(join(program, 'emit/emit.mjs'), 0o666),
  'a link in the place of a file': (_checkout, program) => {
    fs.renameSync(join(program, 'emit/emit.mjs'), join(program, 'other.mjs'))
    fs.symlinkSync(join(program, 'other.mjs'), join(program, 'emit/emit.mjs'))
  },
  'a checkout that everybody may write to': ({ at }) => fs.chmodSync(at('.'), 0o777),
  ...(process.getuid?.() === 0
    ? {
        "another user's .build": ({ at }) => fs.chownSync(at('.build'), 65_534, 65_534),
        "another user's file": (_checkout, program) => fs.chownSync(join(program, 'emit/emit.mjs'), 65_534, 65_534)
      }
    : {})
}

test('a program that another user may have changed is not run', () =>
  inCheckout(async (made) => {
    await made.run('emit', ['--help'])
    const [name = ''] = made.built()
    const program = made.at(`.build/${name}`)
    fs.appendFileSync(join(program, 'emit/emit.mjs'), '\nprocess.exit(99)\n')
    assert.is((await made.run('emit', ['--help'])).code, 99)
    fs.cpSync(made.at('.build'), made.at('kept'), { recursive: true, preserveTimestamps: true })
    for (const [what, harm] of Object.entries(FAULTS)) {
      harm(made, program)
      const { code, stderr } = await made.run('emit', ['--help'])
      assert.equal([code, stderr], [0, ''], what)
      assert.is(homesIn(made.cache).length, 1, what)
      fs.chmodSync(made.at('.'), 0o755)
      fs.rmSync(made.at('.build'), { recursive: true })
      fs.cpSync(made.at('kept'), made.at('.build'), { recursive: true })
      fs.chmodSync(made.at('.build'), 0o700)
    }
  }))

test('a cache that others may change is not used either', () =>
  inCheckout(async ({ at, run, cache }) => {
    fs.mkdirSync(cache)
    fs.chmodSync(cache, 0o777)
    fs.writeFileSync(at('.build'), '')
    const { code, stderr } = await run('emit', ['--help'], { env: { TMPDIR: tmpdir() } })
    assert.equal([code, stderr], [0, ''])
    for (const home of homesIn(cache)) assert.not.ok(fs.existsSync(join(home, '.build')))
  }))

test.run()
