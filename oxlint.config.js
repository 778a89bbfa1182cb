/**
 * What the rooms of src/ may import of each other: the folder, and the folders below it in the house. Arrows run one way;
 * a room without a row may import nothing. `ports` are the interfaces of the outside, `outside/<thing>/<name>.port.ts`.
 */
const layers = {
  diagnostics: '',
  terraform: 'diagnostics',
  declaration: 'diagnostics',
  iam: 'diagnostics declaration terraform',
  sensitive: 'diagnostics declaration terraform',
  access: 'diagnostics declaration terraform iam',
  review: 'diagnostics declaration terraform iam access',
  charter: 'diagnostics declaration terraform iam sensitive',
  stack: 'diagnostics declaration terraform iam charter review',
  caller: 'diagnostics declaration',
  backend: 'diagnostics declaration terraform iam ports',
  registry: 'diagnostics charter backend',
  plan: 'diagnostics declaration terraform iam access charter caller backend',
  outside: 'diagnostics declaration caller stack',
  'commands/new': 'diagnostics declaration stack command-line ports',
  'commands/emit': 'diagnostics declaration command-line ports',
  'commands/review': 'diagnostics declaration terraform access review commands/emit command-line ports',
  'commands/seed': 'diagnostics declaration terraform iam caller backend command-line ports',
  'commands/preflight':
    'diagnostics declaration terraform iam access sensitive charter caller backend command-line ports',
  'commands/status': 'diagnostics declaration caller backend commands/preflight commands/guard command-line ports',
  'commands/doctor': 'diagnostics declaration caller commands/preflight commands/guard command-line ports',
  'commands/explain': 'diagnostics declaration registry command-line',
  'commands/completion':
    'commands/explain declaration command-line commands/new commands/emit commands/review commands/seed commands/preflight commands/guard commands/doctor commands/status commands/sandbox',
  'commands/sandbox': 'diagnostics declaration command-line ports',
  'commands/guard':
    'diagnostics declaration terraform iam access charter caller backend plan commands/preflight command-line ports'
}

const spelling = {
  group: ['fp-ts', 'fp-ts/*', '!fp-ts/lib', 'fp-ts/es6/**', 'io-ts/*', '!io-ts/lib'],
  message: 'Write fp-ts/lib/X.js, io-ts or io-ts/lib/X.js: plain Node cannot load the other spellings.'
}
const node = {
  group: ['node:*', 'node:*/**', '!node:path', '@aws-sdk/**', '@smithy/**', 'zenthea-foundation/**'],
  message: 'Only outside/, command-line/ and the start of a command know Node and AWS.'
}
const pathOfNode = { group: ['node:path'], message: 'The core knows no paths of a machine.' }
const parser = { group: ['oxc-parser'], message: 'Only stack/source/ knows the parser.' }

const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: [spelling, ...patterns] }] })

const packagesOf = (room) => {
  if (room === 'outside') return [parser]
  if (room === 'stack') return [node, pathOfNode]
  return room.startsWith('commands/') ? [node, parser] : [node, pathOfNode, parser]
}

const opened = (out, up, other) => {
  if (other === 'ports') return [`!${up}/outside`, `!${up}/outside/*`, `!${up}/outside/*/*.port.ts`]
  const path = other.startsWith('commands/') ? `${out}/${other.slice('commands/'.length)}` : `${up}/${other}`
  return [`!${path}`, `!${path}/**`]
}

/** A row for each depth of folders below a room. */
const layer = ([room, words]) =>
  [0, 1, 2, 3].map((depth) => {
    const may = words.split(' ').filter((word) => word !== '')
    const out = Array.from({ length: depth + 1 }, () => '..').join('/')
    const up = [
      out,
      ...room
        .split('/')
        .slice(1)
        .map(() => '..')
    ].join('/')
    return {
      files: [`src/${room}/${'*/'.repeat(depth)}*.{ts,js}`],
      rules: imports(
        {
          group: [`${out}/**`, ...may.flatMap((other) => opened(out, up, other))],
          message: `Arrows run one way: ${room} may import itself${may.map((other) => `, ${other}`).join('')}.`
        },
        ...packagesOf(room)
      )
    }
  })

/** What makes the same stack give other bytes elsewhere, or at another time. */
const ambient = (
  'process console Buffer globalThis Date performance crypto fetch navigator Intl ' +
  'setTimeout setInterval setImmediate'
).split(' ')
const byLocale = ['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase']

