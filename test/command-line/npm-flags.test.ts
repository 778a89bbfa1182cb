import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { EMIT_OPTIONS } from '../../src/commands/emit/arguments.ts'
import { GUARD_OPTIONS } from '../../src/commands/guard/arguments.ts'
import { PREFLIGHT_OPTIONS } from '../../src/commands/preflight/arguments.ts'
import {
  type Options,
  candidates,
  isRunByNpm,
  meant,
  rightLine,
  withoutFlags
} from '../../src/command-line/npm-flags.ts'
import { SEED_OPTIONS } from '../../src/commands/seed/arguments.ts'

const STACK = 'stacks/staging-eu.ts'
const OPTIONS = { emit: EMIT_OPTIONS, seed: SEED_OPTIONS, preflight: PREFLIGHT_OPTIONS, tofu: GUARD_OPTIONS }

/** What npm 10.9.9 and 11.19.1 exported of a run without any flag. */
const QUIET = {
  npm_config_cache: '/root/.npm',
  npm_config_loglevel: 'silent',
  npm_config_yes: '',
  npm_config_noproxy: ''
}

/** The line to type, where npm has these variables and the settings of .npmrc; undefined where nothing was kept. */
const lineOf = (
  command: keyof typeof OPTIONS,
  kept: Readonly<Record<string, string>>,
  argv: ReadonlyArray<string> = [],
  settings: Readonly<Record<string, string>> = { json: 'false', proxy: 'null', 'dry-run': 'false' }
): string | undefined => {
  const options: Options = OPTIONS[command]
  const variables = { ...QUIET, ...kept }
  const flags = meant(candidates(options, variables, argv), variables, new Map(Object.entries(settings)))
  return flags.length === 0 ? undefined : rightLine(command, options, flags, argv)
}

const test = suite('flags that npm keeps')

for (const [command, kept, argv, line] of [
  ['emit', { npm_config_check: 'true' }, [], 'npm run emit -- --check'],
  ['emit', { npm_config_json: 'true' }, [STACK], `npm run emit -- ${STACK} --json`],
  ['emit', { npm_config_patience: 'true' }, ['3', STACK], `npm run emit -- ${STACK} --patience=3`],
  ['emit', { npm_config_patience: '3' }, [], 'npm run emit -- --patience=3'],
  ['emit', { npm_config_patience: 'true' }, [], 'npm run emit -- --patience=VALUE'],
  ['emit', { npm_config_debug: 'true' }, ['--check'], 'npm run emit -- --check --debug'],
  ['emit', { npm_config_chekc: 'true' }, [], 'npm run emit -- --chekc'],
  ['emit', { npm_config_dry_run: 'true' }, [], 'npm run emit -- --dry-run'],
  ['seed', { npm_config_dry_run: 'true' }, [STACK], `npm run seed -- ${STACK} --dry-run`],
  ['seed', { npm_config_dryrun: 'true' }, [STACK], `npm run seed -- ${STACK} --dryrun`],
  ['seed', { npm_config_ca_bundle: 'true' }, ['/x y', STACK], `npm run seed -- ${STACK} --ca-bundle='/x y'`],
  ['seed', { npm_config_proxy: 'http://p:1/' }, [STACK], `npm run seed -- ${STACK} --proxy=http://p:1/`],
  ['seed', { npm_config_proxy: 'http://me:secret@p:1/' }, [STACK], `npm run seed -- ${STACK} --proxy=ADDRESS`],
  ['preflight', { npm_config_check: 'true' }, ['lock', STACK], `npm run preflight -- ${STACK} --check=lock`],
  ['preflight', { npm_config_check: 'lock' }, [STACK], `npm run preflight -- ${STACK} --check=lock`],
  [
    'preflight',
    { npm_config_check: 'true' },
    ['staging-eu', 'lock-free'],
    'npm run preflight -- staging-eu --check=lock-free'
  ],
  [
    'preflight',
    { npm_config_json: 'true', npm_config_proxy: 'http://p:1/', npm_config_check: 'true' },
    ['staging-eu', 'lock-free'],
    'npm run preflight -- staging-eu --check=lock-free --json --proxy=http://p:1/'
  ],
  ['preflight', { npm_config_json: 'true' }, ['staging-eu'], 'npm run preflight -- staging-eu --json'],
  ['preflight', { npm_config_json: 'true' }, [STACK], `npm run preflight -- ${STACK} --json`],
  ['tofu', { npm_config_color: '' }, [STACK, 'plan'], `npm run tofu -- ${STACK} plan --no-color`],
  ['tofu', { npm_config_tofu: 'true' }, [STACK, 'plan', '/t'], `npm run tofu -- ${STACK} plan --tofu=/t`],
  ['tofu', { npm_config_destroy: 'true' }, [STACK, 'plan'], `npm run tofu -- ${STACK} plan --destroy`],
  ['tofu', { npm_config_target: 'a.b' }, [STACK, 'plan'], `npm run tofu -- ${STACK} plan --target=a.b`],
  ['tofu', { npm_config_lock: '' }, [STACK, 'apply'], `npm run tofu -- ${STACK} apply --lock=false`],
  ['tofu', { npm_config_color: 'false' }, [STACK, 'plan'], `npm run tofu -- ${STACK} plan --no-color`],
  ['tofu', { npm_config_lock: 'false' }, [STACK, 'apply'], `npm run tofu -- ${STACK} apply --lock=false`],
  ['tofu', { npm_config_tofu: 'true' }, ['plan', 'replan'], 'npm run tofu -- plan --tofu=replan'],
  ['tofu', { npm_config_tofu: 'true' }, ['plan', 'planned'], 'npm run tofu -- plan --tofu=planned'],
  ['tofu', { npm_config_tofu: 'true' }, ['--x', 'plan'], 'npm run tofu -- --x plan --tofu=VALUE'],
  ['emit', { npm_config_json: 'yes' }, [], 'npm run emit -- --json'],
  ['emit', { npm_config_to: 'yes', npm_config_check: 'true' }, [], 'npm run emit -- --check --to=yes'],
  ['emit', { npm_config_to: "it's" }, [], String.raw`npm run emit -- --to='it'\''s'`],
  ['emit', { npm_config_to: '$HOME' }, [], "npm run emit -- --to='$HOME'"],
  ['emit', { npm_config_to: 'a;' }, [], "npm run emit -- --to='a;'"],
  [
    'preflight',
    { npm_config_check: 'true', npm_config_proxy: 'true', npm_config_ca_bundle: 'true' },
    ['one', 'two'],
    'npm run preflight -- --ca-bundle=one --check=two --proxy=VALUE'
  ]
] as const)
  test(`${command} ${argv.join(' ')} with ${JSON.stringify(kept)}`, () =>
    assert.is(lineOf(command, kept, argv, { color: 'true', json: 'false', proxy: 'null', 'dry-run': 'false' }), line))

