import * as E from 'fp-ts/lib/Either.js'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import * as row from '../../../src/commands/doctor/rows.ts'
import { type AbsolutePath, momentAt } from '../../../src/diagnostics/kinds.ts'
import type { PrivateFailure } from '../../../src/outside/files/files.port.ts'
import type { TofuBinary } from '../../../src/outside/tofu/tofu.port.ts'
import { clock } from '../../../src/outside/process/clock.ts'
import { commitId, digest } from '../../support/kinds.ts'
import { emittedStaging } from '../../support/wanted.ts'

const test = suite('the rows of doctor')

const ok = (name: string, says: string) => ({ name, ok: true, says })
const no = (name: string, says: string, remedy: string, word: string) => ({ name, ok: false, says, remedy, word })

test('git: the commit, or the words of git and what to do', () => {
  const head = { commit: commitId('0123456789abcdef0123456789abcdef01234567') }
  assert.equal(row.git(E.right(head as never)), ok('git', 'at the commit 0123456789ab'))
  const failure = { what: 'git rev-parse', cause: 'not a git repository' }
  assert.equal(
    row.git(E.left(failure)),
    no(
      'git',
      'git rev-parse: not a git repository',
      'Install git, and work in a clone: only what was committed is applied.',
      'repository'
    )
  )
  assert.is(row.git(E.left({ ...failure, remedy: 'Do this.' })).remedy, 'Do this.')
})

/** The oldest Node of package.json is one minor of one major: the next of each is new enough. */
const versions: Readonly<Record<string, boolean>> = {
  '20.19.0': true,
  '20.20.0': true,
  '20.18.9': false,
  '19.99.0': false,
  '21.0.0': true,
  '9.20.0': false,
  '100.0.0': true
}
for (const [version, isRight] of Object.entries(versions))
  test(`Node ${version} is ${isRight ? 'new enough' : 'too old'}`, () => {
    assert.is(row.node(version, [20, 19]).ok, isRight)
  })

test('the oldest Node is the one of package.json', () => {
  const { engines } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')) as {
    readonly engines: { readonly node: string }
  }
  assert.is(`>=${row.OLDEST_NODE.join('.')}`, engines.node)
})

const binary: TofuBinary = {
  path: '/usr/bin/tofu',
  realPath: '/usr/bin/tofu',
  isInCheckout: false,
  form: 'ELF',
  namesOpenTofu: true,
  changeable: [],
  sha256: digest('0123456789abcdef')
}

test('tofu: where it is and where it really is, why there is none, and the first thing against it', () => {
  assert.equal(row.tofu(E.right(binary)), ok('tofu', '/usr/bin/tofu, sha256 0123456789ab'))
  const linked = { ...binary, realPath: '/usr/local/lib/tofu' as AbsolutePath }
  assert.is(row.tofu(E.right(linked)).says, '/usr/bin/tofu, which is /usr/local/lib/tofu, sha256 0123456789ab')
  assert.equal(
    row.tofu(E.left({ _tag: 'NoTofu' })),
    no('tofu', 'none on PATH', 'Install a release of OpenTofu, or name it: --tofu PATH', 'tofu-itself')
  )
  assert.equal(
    row.tofu(E.left({ _tag: 'SystemRefused', path: '/x/tofu', code: 'EACCES', message: 'permission denied' })),
    no('tofu', '/x/tofu: permission denied', 'Name the tofu of this machine: --tofu PATH', 'tofu-itself')
  )
  const script = row.tofu(E.right({ ...binary, form: 'script', namesOpenTofu: false }))
  assert.not.ok(script.ok)
  assert.not.match(script.says, 'sha256')
})

const fileWith = (text: string) => ({ files: [{ path: '~/.tofurc', text }], missing: undefined, impliedMirrors: [] })

test('provider source: from where OpenTofu takes the provider, or the first thing against it and the rules of the next', () => {
  assert.equal(
    row.providerSource(E.right(fileWith('provider_installation {\n  direct {}\n}\n')), []),
    ok('provider source', 'the registry of the provider (~/.tofurc)')
  )
  assert.equal(
    row.providerSource(E.left({ what: '~/.tofurc', cause: 'permission denied' }), []),
    no(
      'provider source',
      '~/.tofurc: permission denied',
      'Make the CLI configuration readable.',
      'cli-configuration-read'
    )
  )
  const folders = ['/a', '/b'].map((path) => ({ path, why: 'others can change it' }))
  assert.equal(
    row.providerSource(E.right(fileWith('')), folders),
    no(
      'provider source',
      'the mirror /a: others can change it',
      'Move /a to a folder that only this user or root can change, and name it there as a filesystem_mirror; or remove it, and the registry is asked.',
      'provider-source'
    )
  )
  assert.equal(
    row.providerSource(E.right(fileWith('plugin_cache_dir = "/c"\n')), folders),
    no(
      'provider source',
      '~/.tofurc sets plugin_cache_dir (the provider is run from a folder that other projects write to); refused next: provider-source',
      'Remove plugin_cache_dir, or name another file in TF_CLI_CONFIG_FILE.',
      'cli-configuration'
    )
  )
})

