import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { tofuFinder } from '../../../src/outside/tofu/finder.ts'
import { startedBy } from '../../support/started-programs.ts'

const test = suite<{ root: AbsolutePath }>('the tofu of this machine')
test.before.each((context) => {
  context.root = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-finder-'))))
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

/** What `go version -m` prints of a real one: the line of its main package. */
const BUILT = 'path\tgithub.com/opentofu/opentofu/cmd/tofu\n'
const ELF = Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0])

const put = (root: string, folder: string, bytes: string | Uint8Array, mode = 0o755): AbsolutePath => {
  const path = absolutePath(join(root, folder, 'tofu'))
  fs.mkdirSync(join(root, folder), { recursive: true })
  fs.writeFileSync(path, bytes, { mode })
  return path
}

const found = async (path: string, named?: AbsolutePath) => {
  const outcome = await tofuFinder.find('/nonexistent', named, path)()
  return E.isRight(outcome) ? outcome.right : undefined
}

test('is the first executable file of that name, in absolute folders only', async ({ root }) => {
  fs.mkdirSync(join(root, 'a/tofu'), { recursive: true })
  put(root, 'b', ELF, 0o644)
  const third = put(root, 'c', ELF)
  put(root, 'd', ELF)
  const path = ['.', '', 'c', ...['nowhere', 'a', 'b', 'c', 'd'].map((name) => join(root, name))].join(':')
  const before = process.cwd()
  process.chdir(root)
  try {
    assert.is((await found(path))?.path, third)
  } finally {
    process.chdir(before)
  }
})

test('is the one that is named, even where PATH has another', async ({ root }) => {
  put(root, 'a', ELF)
  const named = put(root, 'b', ELF)
  assert.is((await found(join(root, 'a'), named))?.path, named)
})

test('none and an unreadable one are failures', async ({ root }) => {
  assert.equal(await tofuFinder.find('/nonexistent', undefined, root)(), E.left({ _tag: 'NoTofu' }))
  assert.equal(await tofuFinder.find('/nonexistent', undefined, undefined)(), E.left({ _tag: 'NoTofu' }))
  const missing = await tofuFinder.find('/nonexistent', absolutePath(join(root, 'tofu')), '')()
  assert.ok(E.isLeft(missing) && missing.left._tag === 'SystemRefused')
  assert.is(missing.left.code, 'ENOENT')
})

test('is known by where it really lies, and by its bytes', async ({ root }) => {
  const bytes = Buffer.concat([ELF, Buffer.from(BUILT)])
  const real = put(root, 'real', bytes)
  fs.mkdirSync(join(root, 'bin'))
  fs.symlinkSync(real, join(root, 'bin/tofu'))
  assert.equal(await found(join(root, 'bin')), {
    path: join(root, 'bin/tofu'),
    realPath: real,
    isInCheckout: false,
    form: 'ELF',
    namesOpenTofu: true,
    changeable: [],
    sha256: createHash('sha256').update(bytes).digest('hex')
  })
})

/** A place of a tofu, by the whole folder around a project `repo/project`, and whether it is in the checkout. */
const around: ReadonlyArray<readonly [place: string, isIn: boolean]> = [
  ['repo/project/bin', true],
  ['repo/project/node_modules/.bin', true],
  ['repo/node_modules/.bin', true],
  ['repo/tools', true],
  ['node_modules/.bin', true],
  ['tools', false],
  ['repo-of-mine/project', false]
]
for (const [place, isIn] of around)
  test(`one in ${place} ${isIn ? 'belongs' : 'does not belong'} to the checkout around repo/project`, async ({
    root
  }) => {
    fs.mkdirSync(join(root, 'repo/.git'), { recursive: true })
    fs.mkdirSync(join(root, 'repo/project'))
    fs.symlinkSync(join(root, 'repo'), join(root, 'link'))
    const path = put(root, place, ELF)
    fs.symlinkSync(path, join(root, 'linked'))
    for (const project of ['repo/project', 'link/project'])
      for (const named of [path, absolutePath(join(root, 'linked'))]) {
        const outcome = await tofuFinder.find(absolutePath(join(root, project)), named, '')()
        assert.is(E.isRight(outcome) && outcome.right.isInCheckout, isIn, `${project} ${named}`)
      }
  })

test('a device and a folder are refused, and never waited for', async ({ root }) => {
  for (const named of ['/dev/zero', root] as const) {
    const outcome = await tofuFinder.find('/nonexistent', named, '')()
    assert.ok(E.isLeft(outcome) && outcome.left._tag === 'SystemRefused', named)
    assert.is(outcome.left.message, 'it is not a regular file')
  }
})

test('its form is told by its first bytes', async ({ root }) => {
  const forms = {
    script: '#!/bin/sh\necho OpenTofu v1.12.6\n',
    'Mach-O': Buffer.from([0xcf, 0xfa, 0xed, 0xfe, 7, 0, 0, 1]),
    'something else': 'MZ'
  }
  for (const [form, bytes] of Object.entries(forms))
    assert.is((await found(join(root, form), put(root, form, bytes)))?.form, form)
})

test('its build information is found wherever it stands', async ({ root }) => {
  const CHUNK = 1 << 20
  for (const before of [8, CHUNK - BUILT.length, CHUNK - 20, CHUNK - 1, CHUNK, 3 * CHUNK - 20]) {
    const bytes = Buffer.concat([ELF, Buffer.alloc(before - ELF.length), Buffer.from(BUILT), Buffer.alloc(100)])
    assert.ok((await found('', put(root, 'x', bytes)))?.namesOpenTofu, String(before))
  }
  const other = Buffer.concat([ELF, Buffer.from('path\tgithub.com/opentofu/opentofu/cmd/tofu-fake\n')])
  assert.not.ok((await found('', put(root, 'x', other)))?.namesOpenTofu)
})

test('files and folders that others can change are named, but for a sticky folder', async ({ root }) => {
  const path = put(root, 'a/b', ELF)
  assert.equal((await found('', path))?.changeable, [])
  fs.chmodSync(path, 0o757)
  fs.chmodSync(join(root, 'a'), 0o777)
  assert.equal((await found('', path))?.changeable, [path, join(root, 'a')])
  fs.chmodSync(join(root, 'a'), 0o1777)
  assert.equal((await found('', path))?.changeable, [path])
  fs.chmodSync(path, 0o1757)
  assert.equal((await found('', path))?.changeable, [path], 'the sticky bit of a file')
  fs.chmodSync(path, 0o775)
  let ofGroup: ReadonlyArray<string> | undefined
  await startedBy(
    () => ({ stdout: '-rwxrwxr-x 1 0 0 0 Jan 1 00:00 tofu\n' }),
    async () => (ofGroup = (await found('', path))?.changeable)
  )
  assert.equal(ofGroup, [])
})

test('a program of another user is named', async ({ root }) => {
  if (process.getuid?.() !== 0) return
  const path = put(root, 'a', ELF)
  fs.chownSync(path, 12_345, 12_345)
  // The administrator owns what belongs to 0; anybody else is a stranger.
  assert.equal((await found('', path))?.changeable, [path])
})

test.run()