const pure = {
  files: Object.keys(layers).flatMap((room) => (room === 'outside' ? [] : [`src/${room}/**`])),
  rules: {
    'no-restricted-globals': [
      'error',
      ...ambient.map((name) => ({
        name,
        message: 'The core has no clock, environment, console or network: pass it in.'
      }))
    ],
    'no-restricted-properties': [
      'error',
      { object: 'Math', property: 'random', message: 'The core has no randomness: pass it in.' },
      ...byLocale.map((property) => ({
        property,
        message: 'Order and write by code point: the locale is not the stack’s.'
      }))
    ]
  }
}

/** For files without types, and tests that look into JSON. */
const anyIsFine = Object.fromEntries(
  ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [`typescript/no-unsafe-${what}`, 'off'])
)

/** Values that tests write on purpose, to see them refused. */
const oddValues = { 'no-loss-of-precision': 'off', 'no-sparse-arrays': 'off', 'unicorn/no-new-array': 'off' }

export default {
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['node_modules/**', 'coverage/**', '.build/**', 'out/**', 'bench/peers/**'],
  rules: {
    eqeqeq: 'error',
    'max-lines': ['error', { max: 200 }],
    'no-eval': 'error',
    'no-new-func': 'error',
    'no-param-reassign': 'error',
    'no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_$' }],
    'no-var': 'error',
    'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'], location: 'anywhere' }],
    'prefer-const': 'error',
    'import/first': 'error',
    'import/no-commonjs': 'error',
    'import/no-cycle': ['error', { ignoreTypes: false }],
    'import/no-default-export': 'error',
    'import/no-duplicates': 'error',
    'import/no-mutable-exports': 'error',
    'import/no-self-import': 'error',
    'oxc/no-barrel-file': ['error', { threshold: 0 }],
    'typescript/ban-ts-comment': 'error',
    'typescript/consistent-type-imports': 'error',
    'typescript/no-deprecated': 'error',
    'typescript/no-explicit-any': 'error',
    'typescript/no-floating-promises': 'error',
    'typescript/no-import-type-side-effects': 'error',
    'typescript/no-misused-promises': 'error',
    'typescript/no-misused-spread': 'off',
    'typescript/no-non-null-assertion': 'error',
    'typescript/no-unnecessary-type-assertion': 'error',
    'typescript/no-unsafe-argument': 'error',
    'typescript/no-unsafe-assignment': 'error',
    'typescript/no-unsafe-call': 'error',
    'typescript/no-unsafe-member-access': 'error',
    'typescript/no-unsafe-return': 'error',
    'typescript/only-throw-error': 'error',
    'typescript/switch-exhaustiveness-check': [
      'error',
      { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true }
    ],
    'unicorn/filename-case': ['error', { case: 'kebabCase' }],
    'unicorn/no-useless-spread': 'off',
    'unicorn/prefer-node-protocol': 'error',
    ...imports()
  },
  overrides: [
    pure,
    {
      files: ['src/**'],
      rules: imports(node, parser, {
        group: ['../**'],
        message: 'This folder has no row in oxlint.config.js: say there what it may import.'
      })
    },
    ...Object.entries(layers).flatMap(layer),
    {
      files: ['src/command-line/**'],
      rules: imports(parser, { group: ['../commands/**'], message: 'Arrows run one way.' })
    },
    { files: ['src/commands/{*,*/main}.ts'], rules: { ...imports(parser), 'no-restricted-globals': 'off' } },
    // Buffers compare whole files many times faster than code of ours does.
    { files: ['src/commands/emit/{compare-outputs,unified-diff}.ts'], rules: { 'no-restricted-globals': 'off' } },
    { files: ['test/**', 'bench/**'], rules: { 'max-lines': ['error', { max: 400 }], ...anyIsFine, ...oddValues } },
    {
      files: ['stacks/**', 'test/project/stacks/**'],
      rules: {
        'import/no-default-export': 'off',
        ...imports({
          group: ['*', '!zenthea-foundation', '!zenthea-foundation/*', '!.', '!./*', '../**', './..', './../**'],
          message: 'A stack imports zenthea-foundation/... and other files in stacks/, nothing else.'
        })
      }
    },
    { files: ['oxlint.config.js', 'test/typescript.js'], rules: { 'import/no-default-export': 'off', ...anyIsFine } }
  ]
}
