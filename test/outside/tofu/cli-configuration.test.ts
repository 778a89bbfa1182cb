import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { cliConfigurationReader } from '../../../src/outside/tofu/cli-configuration.ts'

const test = suite('where the CLI configuration is')

type Place = { readonly at: (path: string) => AbsolutePath; readonly write: (...paths: ReadonlyArray<string>) => void }

const inPlace = async (use: (place: Place) => Promise<void>): Promise<void> => {
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-cli-')))
  const at = (path: string): AbsolutePath => absolutePath(join(root, path))
  try {
    await use({
      at,
      write: (...paths) => {
        for (const path of paths) {
          fs.mkdirSync(dirname(at(path)), { recursive: true })
          fs.writeFileSync(at(path), `# ${path}\n`)
        }
      }
    })
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

const read = ({ at }: Place, variables: Readonly<Record<string, string>> = {}) =>
  cliConfigurationReader().read(at('project'), { HOME: at('home'), XDG_DATA_DIRS: at('share'), ...variables })()

const found = async (
  place: Place,
  variables: Readonly<Record<string, string>> = {}
): Promise<ReadonlyArray<string>> => {
  const seen = await read(place, variables)
  assert.ok(E.isRight(seen), JSON.stringify(seen))
  return E.isRight(seen) ? seen.right.files.map(({ text }) => text.trim().slice(2)) : []
}

/** What is there, and which of it is read, in the order of OpenTofu 1.12. */
const homes: Readonly<Record<string, readonly [there: ReadonlyArray<string>, read: ReadonlyArray<string>]>> = {
  nothing: [[], []],
  'the newer name before the older': [['home/.tofurc', 'home/.terraformrc'], ['home/.tofurc']],
  'the older name': [['home/.terraformrc'], ['home/.terraformrc']],
  'the files of the folder, too': [
    ['home/.tofurc', 'home/.terraform.d/b.tfrc', 'home/.terraform.d/a.tfrc.json', 'home/.terraform.d/c.txt'],
    ['home/.tofurc', 'home/.terraform.d/a.tfrc.json', 'home/.terraform.d/b.tfrc']
  ],
  'nothing of the XDG folder, which is not named': [['home/.config/opentofu/tofurc'], []]
}
for (const [what, [there, wanted]] of Object.entries(homes))
  test(`reads ${what}`, async () => {
    await inPlace(async (place) => {
      place.write(...there)
      assert.equal(await found(place), wanted)
    })
  })

test('reads the XDG folder where it is named and the home folder has none', async () => {
  await inPlace(async (place) => {
    place.write('xdg/opentofu/tofurc', 'xdg/opentofu/x.tfrc')
    assert.equal(await found(place, { XDG_CONFIG_HOME: place.at('xdg') }), [
      'xdg/opentofu/tofurc',
      'xdg/opentofu/x.tfrc'
    ])
    place.write('home/.terraformrc', 'home/.terraform.d/y.tfrc')
    assert.equal(await found(place, { XDG_CONFIG_HOME: place.at('xdg') }), [
      'home/.terraformrc',
      'home/.terraform.d/y.tfrc'
    ])
  })
})

test('reads the named file and no other, whether it is there or not', async () => {
  await inPlace(async (place) => {
    place.write('home/.tofurc', 'home/.terraform.d/x.tfrc', 'named', 'older')
    assert.equal(await found(place, { TF_CLI_CONFIG_FILE: place.at('named'), TERRAFORM_CONFIG: place.at('older') }), [
      'named'
    ])
    assert.equal(await found(place, { TF_CLI_CONFIG_FILE: '', TERRAFORM_CONFIG: place.at('older') }), ['older'])
    const seen = await read(place, { TF_CLI_CONFIG_FILE: place.at('nothing') })
    assert.equal(seen, E.right({ files: [], missing: place.at('nothing'), impliedMirrors: [] }))
  })
})

test('follows a link of the home folder, as OpenTofu does', async () => {
  await inPlace(async (place) => {
    place.write('dotfiles/tofurc', 'home/x')
    fs.symlinkSync(place.at('dotfiles/tofurc'), place.at('home/.tofurc'))
    assert.equal(await found(place), ['dotfiles/tofurc'])
  })
})

test('names the folders of providers that are there', async () => {
  await inPlace(async (place) => {
    const there = ['project/terraform.d', 'home/.terraform.d', 'home/.local/share/terraform', 'share/terraform']
    place.write(...there.map((folder) => `${folder}/plugins/x`))
    const seen = await read(place)
    assert.equal(
      E.isRight(seen) && seen.right.impliedMirrors,
      there.map((folder) => place.at(`${folder}/plugins`))
    )
  })
})

/** Folders of providers beside a project, and what is said of each. */
const folders: Readonly<Record<string, readonly [make: (place: Place) => string, why: RegExp | undefined]>> = {
  'that is the own': [({ at, write }) => (write('mirror/x'), at('mirror')), undefined],
  'that is not there': [({ at }) => at('mirror'), undefined],
  'in the checkout': [
    ({ at, write }) => (write('project/terraform.d/plugins/x'), at('project/terraform.d/plugins')),
    /in the checkout/
  ],
  'in the folder of a stack': [
    ({ at, write }) => (write('project/out/s/m/x'), at('project/out/s/m')),
    /in the checkout/
  ],
  'that a link of the checkout names': [
    ({ at, write }) => {
      write('mirror/x', 'project/x')
      fs.symlinkSync(at('mirror'), at('project/plugins'))
      return at('project/plugins')
    },
    /in the checkout/
  ],
  'that is a link into the checkout': [
    ({ at, write }) => {
      write('project/plugins/x')
      fs.symlinkSync(at('project/plugins'), at('mirror'))
      return at('mirror')
    },
    /in the checkout/
  ],
  'that everybody may write to': [
    ({ at, write }) => {
      write('mirror/x')
      fs.chmodSync(at('mirror'), 0o777)
      return at('mirror')
    },
    /mirror can be changed by others$/
  ],
  'that everybody may add to, as to a folder for temporary files': [
    ({ at, write }) => {
      write('mirror/x')
      fs.chmodSync(at('mirror'), 0o1777)
      return at('mirror')
    },
    /mirror can be changed by others$/
  ],
  'below one that everybody may write to': [
    ({ at, write }) => {
      write('open/mirror/x')
      fs.chmodSync(at('open'), 0o777)
      return at('open/mirror')
    },
    /open can be changed by others$/
  ]
}
for (const [what, [make, why]] of Object.entries(folders))
  test(`judges a mirror ${what}`, async () => {
    await inPlace(async (place) => {
      const path = make(place)
      const found = await cliConfigurationReader().distrusted(place.at('project'), [path])()
      assert.is(found.length, why === undefined ? 0 : 1)
      if (why !== undefined) assert.match(found[0]?.why ?? '', why)
    })
  })

const broken: Readonly<Record<string, (place: Place) => void>> = {
  'a folder': ({ at }) => fs.mkdirSync(at('named')),
  'a loop of links': ({ at }) => fs.symlinkSync(at('named'), at('named')),
  'a file that is too large': ({ at }) => fs.writeFileSync(at('named'), Buffer.alloc(5_000_000, 32))
}
for (const [what, make] of Object.entries(broken))
  test(`fails on ${what}`, async () => {
    await inPlace(async (place) => {
      make(place)
      const seen = await read(place, { TF_CLI_CONFIG_FILE: place.at('named') })
      assert.ok(E.isLeft(seen))
      assert.is(E.isLeft(seen) && seen.left.what, place.at('named'))
    })
  })

test.run()
