import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { programStore } from '../../../src/outside/private/program-store.ts'
import { providerStore } from '../../../src/outside/private/provider-store.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'
import { right, whyNot } from '../../support/outcomes.ts'

const test = suite<{ root: string; base: string; newId: () => string }>('private copies of programs and providers')

test.before.each((context) => {
  context.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-copies-')))
  context.base = join(context.root, 'state')
  let count = 0
  context.newId = () => `id-${(count += 1)}`
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

const release = { address: 'registry.opentofu.org/hashicorp/aws', version: '5.100.0' }

/**
 * A package of three files. Its hash was worked out by the shell, as golang.org/x/mod/sumdb/dirhash describes it:
 * `sha256sum LICENSE.txt docs/a.md terraform-provider-aws | sha256sum`, in base64.
 */
const FILES = { 'terraform-provider-aws': 'program\n', 'docs/a.md': '# a\n', 'LICENSE.txt': 'free\n' }
const H1 = 'h1:mulyiemswoVDSGyEWC1BaSQs3252/JPvkIdOdfuVkAg='

const installed = (root: string, files: Readonly<Record<string, string>> = FILES): AbsolutePath => {
  const data = absolutePath(join(root, 'data'))
  const folder = join(data, 'providers', release.address, release.version, 'linux_amd64')
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(join(folder, name, '..'), { recursive: true })
    fs.writeFileSync(join(folder, name), text)
  }
  // OpenTofu leaves one beside it.
  fs.writeFileSync(`${folder}.lock`, '')
  return data
}
const copyOf = (mirror: string): string =>
  join(mirror, release.address, release.version, 'linux_amd64/terraform-provider-aws')

test('a package is kept where its hash is one of those that are bound, and found by it', async (context) => {
  const { root, base, newId } = context
  const store = providerStore({ path: base, projects: [] }, newId)
  assert.equal(await right(store.find(release, [H1])), O.none)
  const taken = await right(store.take(release, installed(root), ['h1:other', H1]))
  assert.ok(O.isSome(taken))
  assert.is(taken.value.hash, H1)
  assert.equal(await right(store.find(release, ['zh:00', H1])), taken)
  assert.is(fs.readFileSync(copyOf(taken.value.mirror), 'utf8'), 'program\n')
  assert.is((fs.statSync(copyOf(taken.value.mirror)).mode & 0o777).toString(8), '500')
  assert.equal(await right(store.take(release, installed(root), [H1])), taken)
})

test('a hash of another kind with the same digest finds nothing, and takes nothing away', async ({
  root,
  base,
  newId
}) => {
  const store = providerStore({ path: base, projects: [] }, newId)
  const taken = await right(store.take(release, installed(root), [H1]))
  const other = `zh:${H1.slice('h1:'.length)}`
  assert.equal(await right(store.find(release, [other])), O.none)
  assert.equal(await right(store.find(release, [other, H1])), taken)
})

test('the hash is the same in whichever order the system lists the files', async ({ root, base, newId }) => {
  const { readdir } = fs.promises
  for (const turned of [false, true]) {
    Object.assign(fs.promises, {
      readdir: async (path: string, options: never) => {
        const found = (await readdir(path, options)) as ReadonlyArray<string | { readonly name: string }>
        const nameOf = (one: string | { readonly name: string }): string => (typeof one === 'string' ? one : one.name)
        const sorted = found.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))
        return turned ? sorted.toReversed() : sorted
      }
    })
    syncBuiltinESMExports()
    try {
      const taken = await right(providerStore({ path: base, projects: [] }, newId).take(release, installed(root), [H1]))
      assert.ok(O.isSome(taken))
    } finally {
      Object.assign(fs.promises, { readdir })
      syncBuiltinESMExports()
    }
  }
})

test('a release of which not exactly one platform is installed is refused by its folder', async ({
  root,
  base,
  newId
}) => {
  const store = providerStore({ path: base, projects: [] }, newId)
  const data = installed(root)
  const own = join(data, 'providers', release.address, release.version)
  // Neither is a platform: those are two words of small letters and digits.
  for (const name of ['.linux_amd64', 'x-linux_amd64', 'linux_amd64-x', 'linux', '_', 'Linux_amd64'])
    fs.mkdirSync(join(own, name))
  assert.ok(O.isSome(await right(store.take(release, data, [H1]))))
  const refused = { _tag: 'NotPrivate', path: own, why: 'does not hold exactly one platform' }
  fs.mkdirSync(join(own, 'linux_arm64'))
  assert.equal(await store.take(release, data, [H1])(), E.left(refused))
  for (const name of ['linux_arm64', 'linux_amd64']) fs.rmSync(join(own, name), { recursive: true })
  assert.equal(await store.take(release, data, [H1])(), E.left(refused))
})

