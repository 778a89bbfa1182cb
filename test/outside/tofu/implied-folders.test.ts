import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import { cliConfigurationReader } from '../../../src/outside/tofu/cli-configuration.ts'
import { tofuFinder } from '../../../src/outside/tofu/finder.ts'
import { distrustedFolders, impliedMirrors } from '../../../src/outside/tofu/provider-folders.ts'

const test = suite<{ root: string; at: (path: string) => string }>('where OpenTofu looks without being told')
test.before.each((place) => {
  place.root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-implied-')))
  place.at = (path) => join(place.root, path)
})
test.after.each(({ root }) => fs.rmSync(root, { recursive: true, force: true }))

type At = (path: string) => string
const folders = (at: At, ...paths: ReadonlyArray<string>): void =>
  paths.forEach((path) => fs.mkdirSync(at(path), { recursive: true }))
const file = (at: At, path: string, text = `# ${path}\n`): void => {
  fs.mkdirSync(dirname(at(path)), { recursive: true })
  fs.writeFileSync(at(path), text)
}

const mirrors = async (at: At, variables: Readonly<Record<string, string>>): Promise<unknown> => {
  const found = await impliedMirrors(at('project'), at('home'), variables)()
  return E.isRight(found) ? found.right.map((path) => path.slice(at('').length + 1).replace(/^\//, '')) : found
}

/** Source: OpenTofu 1.12, cmd/tofu/provider_source.go; XDG Base Directory Specification. */
test('in this order, in the XDG folders where those are named, and only where there is a folder', async ({ at }) => {
  const all = [
    'project/terraform.d/plugins',
    'home/.terraform.d/plugins',
    'data/opentofu/plugins',
    'data/terraform/plugins',
    'home/.local/share/terraform/plugins',
    'one/terraform/plugins',
    'two/terraform/plugins'
  ]
  folders(at, ...all, 'home/.local/share/opentofu/plugins', 'one/opentofu/plugins')
  const shared = { XDG_DATA_DIRS: `${at('one')}::${at('two')}:${at('one')}` }
  const without = (...gone: ReadonlyArray<string>) => all.filter((path) => !gone.includes(path))
  const named = { ...shared, XDG_DATA_HOME: at('data') }
  assert.equal(await mirrors(at, named), without('home/.local/share/terraform/plugins'))
  assert.equal(await mirrors(at, shared), without('data/opentofu/plugins', 'data/terraform/plugins'))
  fs.rmSync(at('one/terraform/plugins'), { recursive: true })
  file(at, 'one/terraform/plugins')
  fs.symlinkSync('loop', at('loop'))
  assert.equal(
    await mirrors(at, { XDG_DATA_HOME: at('loop'), XDG_DATA_DIRS: `${at('one')}:${at('two')}:${at('loop')}` }),
    ['project/terraform.d/plugins', 'home/.terraform.d/plugins', 'two/terraform/plugins']
  )
})

/** What the two variables say, and which folders are looked for then, in order. */
const lookedFor: ReadonlyArray<readonly [variables: Readonly<Record<string, string>>, folders: ReadonlyArray<string>]> =
  [
    [{}, ['/h/.local/share/terraform/plugins', '/usr/local/share/terraform/plugins', '/usr/share/terraform/plugins']],
    [
      { XDG_DATA_HOME: '', XDG_DATA_DIRS: '' },
      ['/h/.local/share/terraform/plugins', '/usr/local/share/terraform/plugins', '/usr/share/terraform/plugins']
    ],
    [
      { XDG_DATA_HOME: '/d', XDG_DATA_DIRS: ':/one:' },
      ['/d/opentofu/plugins', '/d/terraform/plugins', '/one/terraform/plugins']
    ],
    [{ XDG_DATA_HOME: '/one', XDG_DATA_DIRS: '/one' }, ['/one/opentofu/plugins', '/one/terraform/plugins']]
  ]
for (const [variables, expected] of lookedFor)
  test(`with ${JSON.stringify(variables)} OpenTofu looks into these folders, each once`, async () => {
    const { stat } = fs.promises
    const asked: Array<string> = []
    Object.assign(fs.promises, {
      stat: async (path: string) => {
        asked.push(path)
        return { isDirectory: () => true }
      }
    })
    syncBuiltinESMExports()
    try {
      const all = ['/p/terraform.d/plugins', '/h/.terraform.d/plugins', ...expected]
      assert.equal(await impliedMirrors('/p', '/h', variables)(), E.right(all))
      assert.equal(asked, all)
    } finally {
      Object.assign(fs.promises, { stat })
      syncBuiltinESMExports()
    }
  })

test('a folder that others can change is named by the place that they can change', async ({ at }) => {
  folders(at, 'project', 'open/mirror', 'own')
  fs.chmodSync(at('open'), 0o777)
  fs.symlinkSync(at('open/mirror'), at('own/link'))
  const why = `${at('open')} can be changed by others`
  assert.equal(await distrustedFolders(at('project'), [at('own/link'), at('own'), at('open/mirror')]), [
    { path: at('own/link'), why },
    { path: at('open/mirror'), why }
  ])
})

test('a folder that is not there is trusted, and one that cannot be looked at is not', async ({ at }) => {
  folders(at, 'project', 'own')
  fs.symlinkSync('loop', at('loop'))
  file(at, 'file')
  assert.equal(await distrustedFolders(at('project'), [at('nothing'), at('own')]), [])
  assert.equal(await distrustedFolders(at('project'), [at('loop'), at('own'), at('file/x')]), [
    { path: at('loop'), why: 'it cannot be looked at: ELOOP: too many symbolic links encountered' },
    { path: at('file/x'), why: 'it cannot be looked at: ENOTDIR: not a directory' }
  ])
  folders(at, 'project/mirror')
  assert.equal(await distrustedFolders(at('project'), [at('project/mirror')]), [
    {
      path: at('project/mirror'),
      why: 'it lies in the checkout, and no lock file bound what lay there on the first day'
    }
  ])
})

const read = async (at: At, variables: Readonly<Record<string, string>> = {}) => {
  const seen = await cliConfigurationReader().read(absolutePath(at('project')), {
    HOME: at('home'),
    XDG_DATA_DIRS: at('none'),
    ...variables
  })()
  if (E.isLeft(seen)) return seen.left
  return { ...seen.right, files: seen.right.files.map(({ path }) => path.replace(`${at('')}/`.replace('//', '/'), '')) }
}

test('of a folder the names that end in .tfrc or .tfrc.json, in their order, and of a file in its place none', async ({
  at
}) => {
  const names = ['b.tfrc', 'a.tfrc.json', 'c.tfrc.txt', 'd.xtfrc', 'e.tfrcx', 'f.tfrc.jsonx', '.tfrc', 'g.tfrcxjson']
  for (const name of names) file(at, `home/.terraform.d/${name}`)
  const some = ['home/.terraform.d/.tfrc', 'home/.terraform.d/a.tfrc.json', 'home/.terraform.d/b.tfrc']
  assert.equal(await read(at), { files: some, missing: undefined, impliedMirrors: [] })
  fs.rmSync(at('home/.terraform.d'), { recursive: true })
  file(at, 'home/.terraform.d')
  assert.equal(await read(at), { files: [], missing: undefined, impliedMirrors: [] })
})

test('a named file is found from the project, by the newer variable before the older one', async ({ at }) => {
  for (const name of ['new', 'old']) file(at, `project/${name}`)
  const both = { TF_CLI_CONFIG_FILE: 'new', TERRAFORM_CONFIG: 'old' }
  assert.equal(await read(at, both), { files: ['project/new'], missing: undefined, impliedMirrors: [] })
  assert.equal(await read(at, { TERRAFORM_CONFIG: 'old' }), {
    files: ['project/old'],
    missing: undefined,
    impliedMirrors: []
  })
  assert.equal(await read(at, { TF_CLI_CONFIG_FILE: 'gone' }), {
    files: [],
    missing: at('project/gone'),
    impliedMirrors: []
  })
})

/** The first four bytes of a program. Sources: ELF-64 Object File Format, Mach-O loader.h (both orders, and fat). */
const forms: ReadonlyArray<readonly [bytes: string, form: string]> = [
  ['7f454c46', 'ELF'],
  ['cffaedfe', 'Mach-O'],
  ['feedfacf', 'Mach-O'],
  ['cafebabe', 'Mach-O'],
  ['2321', 'script'],
  ['23212f62', 'script'],
  ['7f454c47', 'something else'],
  ['20232120', 'something else'],
  ['', 'something else']
]
for (const [bytes, form] of forms)
  test(`a program that begins with ${bytes || 'nothing'} has the form: ${form}`, async ({ at }) => {
    fs.writeFileSync(at('tofu'), Buffer.from(bytes, 'hex'), { mode: 0o755 })
    const found = await tofuFinder.find(absolutePath(at('project')), absolutePath(at('tofu')), undefined)()
    assert.equal(E.isRight(found) && [found.right.form, found.right.namesOpenTofu], [form, false])
  })

test('a folder in the place of a program is refused by name', async ({ root, at }) => {
  assert.equal(
    await tofuFinder.find(absolutePath(at('project')), absolutePath(root), undefined)(),
    E.left({ _tag: 'SystemRefused', path: root, code: 'ENOEXEC', message: 'it is not a regular file' })
  )
})

test.run()