test('every option of every command is seen, but for those that npm answers itself', () => {
  for (const [command, options] of Object.entries(OPTIONS) as ReadonlyArray<[keyof typeof OPTIONS, Options]>)
    for (const [name, { type }] of Object.entries(options)) {
      const key = `npm_config_${name.replace(/^no-/, '').replaceAll('-', '_')}`
      const kept = { [key]: name.startsWith('no-') ? '' : type === 'string' ? 'value' : 'true' }
      assert.match(lineOf(command, kept) ?? 'nothing', `--${name}`)
    }
})

for (const [what, kept, settings] of [
  ['a proxy of .npmrc', { npm_config_proxy: 'http://p:1' }, { proxy: 'http://p:1' }],
  ['json of .npmrc', { npm_config_json: 'true' }, { json: 'true' }],
  ['a name of another tool in .npmrc', { npm_config_node_linker: 'hoisted' }, { 'node-linker': 'hoisted' }],
  ['what npm is told on its own behalf', { npm_config_registry: 'x', npm_config_yes: 'true' }, {}],
  ['what builds of native packages read', { npm_config_build_from_source: 'true' }, {}],
  ['a flag that is switched off', { npm_config_json: '', npm_config_dry_run: '' }, {}],
  ['a flag that is false', { npm_config_json: 'false', npm_config_dry_run: 'false', npm_config_debug: 'false' }, {}],
  [
    'what npm signs in with',
    { npm_config__auth: 'x', 'npm_config_@scope:registry': 'x', 'npm_config_//host/:_authToken': 'x' },
    {}
  ],
  ['a setting without a value', { npm_config_editor: '' }, { editor: 'null' }],
  ['a setting of another tool that is off', { npm_config_side_effects: '' }, { 'side-effects': 'false' }],
  ['a variable in capitals, which is not of npm', { NPM_CONFIG_PROXY: 'http://p:1' }, {}]
] as const)
  test(`${what} is nothing that was kept`, () => {
    for (const command of ['emit', 'seed', 'preflight'] as const)
      assert.is(lineOf(command, kept, [], settings), undefined)
  })

test('another value than that of .npmrc was kept, and what the command was given as well was not', () => {
  const kept = { npm_config_proxy: 'http://q:1' }
  assert.match(lineOf('seed', kept, [], { proxy: 'http://p:1' }) ?? '', 'http://q:1')
  for (const argv of [['--proxy=http://r:1'], ['--proxy', 'http://r:1']])
    assert.is(lineOf('seed', kept, argv, { proxy: 'http://p:1' }), undefined)
  for (const argv of [['--proxy-of=http://r:1'], ['--proxyx'], ['x--proxy=1']])
    assert.match(lineOf('seed', kept, argv, { proxy: 'http://p:1' }) ?? '', ' --proxy=http://q:1')
})

test('npm is asked without what it kept', () => {
  const variables = { ...QUIET, npm_config_proxy: 'http://q:1', NPM_CONFIG_PROXY: 'x', PATH: '/bin' }
  assert.equal(withoutFlags(variables, candidates(SEED_OPTIONS, variables, [])), { ...QUIET, PATH: '/bin' })
})

test('only npm run of the very command keeps flags', () => {
  const npm = { npm_lifecycle_event: 'emit', npm_command: 'run', npm_config_user_agent: 'npm/11.19.1 node/v20' }
  assert.ok(isRunByNpm('emit', npm))
  assert.ok(isRunByNpm('emit', { ...npm, npm_command: 'run-script' }))
  for (const other of [
    { npm_lifecycle_event: 'test' },
    { npm_command: 'exec' },
    { npm_command: 'rerun' },
    { npm_command: 'run-scripts' },
    { npm_command: undefined },
    { npm_config_user_agent: undefined },
    { npm_config_user_agent: 'pnpm/9.1.0 npm/? node/v20' },
    { npm_lifecycle_event: undefined }
  ])
    assert.not.ok(isRunByNpm('emit', { ...npm, ...other }))
  assert.not.ok(isRunByNpm('emit', {}))
})

test.run()