test('another package, and one more or one less file in it, is not kept', async ({ root, base, newId }) => {
  const store = providerStore({ path: base, projects: [] }, newId)
  const { 'docs/a.md': _, ...less } = FILES
  const others = [{ ...FILES, 'terraform-provider-aws': 'another' }, { ...FILES, 'docs/b.md': '' }, less]
  for (const files of others) {
    assert.equal(await right(store.take(release, installed(root, files), [H1])), O.none)
    fs.rmSync(join(root, 'data'), { recursive: true })
  }
  assert.equal(fs.readdirSync(join(base, 'zenthea-foundation/providers')), [])
})

test('a copy that was changed is not found, and goes', async ({ root, base, newId }) => {
  const store = providerStore({ path: base, projects: [] }, newId)
  const changes: ReadonlyArray<(mirror: string) => void> = [
    (mirror) => fs.chmodSync(copyOf(mirror), 0o700),
    (mirror) => fs.rmSync(copyOf(mirror)),
    (mirror) => fs.writeFileSync(join(copyOf(mirror), '../more'), ''),
    (mirror) => fs.symlinkSync('/bin/sh', join(copyOf(mirror), '../link')),
    (mirror) => fs.cpSync(join(copyOf(mirror), '..'), join(copyOf(mirror), '../../linux_arm64'), { recursive: true })
  ]
  for (const [index, change] of changes.entries()) {
    const taken = await right(store.take(release, installed(root), [H1]))
    const mirror = O.isSome(taken) ? taken.value.mirror : ''
    change(mirror)
    if (index === 0) fs.writeFileSync(copyOf(mirror), 'another')
    assert.equal(await right(store.find(release, [H1])), O.none, String(index))
    assert.not.ok(fs.existsSync(mirror))
  }
})

test('a link in a package is refused by its path, and nothing of the package is kept', async ({
  root,
  base,
  newId
}) => {
  const data = installed(root)
  const link = join(data, 'providers', release.address, release.version, 'linux_amd64/docs/link')
  fs.symlinkSync('a.md', link)
  assert.equal(
    await providerStore({ path: base, projects: [] }, newId).take(release, data, [H1])(),
    E.left({ _tag: 'NotPrivate', path: link, why: 'is neither a file nor a folder' })
  )
  assert.equal(fs.readdirSync(join(base, 'zenthea-foundation/providers')), [])
})

test('the copy of a program has exactly the bytes that were judged', async ({ root, base, newId }) => {
  const store = programStore({ path: base, projects: [] }, newId)
  const realPath = absolutePath(join(root, 'tofu'))
  fs.writeFileSync(realPath, 'a program', { mode: 0o755 })
  const binary = { realPath, sha256: sha256<'tofu'>('a program') }
  const copy = await right(store.keep(binary))
  assert.is(fs.readFileSync(copy, 'utf8'), 'a program')
  assert.is((fs.statSync(copy).mode & 0o777).toString(8), '500')
  fs.writeFileSync(realPath, 'another')
  assert.is(await right(store.keep(binary)), copy, 'the copy is there already')
  fs.chmodSync(copy, 0o700)
  fs.writeFileSync(copy, 'another')
  assert.match(await whyNot(store.keep(binary)), 'was changed while it was read')
  assert.not.ok(fs.existsSync(copy))
  fs.rmSync(realPath)
  fs.mkdirSync(realPath)
  assert.match(await whyNot(store.keep(binary)), 'is not a regular file')
})

test('a program that another run keeps at the same moment is used if it has the same bytes, and else refused', async ({
  root,
  base,
  newId
}) => {
  const realPath = absolutePath(join(root, 'tofu'))
  fs.writeFileSync(realPath, 'a program', { mode: 0o755 })
  const binary = { realPath, sha256: sha256<'tofu'>('a program') }
  const folder = join(base, 'zenthea-foundation/programs', binary.sha256)
  const beside = (text: string) => {
    const store = programStore({ path: base, projects: [] }, () => {
      fs.mkdirSync(folder, { recursive: true })
      fs.writeFileSync(join(folder, 'tofu'), text)
      return newId()
    })
    return store.keep(binary)
  }
  assert.match(await whyNot(beside('another')), 'was changed while it was made')
  fs.rmSync(folder, { recursive: true })
  assert.is(await right(beside('a program')), join(folder, 'tofu'))
  assert.equal(fs.readdirSync(join(base, 'zenthea-foundation/programs')), [binary.sha256])
})

test.run()
