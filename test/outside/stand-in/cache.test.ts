import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { AT_HAND, cached } from '../../../src/outside/stand-in/cache.ts'

/** Gives a cache of its own, and the names of all that lies in it. */
const inCache = async (use: (names: () => ReadonlyArray<string>, folder: string) => Promise<void>): Promise<void> => {
  const root = mkdtempSync(join(tmpdir(), 'zenthea-cache-'))
  const before = process.env['XDG_CACHE_HOME']
  process.env['XDG_CACHE_HOME'] = root
  const folder = join(root, 'zenthea-foundation', 'bench')
  try {
    await use(() => (existsSync(folder) ? readdirSync(folder).toSorted() : []), folder)
  } finally {
    if (before === undefined) delete process.env['XDG_CACHE_HOME']
    else process.env['XDG_CACHE_HOME'] = before
    rmSync(root, { recursive: true })
  }
}

const write = (text: string) => (empty: string) => {
  writeFileSync(join(empty, 'file'), text)
  return Promise.resolve()
}
const fail = (): Promise<never> => Promise.reject(new Error('no'))

/** More than the largest number that a process of Linux can have. Source: proc_sys_kernel(5), pid_max. */
const ABOVE_ALL = 2 ** 30

const test = suite('cache')

test('a relative XDG_CACHE_HOME is refused by its name, and nothing is made', async () => {
  await inCache(async (names, folder) => {
    mkdirSync(folder, { recursive: true })
    const before = process.cwd()
    process.chdir(folder)
    try {
      process.env['XDG_CACHE_HOME'] = 'cache'
      const said = await cached('thing', AT_HAND, write('x')).then(String, (error: Error) => error.message)
      assert.is(said, 'XDG_CACHE_HOME names no absolute folder: name one, or unset it')
    } finally {
      process.chdir(before)
    }
    assert.equal(names(), [])
  })
})

test('without XDG_CACHE_HOME it lies in .cache of the home', async () => {
  await inCache(async () => {
    const [home, before] = [process.env['XDG_CACHE_HOME'] ?? '', process.env['HOME']]
    const thing = join(home, '.cache', 'zenthea-foundation', 'bench', 'thing')
    mkdirSync(thing, { recursive: true })
    process.env['HOME'] = home
    try {
      for (const unset of [undefined, '']) {
        if (unset === undefined) delete process.env['XDG_CACHE_HOME']
        else process.env['XDG_CACHE_HOME'] = unset
        assert.is(await cached('thing', AT_HAND, fail), thing)
      }
    } finally {
      if (before === undefined) delete process.env['HOME']
      else process.env['HOME'] = before
    }
  })
})

test('what is there is not made again', async () => {
  await inCache(async (names) => {
    const made = await cached('thing', AT_HAND, write('first'))
    assert.is(await cached('thing', AT_HAND, fail), made)
    assert.is(readFileSync(join(made, 'file'), 'utf8'), 'first')
    assert.equal(names(), ['thing'])
  })
})

test('what could not be made leaves nothing, and its error is kept', async () => {
  await inCache(async (names) => {
    const error = await cached('thing', AT_HAND, fail).catch((cause: unknown) => cause)
    assert.is(error instanceof Error && error.message, 'no')
    assert.equal(names(), [])
  })
})

test('of two that make the same at once both get one whole thing', async () => {
  await inCache(async (names) => {
    const both = await Promise.all([cached('thing', AT_HAND, write('a')), cached('thing', AT_HAND, write('b'))])
    assert.is(both[0], both[1])
    assert.equal(names(), ['thing'])
  })
})

test('what a killed process left half is removed; what a living one is at stays', async () => {
  await inCache(async (names, folder) => {
    mkdirSync(join(folder, `.partial-${ABOVE_ALL}-abc`), { recursive: true })
    mkdirSync(join(folder, `.partial-${process.pid}-abc`))
    await cached('thing', AT_HAND, write('whole'))
    assert.equal(names(), [`.partial-${process.pid}-abc`, 'thing'])
  })
})

test('offline what is there is given, and what is not there is refused before anything is made', async () => {
  await inCache(async (names) => {
    const offline = { isOffline: true, tell: () => {} }
    const error = await cached('thing', offline, write('x')).catch((cause: unknown) => cause)
    assert.match(String(error), '--offline')
    assert.equal(names(), [])
    const made = await cached('thing', AT_HAND, write('first'))
    assert.is(await cached('thing', offline, fail), made)
  })
})

test.run()