test('credentials: which source there is by its name, and that it is not used', () => {
  const [shared, route] = [
    { config: {}, credentials: {} },
    { proxy: undefined, caBundle: undefined }
  ]
  const keys = { AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE', AWS_SECRET_ACCESS_KEY: 'a-secret', AWS_SESSION_TOKEN: 't' }
  assert.equal(
    row.credentials(keys, shared, route),
    ok('credentials', 'the keys of a session in the environment, not used here')
  )
  const profile = { config: { profile: {} }, credentials: {} } as never
  assert.match(row.credentials({ AWS_PROFILE: 'mine' }, profile, route).says, /mine/)
  const all = { ...keys, AWS_PROFILE: 'mine', HTTPS_PROXY: 'http://p.example:1', AWS_CA_BUNDLE: '/ca.pem' }
  const found = row.credentials(all, profile, route)
  assert.match(found.says, /; refused next: proxy-named, ca-bundle-named$/)
  assert.is(found.word, 'credentials-of-one-source')
})

const NOT_PRIVATE: PrivateFailure = { _tag: 'NotPrivate', path: '/x', why: 'can be changed by others' }
const REFUSED: PrivateFailure = { _tag: 'SystemRefused', path: '/x', code: 'ENOSPC', message: 'no space is left' }

test('private folders: both by their paths, or the first that is wrong by its own word', () => {
  const [state, temporary] = [E.right('/state'), E.right('/tmp')]
  assert.equal(row.privateFolders(state, temporary), ok('private folders', '/state, /tmp'))
  for (const [one, other, word] of [
    [E.left(NOT_PRIVATE), temporary, 'not-private'],
    [state, E.left(NOT_PRIVATE), 'not-private'],
    [E.left(REFUSED), temporary, 'system-refused'],
    [E.left(REFUSED), E.left(NOT_PRIVATE), 'system-refused']
  ] as const) {
    const found = row.privateFolders(one, other)
    assert.equal([found.ok, found.word], [false, word])
    assert.match(found.says, '/x')
    assert.ok((found.remedy ?? '') !== '')
  }
})

test('evidence: its folder, or why it cannot be kept there, by its own word', () => {
  assert.equal(row.evidence(E.right('/state/evidence')), ok('evidence', '/state/evidence'))
  assert.is(row.evidence(E.left(NOT_PRIVATE)).word, 'not-private')
  assert.is(row.evidence(E.left(REFUSED)).word, 'system-refused')
  assert.not.ok(row.evidence(E.left(REFUSED)).ok)
})

test('clock: five minutes behind a file of the checkout are bearable, as AWS bears them, and no more', () => {
  const now = momentAt(Date.parse('2026-01-31T12:00:00Z'))
  const after = (millis: number) => row.clock(now, momentAt(now + millis), clock.written)
  for (const millis of [-86_400_000, 0, 300_000])
    assert.equal(after(millis), ok('clock', '2026-01-31T12:00:00.000Z, not before any file of this checkout'))
  assert.equal(
    after(300_001),
    no(
      'clock',
      '2026-01-31T12:00:00.000Z, and a file of this checkout is of 2026-01-31T12:05:00.001Z',
      'Set the clock by NTP: AWS refuses a signature that is five minutes off.',
      'clock-wrong'
    )
  )
})

test('terminal: whether a person can be asked', () => {
  assert.equal(row.terminal(true), ok('terminal', 'a person can be asked'))
  assert.equal(
    row.terminal(false),
    no(
      'terminal',
      'input or output is not a terminal',
      'Run it by hand in a terminal: seed and apply ask a person (J.7.0 §2).',
      'terminal'
    )
  )
})

test('stacks: how many are valid, or the first that is refused and how many more', () => {
  const valid = { source: 'stacks/a.ts', file: E.right(emittedStaging()) } as never
  const refused = (source: string) => ({ source, file: E.left([]) }) as never
  assert.equal(row.stacks([]), no('stacks', 'none in stacks/', 'npm run new', 'no-stacks'))
  assert.equal(row.stacks([valid, valid]), ok('stacks', '2 valid'))
  assert.equal(
    row.stacks([valid, refused('stacks/b.ts')]),
    no('stacks', 'stacks/b.ts is refused', 'npm run emit', 'neighbour-known')
  )
  assert.is(
    row.stacks([refused('stacks/b.ts'), valid, refused('stacks/c.ts'), refused('stacks/d.ts')]).says,
    'stacks/b.ts is refused, and 2 more'
  )
})

test('stacks: how many of them name a release of the provider that no test was run with', () => {
  const file = emittedStaging()
  const accepted = (awsProvider: string) => {
    const versions = { ...file.declaration.versions, awsProvider, acceptedProof: 'checked against its schema, not run' }
    return {
      source: 'stacks/a.ts',
      file: E.right({ ...file, declaration: { ...file.declaration, versions } })
    } as never
  }
  const plain = { source: 'stacks/b.ts', file: E.right(file) } as never
  assert.is(
    row.stacks([accepted('6.1.0'), plain, accepted('6.1.0'), accepted('6.2.0')]).says,
    '4 valid; 2 of them with the AWS provider 6.1.0, checked against its schema, not run; 1 of them with the AWS provider 6.2.0, checked against its schema, not run'
  )
})

test.run()
