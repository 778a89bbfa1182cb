import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import { type PreflightWorld, healthyWorld, preflightIn } from '../../support/preflight-world.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('the screens of preflight about the checkout and this machine')

/** What is said in a world that is healthy but for this. */
const saidIn =
  (change: (world: PreflightWorld) => unknown, ...argv: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<string>> => {
    const world = healthyWorld()
    change(world)
    const { code, out, err } = await preflightIn(world, argv)
    return [...err.split('\n').filter((line) => line !== ''), ...out.trimEnd().split('\n'), `exit code ${code}`]
  }
/** The same as a document, with a line for each of its keys and each finding. */
const documentIn =
  (...how: Parameters<typeof saidIn>): Screen =>
  async () => {
    const lines = await saidIn(...how)()
    const document = JSON.parse(lines.slice(0, -1).join('\n')) as Readonly<Record<string, unknown>>
    return Object.entries(document).flatMap(([key, value]) =>
      Array.isArray(value)
        ? [`${key}:`, ...value.map((one) => `  ${JSON.stringify(one).replaceAll('{"id"', '\n    {"id"')}`)]
        : [`${key}: ${JSON.stringify(value)}`]
    )
  }
const changed =
  (path: string, change: (text: string) => string) =>
  ({ files }: PreflightWorld): void =>
    void files.set(path, change(files.get(path) ?? ''))
const all =
  (...changes: ReadonlyArray<(world: PreflightWorld) => unknown>) =>
  (world: PreflightWorld): void =>
    changes.forEach((change) => change(world))
const crlf = (text: string): string => text.replaceAll('\n', '\r\n')

const FILE = 'out/staging-eu/main.tf.json'
const LOCK = 'out/staging-eu/.terraform.lock.hcl'
const CACHE = 'out/staging-eu/.terraform/terraform.tfstate'
const STACK = 'stacks/staging-eu.ts'
const OTHER = 'stacks/production-eu.ts'
const directory = ['--check', 'working-directory'] as const
const reviewed = ['--check', 'reviewed-file'] as const
const environment = ['--check', 'environment'] as const

readsAs(test, new URL('checkout-screens.txt', import.meta.url), {
  'a folder that is not there': saidIn(
    ({ files }) => [...files.keys()].filter((path) => path.startsWith('out/')).forEach((path) => files.delete(path)),
    ...directory
  ),
  'a folder that is not initialised': saidIn(
    (world) => {
      world.files.delete(LOCK)
      world.files.delete(CACHE)
      world.data = []
    },
    ...directory
  ),
  'a folder in which nothing can be read': saidIn(
    (world) => {
      for (const path of [LOCK, CACHE, 'out/staging-eu/.terraform/environment']) world.unread.set(path, 'it is a link')
    },
    ...directory
  ),
  'a folder with other things in it': saidIn(
    (world) => {
      world.files.delete(FILE)
      world.more = [
        ['main.tf.json', 'folder'],
        ...['errored.tfstate', 'terraform.tfstate.backup', 'a b.tfstate', '.x.lock.info'].map(
          (name) => [name, 'regular file'] as const
        ),
        ...['a.tftest.hcl', 'b.tofutest.json', 'main.tofu', 'a_override.tf', 'more.tf.json', 'terraform.tfvars'].map(
          (name) => [name, 'regular file'] as const
        ),
        ...['x.auto.tfvars', 'x.tfvars.json', 'notes.txt', '.auto.tfvars', 'plan one.tfplan'].map(
          (name) => [name, 'regular file'] as const
        ),
        ...['.hidden', 'a~', '#a#', 'ok.tfplan'].map((name) => [name, 'regular file'] as const),
        ...['tests', 'terraform.d', 'modules', 'REVIEW', 'x.tfplan'].map((name) => [name, 'folder'] as const),
        ['link', 'symbolic link'],
        ['pipe', 'special file']
      ]
      world.data = [
        ...world.data,
        ['plugins', 'folder'],
        ['plugin_path', 'regular file'],
        ['modules', 'folder'],
        ['odd', 'special file'],
        ['environment', 'folder']
      ]
      world.files.set('out/staging-eu/.terraform/environment', ' other\n')
    },
    ...directory
  ),
  'the default workspace by its name': saidIn(
    ({ files }) => files.set('out/staging-eu/.terraform/environment', 'default\n'),
    ...directory
  ),
  'another backend that is cached': saidIn(
    changed(CACHE, (text) => {
      const cached = JSON.parse(text) as { backend: { config: object } }
      const config = { ...cached.backend.config, bucket: 'another', region: null, use_lockfile: true, profile: 'mine' }
      return `${JSON.stringify({ ...cached, backend: { ...cached.backend, config } }, null, 4)}\n`
    }),
    ...directory
  ),
  'a cached backend of another form': saidIn(
    changed(CACHE, (text) => `${text} `),
    ...directory
  ),
  'a lock file that binds nothing right': saidIn(
    changed(
      LOCK,
      (text) =>
        text
          .replace('version     = "5.100.0"', 'version     = "5.99.0"')
          .replace('constraints = "5.100.0"', 'constraints = "~> 5"')
          .replace(/hashes = \[[^]*\]/, 'hashes = []\n  extra = "x"') +
        '\nprovider "registry.opentofu.org/hashicorp/random" {\n  version = "1.0.0"\n}\n'
    ),
    ...directory
  ),
  'a lock file without the provider, one with it twice, and one of another language': async () => {
    const text = healthyWorld().files.get(LOCK) ?? ''
    const bodies = ['', `${text}\n${text}`, 'a = [', text.replace(/version .*\n/, '')]
    const screens = await Promise.all(
      bodies.map((body) =>
        saidIn(
          changed(LOCK, () => body),
          ...directory
        )()
      )
    )
    return screens.flatMap((lines) => lines.filter((line) => /actual|to do/.test(line)))
  },
  'a lock file with a hash of another build': saidIn(
    changed(LOCK, (text) => text.replace(/"h1:[^"]*"/, `"h1:${'A'.repeat(43)}="`)),
    ...directory
  ),
  'nothing committed, and no repository': saidIn(
    (world) => {
      world.head = E.left({ what: 'the repository', cause: 'not a git repository' })
    },
    ...reviewed
  ),
  'a repository of another user': saidIn(
    (world) => {
      world.head = E.left({ what: 'the repository', cause: 'dubious ownership', remedy: 'Trust it: git config x' })
    },
    ...reviewed
  ),
  'files that are not as the stack emits them': saidIn(
    all(
      changed(FILE, (text) => `${text} `),
      changed('out/staging-eu/REVIEW.md', crlf)
    ),
    ...reviewed
  ),
  'files that are gone or cannot be read': saidIn(
    ({ files, unread }) => {
      files.delete(FILE)
      unread.set('out/staging-eu/REVIEW.md', 'it is a link')
    },
    ...reviewed
  ),
  'files that no commit has': saidIn(
    ({ committed }) => {
      for (const path of [FILE, 'out/staging-eu/REVIEW.md', STACK, LOCK]) committed.delete(path)
    },
    ...reviewed
  ),
  'pointers of Git LFS in the place of the files': saidIn(
    (world) => {
      const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`
      world.files.set(FILE, pointer)
      world.committed.set('out/staging-eu/REVIEW.md', pointer)
    },
    ...reviewed
  ),
  'files with local changes, also by line ends': saidIn(
    ({ committed, evaluated }) => {
      committed.set(FILE, 'another')
      committed.set(STACK, 'line\none\n')
      evaluated.set(STACK, 'line\r\none\r\n')
      committed.set(LOCK, 'another')
    },
    ...reviewed
  ),
  'changes that are staged': saidIn(
    ({ staged }) => {
      staged.set(FILE, [])
      staged.set('out/staging-eu/REVIEW.md', ['1', '2'])
      staged.set(STACK, ['100644 another'])
      staged.set(LOCK, ['100755 another'])
    },
    ...reviewed
  ),
  'other stacks that are not as committed': saidIn(
    (world) => {
      for (const name of ['a', 'b', 'c d']) world.committed.set(`stacks/${name}.ts`, 'line\n')
      world.evaluated.set('stacks/b.ts', 'line\r\n')
      world.evaluated.set('stacks/c d.ts', 'changed')
    },
    ...reviewed
  ),
  'stacks that could not be read when they were evaluated': saidIn(
    ({ notEvaluated }) => {
      notEvaluated.set(STACK, 'it is a link')
      notEvaluated.set(OTHER, 'it is larger than 1 MiB')
    },
    ...reviewed
  ),
  'a commit whose objects git cannot give': saidIn(
    (world) => void (world.noObjects = { what: 'git cat-file', cause: 'no answer within 10 seconds' }),
    ...reviewed
  ),
  'a commit with a link in stacks/': saidIn(
    (world) =>
      void (world.noObjects = { what: 'stacks/link.ts', cause: 'it is not a regular file (its mode is 120000)' }),
    ...reviewed
  ),
  'a commit with a link in the stacks/ of a folder, and beside a folder of another name': async () => {
    const said = await Promise.all(
      ['services/b/stacks', 'mystacks/link.ts', 'stacks-of-old/link.ts'].map((what) =>
        saidIn((world) => void (world.noObjects = { what, cause: 'it is not a regular file' }), ...reviewed)()
      )
    )
    return said.flatMap((lines) => lines.filter((line) => /cannot be read|to do/.test(line)))
  },
  'a commit whose objects git cannot give, with a way out': saidIn(
    (world) => void (world.noObjects = { what: 'an object', cause: 'it is not here', remedy: 'Fetch it: git fetch' }),
    ...reviewed
  ),
  'another project in the same commit': saidIn(
    (world) => void (world.otherProjects = [{ folder: 'services/b/', stack: 'b-eu' }]),
    ...reviewed
  ),
  'no other stack': saidIn(({ committed }) => committed.delete(OTHER), ...reviewed),
  'variables that change what OpenTofu does': saidIn(
    ({ variables }) => {
      Object.assign(variables, {
        ...{ TF_CLI_ARGS_plan: '-lock=false', TF_WORKSPACE: 'x', TF_DATA_DIR: 'x', TF_ENCRYPTION: 'x', TF_VAR_a: '' },
        ...{ TF_REATTACH_PROVIDERS: 'x', TF_PLUGIN_CACHE_DIR: 'x', TF_STATE_PERSIST_INTERVAL: '', TOFU_X_A: '1' },
        ...{
          TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: '1',
          TF_DISABLE_PLUGIN_TLS: '1',
          TF_AWS_DEFAULT_TAGS_A: 'b'
        },
        ...{
          TERRAFORM_OTHER: '1',
          AWS_SSE_CUSTOMER_KEY: 'x',
          GODEBUG: 'x',
          TF_CLI_CONFIG_FILE: 'x',
          TERRAFORM_CONFIG: 'y'
        }
      })
    },
    ...environment
  ),
  'variables that do no harm': saidIn(
    ({ variables }) => {
      Object.assign(variables, {
        TF_LOG_PATH: 'x',
        TF_INPUT: '0',
        TF_TOKEN_a: 'x',
        TF_REGISTRY_CLIENT_TIMEOUT: '9',
        TF_WORKSPACE: ''
      })
    },
    ...environment
  ),
  'settings of npm that are not known': saidIn(
    ({ files }) => files.set('.npmrc', 'audit-level=low\nnode-options=--require x\nscript shell=x\n'),
    ...environment
  ),
  'settings of npm that cannot be read': saidIn(({ unread }) => unread.set('.npmrc', 'it is a link'), ...environment),
  'a CLI configuration with settings that are refused': saidIn(
    (world) => {
      const text = [
        'disable_checkpoint = true',
        'plugin_cache_dir = "x"',
        'plugin_cache_may_break_dependency_lock_file = true',
        ...['host', 'credentials_helper', 'oci_default_credentials', 'oci_credentials', 'providers', 'odd'].map(
          (name) => `${name} "x" {}`
        ),
        'provider_installation {',
        '  dev_overrides {}',
        '  other {}',
        '  direct = "x"',
        '  direct {\n    x = "y"\n  }',
        '  filesystem_mirror {\n    path = "relative"\n  }',
        '  network_mirror {\n    url = "http://mirror.example/"\n  }',
        '}'
      ]
      world.cli = {
        files: [
          { path: '~/.tofurc', text: `${text.join('\n')}\n` },
          { path: '~/other.tfrc', text: 'a = [' }
        ],
        impliedMirrors: []
      }
    },
    ...environment
  ),
  'mirrors that are taken': saidIn(
    (world) => {
      const text =
        'provider_installation {\n  filesystem_mirror {\n    path = "/srv/mirror"\n  }\n  network_mirror {\n    url = "https://mirror.example/a/"\n  }\n  direct {}\n}\n'
      world.cli = { files: [{ path: '~/.tofurc', text }], impliedMirrors: ['/usr/share/x'] }
    },
    ...environment
  ),
  'folders that OpenTofu looks into by itself, and a file that is not there': saidIn(
    (world) => {
      world.cli = { files: [], missing: '~/gone.tfrc', impliedMirrors: ['/usr/share/terraform/plugins', '/srv/b'] }
    },
    ...environment
  ),
  'a mirror that others can change': saidIn(
    (world) => {
      world.distrusted = [{ path: '/srv/mirror', why: 'others can change it' }]
    },
    ...environment
  ),
  'what the guard would refuse': saidIn((world) => {
    Object.assign(world.variables, { CI: 'true' })
    world.credentials = E.right(14)
    world.changeable = ['/project/out']
    world.left = ['/run/a/errored.tfstate']
    world.folders = E.left({ _tag: 'NotPrivate', path: '/run/state', why: 'can be read by others' })
    world.tofu = E.left({ _tag: 'NoTofu' })
  }),
  'a tofu that the guard would refuse': saidIn((world) => {
    if (E.isRight(world.tofu))
      world.tofu = E.right({ ...world.tofu.right, isInCheckout: true, form: 'script', changeable: ['/opt' as never] })
  }),
  'a document': documentIn(() => undefined, '--json'),
  'a document of one check that is refused': documentIn(
    (world) => {
      world.caller = E.right({ account: '111122223333', arn: 'arn:aws:iam::111122223333:user/jane' })
      world.files.set('out/staging-eu/.terraform/environment', 'other')
    },
    '--json',
    '--check',
    'bucket'
  )
})

test.run()
