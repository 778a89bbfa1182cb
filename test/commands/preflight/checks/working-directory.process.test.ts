import { type AbsolutePath, absolutePath } from '../../../../src/diagnostics/kinds.ts'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { workingDirectory as files } from '../../../../src/outside/tofu/checkout.ts'
import type { Stage } from '../../../../src/commands/preflight/checks/directory/judge-directory.ts'
import type { Finding } from '../../../../src/diagnostics/finding.ts'
import { workingDirectory, workingDirectoryAt } from '../../../../src/commands/preflight/checks/working-directory.ts'
import { refusals, stagingIn } from '../staging-subject.ts'

const test = suite('the working directory')

/** What OpenTofu 1.12.6 left after `tofu init` on the emitted file of staging-eu. */
const sample = (name: string): string => fs.readFileSync(new URL(`samples/${name}`, import.meta.url), 'utf8')
const cached = sample('cached-backend.sample')
const lock = sample('lock-file.sample')

type Folder = {
  readonly at: (name: string) => string
  readonly write: (name: string, text: string) => void
  readonly remove: (name: string) => void
}

const inFolder = async (use: (project: AbsolutePath, folder: Folder) => Promise<void>): Promise<void> => {
  const project = absolutePath(fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-dir-'))))
  const at = (name: string): string => join(project, 'out/staging-eu', name)
  const write = (name: string, text: string): void => {
    fs.mkdirSync(dirname(at(name)), { recursive: true })
    fs.writeFileSync(at(name), text)
  }
  try {
    write('main.tf.json', stagingIn('/').file.text)
    write('.terraform.lock.hcl', lock)
    write('.terraform/terraform.tfstate', cached)
    write('.terraform/providers/registry.opentofu.org/hashicorp/aws/5.100.0/linux_amd64/provider', '')
    await use(project, { at, write, remove: (name) => fs.rmSync(at(name), { recursive: true }) })
  } finally {
    fs.rmSync(project, { recursive: true, force: true })
  }
}

const look = (project: AbsolutePath, stage: Stage = 'before plan'): Promise<ReadonlyArray<Finding>> =>
  workingDirectoryAt(stage)(stagingIn(project))({ directory: files() })()

test('passes as tofu init leaves it', async () => {
  await inFolder(async (project) => {
    assert.equal(
      (await look(project)).map(({ rule, outcome }) => [rule, outcome]),
      ['nothing-else-read', 'provider-locked', 'data-directory', 'backend-cached', 'workspace-default'].map((id) => [
        id,
        'passed'
      ])
    )
  })
})

const inLock =
  (from: string | RegExp, to: string) =>
  ({ write }: Folder): void => {
    assert.not.equal(lock.replace(from, to), lock)
    write('.terraform.lock.hcl', lock.replace(from, to))
  }
const accepted: Readonly<Record<string, (folder: Folder) => void>> = {
  "the build of OpenTofu's own registry": inLock(/h1:[^"]*/, 'h1:zef23ac/YWw9O2FepFWRs+my9iWWUkniL4dT4LnCKjU='),
  'what OpenTofu overlooks': ({ write }) => {
    for (const name of ['.hidden.tf', 'main.tf.json~', '#x.tf#', '.main.tf.json.swp', '.x.tftest.hcl', '.DS_Store'])
      write(name, 'x')
  },
  'what this project puts beside the file': ({ write }) => {
    for (const name of ['REVIEW.md', 'day0.tfplan']) write(name, 'x')
  },
  'the default workspace by its name': ({ write }) => write('.terraform/environment', 'default\n'),
  'an empty choice of workspace': ({ write }) => write('.terraform/environment', ''),
  'a provider that is linked from a mirror': ({ at, remove, write }) => {
    write('.mirror/provider', '')
    const place = '.terraform/providers/registry.opentofu.org/hashicorp/aws/5.100.0/linux_amd64'
    remove(place)
    fs.symlinkSync(at('.mirror'), at(place))
  },
  'a lock file with checksums of the registry': ({ write }) =>
    write(
      '.terraform.lock.hcl',
      lock.replace(
        'hashes = [',
        `hashes = [\n    "zh:054b8dd49f0549c9a7cc27d159e45327b7b65cf404da5e5a20da154b90b8a644",`
      )
    )
}
for (const [what, change] of Object.entries(accepted))
  test(`accepts ${what}`, async () => {
    await inFolder(async (project, folder) => {
      change(folder)
      assert.equal(refusals(await look(project)), [])
    })
  })

const extras: Readonly<Record<string, ReadonlyArray<string>>> = {
  'nothing-else-read': [
    'override.tf',
    'override.tf.json',
    'override.tofu',
    'override.tofu.json',
    'x_override.tf',
    'x_override.tf.json',
    'x_override.tofu',
    'main_override.tofu.json',
    'main.tofu.json',
    'main.tofu',
    'main.tf',
    'extra.tf',
    'extra.tf.json',
    'extra.tofu',
    'extra.tofu.json',
    'terraform.tfvars',
    'terraform.tfvars.json',
    'x.auto.tfvars',
    'x.auto.tfvars.json',
    'terraform.d/plugins/x',
    'a.tftest.hcl',
    'a.tftest.json',
    'a.tofutest.hcl',
    'a.tofutest.json',
    'tests/a.tftest.hcl',
    'tests/a.tofutest.json',
    '.hidden.auto.tfvars',
    '.auto.tfvars.json',
    'modules/x/main.tf',
    'x.tfvars',
    'README.md',
    'REVIEW.md/x',
    'review.md',
    'MAIN.tf.json',
    'main.tf.json.orig',
    'a.tfplan/x',
    'tfplan',
    'what.nobody.thought.of',
    'Tests/a.tftest.hcl',
    'a.TFTEST.hcl',
    'main.tf.json.tofu',
    'main.tf.json ',
    'main.tf.jsоn',
    'override.tf.json',
    'a_override.tf',
    'a.tfmock.hcl',
    'a.tfquery.hcl',
    'a.tfstack.hcl',
    'a.tfcomponent.hcl',
    'a.tfdeploy.hcl',
    'terragrunt.hcl',
    'terraform.rc',
    'cdktf.out/x',
    'vendor/x',
    'zz.plan.json'
  ],
  'no-local-state': [
    'terraform.tfstate',
    'terraform.tfstate.backup',
    'terraform.tfstate.1700000000.backup',
    'terraform.tfstate.d/x/terraform.tfstate',
    'errored.tfstate',
    'terraform.tfstate~',
    '.terraform.tfstate.lock.info'
  ],
  'data-directory': [
    '.terraform/plugin_path',
    '.terraform/modules/modules.json',
    '.terraform/plugins/x',
    '.terraform/x'
  ]
}
for (const [id, names] of Object.entries(extras))
  for (const name of names)
    test(`refuses ${name}`, async () => {
      await inFolder(async (project, { write }) => {
        write(name, '{}')
        const findings = await look(project)
        assert.equal(refusals(findings), [id])
        assert.match(
          findings.find(({ outcome }) => outcome === 'failed')?.actual ?? '',
          name.split('/').at(id === 'data-directory' ? 1 : 0) ?? '?'
        )
        assert.equal(refusals(await look(project, 'before init')), [id])
      })
    })

const effects: Readonly<Record<string, RegExp>> = {
  'main.tofu.json': /instead of the emitted file/,
  'override.tf.json': /replace what the emitted file says/,
  'x_override.tofu': /replace what the emitted file says/,
  'a.tofutest.hcl': /reads it as a test and fetches the modules/,
  'tests/a.tftest.hcl': /reads the tests in it, and fetches the modules and providers that they name/,
  '.x.auto.tfvars': /takes values from it/,
  'notes.txt': /a regular file that neither OpenTofu nor this project puts there/
}
for (const [name, effect] of Object.entries(effects))
  test(`says what ${name} would do`, async () => {
    await inFolder(async (project, { write }) => {
      write(name, '{}')
      assert.match((await look(project)).find(({ outcome }) => outcome === 'failed')?.actual ?? '', effect)
    })
  })

const link = (folder: Folder, name: string): void => {
  fs.renameSync(folder.at(name), folder.at('.moved'))
  fs.symlinkSync(folder.at('.moved'), folder.at(name))
}
const inCache =
  (from: string, to: string) =>
  ({ write }: Folder): void => {
    assert.ok(cached.includes(from))
    write('.terraform/terraform.tfstate', cached.replace(from, to))
  }
/** What is wrong at both stages. */
const wrong: Readonly<Record<string, readonly [change: (folder: Folder) => void, id: string]>> = {
  'no emitted file': [({ remove }) => remove('main.tf.json'), 'nothing-else-read'],
  'a link to the emitted file': [(folder) => link(folder, 'main.tf.json'), 'nothing-else-read'],
  'a link to another folder': [({ at }) => fs.symlinkSync('/tmp', at('linked')), 'nothing-else-read'],
  'a named pipe': [({ at }) => void execFileSync('mkfifo', [at('pipe')]), 'nothing-else-read'],
  'a link in place of the lock file': [(folder) => link(folder, '.terraform.lock.hcl'), 'provider-locked'],
  'another version': [inLock('version     = "5.100.0"', 'version     = "5.99.0"'), 'provider-locked'],
  'a provider of that name from elsewhere': [
    inLock('registry.opentofu.org', 'registry.example.com'),
    'provider-locked'
  ],
  'a second provider': [
    inLock('provider "', 'provider "registry.opentofu.org/x/y" {\n}\nprovider "'),
    'provider-locked'
  ],
  'the provider twice': [inLock(/(provider [^]*)/, '$1$1'), 'provider-locked'],
  'no version': [inLock(/ {2}version .*\n/, ''), 'provider-locked'],
  'foreign constraints': [inLock('constraints = "5.100.0"', 'constraints = "~> 5.0"'), 'provider-locked'],
  'constraints twice': [inLock(/( {2}constraints .*\n)/, '$1$1'), 'provider-locked'],
  'a key that OpenTofu does not write': [inLock(/( {2}version .*\n)/, '$1  source = "x"\n'), 'provider-locked'],
  'a second version': [inLock(/( {2}version .*\n)/, '$1$1'), 'provider-locked'],
  'no checksum': [inLock(/ {4}"h1.*\n/, ''), 'provider-locked'],
  'no checksums at all': [inLock(/ {2}hashes = \[[^\]]*\]/, ''), 'provider-locked'],
  'a checksum of another form': [inLock('"h1:', '"h9:'), 'provider-locked'],
  'a checksum of something else': [inLock(/h1:[^"]*/, `h1:${'A'.repeat(43)}=`), 'provider-released'],
  'an archive of something else': [inLock(/h1:[^"]*/, `zh:${'0'.repeat(64)}`), 'provider-released'],
  'a checksum of something else beside the right one': [
    inLock(/( {4}"h1.*\n)/, `$1    "zh:${'0'.repeat(64)}",\n`),
    'provider-released'
  ],
  'a checksum of another release': [
    inLock(/h1:[^"]*/, 'h1:s/WaduPnAJ6EZvKS1XRCMylfpEPNhDGXKbt/MlbVaxo='),
    'provider-released'
  ],
  'an expression in the lock file': [inLock('"5.100.0"', 'var.x'), 'provider-locked'],
  'a lock file that is not one': [({ write }) => write('.terraform.lock.hcl', '\0\0'), 'provider-locked'],
  'a link in place of .terraform': [(folder) => link(folder, '.terraform'), 'data-directory'],
  'a file in place of the providers': [
    ({ remove, write }) => {
      remove('.terraform/providers')
      write('.terraform/providers', '')
    },
    'data-directory'
  ],
  'another bucket in the cache': [inCache('"zenthea-staging-eu-tfstate"', '"zenthea-other-tfstate"'), 'backend-cached'],
  'another key in the cache': [inCache('staging/eu/terraform', 'production/eu/terraform'), 'backend-cached'],
  'another table in the cache': [inCache('"zenthea-staging-eu-tflock"', '"other"'), 'backend-cached'],
  'no table in the cache': [inCache('"zenthea-staging-eu-tflock"', 'null'), 'backend-cached'],
  'another account in the cache': [inCache('"111122223333"\n', '"444455556666"\n'), 'backend-cached'],
  'one more account in the cache': [
    inCache('"111122223333"\n', '"111122223333",\n                "444455556666"\n'),
    'backend-cached'
  ],
  'another region in the cache': [inCache('"eu-central-1"', '"us-east-1"'), 'backend-cached'],
  'no encryption in the cache': [inCache('"encrypt": true', '"encrypt": false'), 'backend-cached'],
  'a workspace prefix in the cache': [
    inCache('"workspace_key_prefix": null', '"workspace_key_prefix": "x"'),
    'backend-cached'
  ],
  'a skipped check in the cache': [
    inCache('"skip_requesting_account_id": null', '"skip_requesting_account_id": true'),
    'backend-cached'
  ],
  'an endpoint in the cache': [inCache('"endpoint": null', '"endpoint": "http://x"'), 'backend-cached'],
  'a profile in the cache': [inCache('"profile": null', '"profile": "x"'), 'backend-cached'],
  'a role in the cache': [inCache('"role_arn": null', '"role_arn": "x"'), 'backend-cached'],
  'a local backend in the cache': [inCache('"type": "s3"', '"type": "local"'), 'backend-cached'],
  'another form of the cache': [inCache('"version": 3', '"version": 4'), 'backend-cached'],
  'a key twice in the cache': [inCache('"bucket":', '"bucket": "other",\n            "bucket":'), 'backend-cached'],
  'a backend twice in the cache, in capitals': [
    inCache('"backend":', '"Backend": { "type": "local" },\n    "backend":'),
    'backend-cached'
  ],
  'a cache that is not one': [({ write }) => write('.terraform/terraform.tfstate', '{'), 'backend-cached'],
  'a cache that is larger than any': [
    ({ write }) => write('.terraform/terraform.tfstate', cached + ' '.repeat(5_000_000)),
    'backend-cached'
  ],
  // A byte order mark is a part of what OpenTofu reads; with it, each of these is another text.
  'a byte order mark before the cache': [
    ({ write }) => write('.terraform/terraform.tfstate', `\uFEFF${cached}`),
    'backend-cached'
  ],
  'a byte order mark before the workspace': [
    ({ write }) => write('.terraform/environment', '\uFEFFdefault'),
    'workspace-default'
  ],
  'another workspace': [({ write }) => write('.terraform/environment', 'other'), 'workspace-default']
}
for (const [what, [change, id]] of Object.entries(wrong))
  test(`refuses ${what}`, async () => {
    await inFolder(async (project, folder) => {
      change(folder)
      for (const stage of ['before init', 'before plan'] as const)
        assert.ok(refusals(await look(project, stage)).includes(id), stage)
    })
  })

/** What init has still to make. */
const early: Readonly<Record<string, readonly [names: ReadonlyArray<string>, ids: ReadonlyArray<string>]>> = {
  'nothing of what init makes': [
    ['.terraform', '.terraform.lock.hcl'],
    ['initialised', 'initialised', 'initialised']
  ],
  'no lock file': [['.terraform.lock.hcl'], ['initialised']],
  'no cached backend': [['.terraform/terraform.tfstate'], ['initialised']]
}
for (const [what, [names, ids]] of Object.entries(early)) {
  test(`before plan, refuses ${what}`, async () => {
    await inFolder(async (project, { remove }) => {
      names.forEach(remove)
      const findings = await workingDirectory(stagingIn(project))({ directory: files() })()
      assert.equal(refusals(findings), ids)
      for (const finding of findings)
        if (finding.outcome === 'failed') assert.match(finding.remedy, 'npm run tofu -- stacks/staging-eu.ts init')
    })
  })
  test(`before init, accepts ${what}`, async () => {
    await inFolder(async (project, { remove }) => {
      names.forEach(remove)
      assert.equal(refusals(await look(project, 'before init')), [])
    })
  })
}

for (const stage of ['before init', 'before plan', 'guarded', 'in a run'] as const)
  test(`refuses a release without a hash in the charter, ${stage}`, async () => {
    await inFolder(async (project) => {
      const found = await workingDirectoryAt(stage)({ ...stagingIn(project), providerBuilds: [] })({
        directory: files()
      })()
      const [finding, ...others] = found.filter(({ outcome }) => outcome === 'failed')
      assert.equal([finding?.rule, finding?.actual], ['provider-released', 'the charter lists no hash of 5.100.0'])
      assert.equal(others, [])
      assert.match(finding?.outcome === 'failed' ? finding.remedy : '', 'src/charter/j-7-0/provider-releases.ts')
    })
  })

for (const name of ['.hidden.tf', 'REVIEW.md', 'a.tfplan', 'main.tf.json~'])
  test(`in the folder of a run, where no person works, refuses ${name}`, async () => {
    await inFolder(async (project, { write }) => {
      assert.equal(refusals(await look(project, 'in a run')), [])
      write(name, 'x')
      assert.equal(refusals(await look(project)), [])
      assert.equal(refusals(await look(project, 'in a run')), ['nothing-else-read'])
    })
  })

test('refuses a folder that is not there, at both stages', async () => {
  await inFolder(async (project) => {
    fs.rmSync(join(project, 'out'), { recursive: true })
    assert.ok(refusals(await look(project)).includes('nothing-else-read'))
    assert.equal(refusals(await look(project, 'before init')), ['nothing-else-read'])
  })
})

test('refuses a link on the way, even to the right folder', async () => {
  await inFolder(async (project) => {
    fs.renameSync(join(project, 'out'), join(project, 'moved'))
    fs.symlinkSync('moved', join(project, 'out'))
    assert.equal(refusals(await look(project)), [
      'nothing-else-read',
      'provider-locked',
      'data-directory',
      'backend-cached',
      'workspace-default'
    ])
  })
})

test('names each setting that differs, and shows no value that can be a secret', async () => {
  await inFolder(async (project, folder) => {
    folder.write(
      '.terraform/terraform.tfstate',
      cached.replace('"secret_key": null', '"secret_key": "hidden"').replace('"token": null', '"token": "hidden"')
    )
    const findings = await look(project)
    assert.equal(refusals(findings), ['backend-cached', 'backend-cached'])
    assert.match(JSON.stringify(findings), /secret_key[^]*token/)
    assert.not.match(JSON.stringify(findings), 'hidden')
  })
})

test.run()
