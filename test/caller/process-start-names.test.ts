import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { processStart } from '../../src/caller/process-start.ts'
import type { Variables } from '../../src/caller/surroundings.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('each variable that is refused before anything runs, by its whole name')

const { declaration } = wantedOfStaging()
const found = (variables: Variables) =>
  processStart({
    variables,
    shared: { config: {}, credentials: {} },
    route: { proxy: undefined, caBundle: undefined },
    declared: declaration
  })

/** What each does. Sources: ld.so(8), dyld(1), unsecvars.h of glibc, openssl-env(7), Bash, npm. */
const names: Readonly<Record<string, ReadonlyArray<string>>> = {
  'changes how the C library runs every program': ['GLIBC_TUNABLES'],
  'loads code or tables into the C library': ['GCONV_PATH', 'LOCPATH', 'GETCONF_DIR', 'NLSPATH', 'TZDIR', 'NIS_PATH'],
  'finds other hosts for the names of AWS': ['HOSTALIASES', 'LOCALDOMAIN', 'RES_OPTIONS'],
  'writes a file for, or changes, every program that starts': ['MALLOC_TRACE', 'MALLOC_CHECK_'],
  'loads code into the library that encrypts': ['CONF', 'CONF_INCLUDE', 'MODULES', 'ENGINES'].map(
    (name) => `OPENSSL_${name}`
  ),
  'writes down the keys of every encrypted connection': ['SSLKEYLOGFILE'],
  'is run or obeyed by the shell that npm starts this with': ['BASH_ENV', 'ENV', 'SHELLOPTS', 'BASHOPTS', 'PS4'],
  'is run by the shell in the place of that program': ['node', 'npm', 'npx', 'git', 'tofu', 'terraform', 'aws'].flatMap(
    (program) => [`BASH_FUNC_${program}%%`, `BASH_FUNC_${program}()`]
  ),
  'names what npm runs, or runs this with': [
    'npm_config_node_options',
    'NPM_CONFIG_SCRIPT_SHELL',
    'npm_config_script_shell'
  ]
}

/** Beginnings that all names with them have in common. */
const beginnings: Readonly<Record<string, ReadonlyArray<string>>> = {
  'loads or replaces libraries of every program that starts': ['LD_', 'DYLD_', '_RLD_', 'LDR_'],
  'finds other hosts for the names of AWS': ['RESOLV_'],
  'may change what Node runs or whom it trusts': ['NODE_']
}

const told = (name: string): string | undefined => found({ [name]: 'x' })[0]?.actual

for (const [why, all] of Object.entries(names))
  test(`${all.join(', ')}: ${why}, and no name that only holds one of them`, () => {
    for (const name of all) {
      assert.is(told(name), `${name} is set: it ${why}`)
      for (const other of [`MY_${name}`, `x${name}`, `${name}X`, `${name}_OF_MINE`])
        assert.is(told(other), undefined, other)
      assert.equal(found({ [name]: '' }), [])
    }
  })

for (const [why, all] of Object.entries(beginnings))
  test(`each name that begins with ${all.join(', ')}: ${why}`, () => {
    for (const beginning of all) {
      assert.is(told(`${beginning}TOMORROW`), `${beginning}TOMORROW is set: it ${why}`)
      assert.is(told(`MY_${beginning}TOMORROW`), undefined)
    }
  })

test('names of the linker that do no harm are taken, and none that is longer', () => {
  for (const name of ['LD_BIND_NOW', 'LD_RUN_PATH']) {
    assert.is(told(name), undefined)
    assert.match(told(`${name}X`) ?? '', /^LD_\w+X is set/)
  }
})

/** What a runtime image, a version manager, a package manager or a CI sets. Sources: Node.js, "Environment variables"; nvm; npm. */
const harmless =
  `NODE_ENV NODE_VERSION NODE_HOME NODE_MIRROR NODE_AUTH_TOKEN NODE_NO_WARNINGS NODE_PENDING_DEPRECATION NODE_DISABLE_COLORS
  NODE_DISABLE_COMPILE_CACHE NODE_SKIP_PLATFORM_CHECK NODE_REPL_HISTORY NODE_REPL_MODE NODE_UNIQUE_ID NODE_V8_COVERAGE
  NODE_GYP_FORCE_PYTHON NODE_OPTIONS NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED`.split(/\s+/)

test('names of Node that change nothing, or are judged elsewhere, are taken, and none that is longer', () => {
  for (const name of harmless) {
    assert.equal(found({ [name]: '--no-warnings' }), [], name)
    assert.match(told(`${name}_OF_MINE`) ?? '', /may change what Node runs/, name)
  }
})

test('each is undone by one command, with its clause and why it counts', () => {
  const [diagnostic] = found({ SSLKEYLOGFILE: 'x' })
  assert.equal(
    [diagnostic?.rule, diagnostic?.clause, diagnostic?.remedy, diagnostic?.expected],
    [
      'process-start',
      'J.6.2 §7',
      'unset SSLKEYLOGFILE',
      'no variable that loads code into a program before it can check, or that decrypts its connections'
    ]
  )
  assert.equal(
    found({ TZDIR: 'x', ENV: 'y' }).map(({ actual }) => actual.split(' ')[0]),
    ['ENV', 'TZDIR']
  )
})

test('a folder of PATH that is not absolute is told by what it is', () => {
  for (const [PATH, what] of [
    ['/bin:', 'an empty element'],
    ['a::/bin', 'an empty element'],
    ['/bin:a:b', 'the relative element a']
  ] as const)
    assert.is(found({ PATH })[0]?.actual, `PATH has ${what}, which means the working directory`)
  assert.equal(found({ PATH: undefined }), [])
})

test('of NODE_OPTIONS each flag is told once, without its value', () => {
  const said = (NODE_OPTIONS: string) => found({ NODE_OPTIONS })[0]?.actual
  assert.is(said('--require=/a\n/b -r x -r y'), 'NODE_OPTIONS has --require, -r: not known to be harmless')
  assert.is(said('--no-warnings x'), 'NODE_OPTIONS has a word that is not a flag')
  assert.is(said('"x" --no-warnings'), 'NODE_OPTIONS has quotes or other signs, and is not read here')
})

test.run()
