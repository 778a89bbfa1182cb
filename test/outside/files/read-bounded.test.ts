import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import os, { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { withoutNested } from '../../../src/outside/files/nested.ts'
import { readBounded, readFilled } from '../../../src/outside/files/read-bounded.ts'
import { cliConfigurationReader } from '../../../src/outside/tofu/cli-configuration.ts'
import { checkout } from '../../../src/outside/tofu/checkout.ts'

type Place = { root: string; file: string }
const test = suite<Place>('files that the system takes away while they are read')

const calls = { ...fs.promises }
const { userInfo } = os
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-read-')))
  place.file = join(place.root, 'file')
  fs.writeFileSync(place.file, 'text')
})
test.after.each(({ root }) => {
  Object.assign(fs.promises, calls)
  Object.assign(os, { userInfo })
  syncBuiltinESMExports()
  fs.rmSync(root, { recursive: true, force: true })
})

const refusal = (code: string, errno: number): Error =>
  Object.assign(new Error(`${code}: x, read '/home/jane/x'`), { code, errno })

/** From now on no open file can be read; the files that were closed are counted. */
const unreadable = (error: Error): { closed: number } => {
  const count = { closed: 0 }
  Object.assign(fs.promises, {
    open: async (...args: Parameters<typeof calls.open>) => {
      const file = await calls.open(...args)
      const close = file.close.bind(file)
      return Object.assign(file, {
        read: () => Promise.reject(error),
        close: () => {
          count.closed += 1
          return close()
        }
      })
    }
  })
  syncBuiltinESMExports()
  return count
}

test('are told as gone, or in the words of the system, without a place of this machine, and are closed', async ({
  file
}) => {
  for (const [error, cause] of [
    [refusal('ENOENT', -2), 'it was removed while it was read'],
    [refusal('EIO', -5), 'EIO: i/o error']
  ] as const) {
    const count = unreadable(error)
    assert.equal(await readBounded('a file', file, 'noLink')(), E.left({ what: 'a file', cause }))
    assert.is(count.closed, 1)
    const filled = await readFilled(file).catch((thrown: unknown) => thrown)
    assert.is(filled, error)
    assert.is(count.closed, 2)
  }
})

test('are no failure where they were never there', async ({ root }) => {
  assert.equal(await readBounded('a file', join(root, 'gone'), 'noLink')(), E.right(O.none))
})

test('a folder around the project that may not be listed holds no stacks', ({ root }) => {
  const project = absolutePath(join(root, 'stacks/project'))
  fs.mkdirSync(join(project, 'stacks'), { recursive: true })
  fs.writeFileSync(join(root, 'stacks/outer-eu.ts'), '')
  assert.equal(withoutNested(fs, project)(), E.left({ _tag: 'NestedProject', path: '.' }))
  const denied = {
    ...fs,
    readdirSync: ((path: string, ...more: ReadonlyArray<never>) => {
      if (path === join(root, 'stacks')) throw refusal('EACCES', -13)
      return fs.readdirSync(path, ...more)
    }) as typeof fs.readdirSync
  }
  assert.equal(withoutNested(denied, project)(), E.right(undefined))
})

test('a user without a home is told in the words of the system', async ({ root }) => {
  Object.assign(os, {
    userInfo: () => {
      throw Object.assign(new Error('uv_os_get_passwd'), { code: 'ENOENT', errno: -2 })
    }
  })
  syncBuiltinESMExports()
  assert.equal(
    await cliConfigurationReader().read(absolutePath(root), {})(),
    E.left({ what: 'the home folder', cause: 'ENOENT: no such file or directory' })
  )
})

test('rights that cannot be looked at are a failure by the project, and what is not there has none', async ({
  root
}) => {
  const project = absolutePath(root)
  assert.ok(E.isRight(await checkout().changeable(project, ['out/gone/main.tf.json'])()))
  Object.assign(fs.promises, { realpath: () => Promise.reject(refusal('EIO', -5)) })
  syncBuiltinESMExports()
  assert.equal(await checkout().changeable(project, ['out/a'])(), E.left({ what: root, cause: 'EIO: i/o error' }))
})

test.run()
