/** What the folders of src/ may import of each other. Arrows run one way; a folder without a row may import nothing. */
const layers = {
  domain: [],
  terraform: ['domain'],
  iam: ['domain', 'terraform'],
  resources: ['domain', 'terraform', 'iam', 'part.ts'],
  charter: ['domain', 'terraform', 'iam'],
  source: ['domain'],
  identity: ['domain'],
  ports: ['domain'],
  backend: ['domain', 'terraform', 'iam', 'ports'],
  seed: ['domain', 'terraform', 'iam', 'identity', 'ports', 'backend'],
  preflight: ['domain', 'terraform', 'iam', 'charter', 'identity', 'ports', 'backend'],
  guard: ['domain', 'terraform', 'iam', 'charter', 'identity', 'ports', 'backend', 'preflight', 'preflight.ts'],
  adapters: ['domain', 'identity', 'ports', 'source', 'stack.ts', 'surface.ts', 'emit.ts']
}

const spelling = {
  group: ['fp-ts', 'fp-ts/*', '!fp-ts/lib', 'fp-ts/es6/**', 'io-ts/*', '!io-ts/lib'],
  message: 'Write fp-ts/lib/X.js, io-ts or io-ts/lib/X.js: plain Node cannot load the other spellings.'
}
const outside = {
  group: ['node:*', 'node:*/**', '@aws-sdk/**', '@smithy/**', 'zenthea-foundation/**'],
  message: 'Only adapters/ and cli/ know Node and AWS.'
}
const parser = { group: ['oxc-parser'], message: 'Only source/ knows the parser.' }

const imports = (...patterns) => ({ 'no-restricted-imports': ['error', { patterns: [spelling, ...patterns] }] })

const known = {
  adapters: [parser],
  source: [outside]
}
const layer = ([name, may]) =>
  ['..', '../..'].map((up, depth) => ({
    files: [`src/${name}/${'*/'.repeat(depth)}*.{ts,js}`],
    rules: imports(
      {
        group: [`${up}/**`, ...may.flatMap((other) => [`!${up}/${other}`, `!${up}/${other}/**`])],
        message: `Arrows run one way: ${name} may import itself${may.map((other) => `, ${other}`).join('')}.`
      },
      ...(known[name] ?? [outside, parser])
    )
  }))

/** What makes the same stack give other bytes elsewhere, or at another time. */
const ambient = [
  'process',
  'console',
  'Buffer',
  'globalThis',
  'Date',
  'performance',
  'crypto',
  'fetch',
  'navigator',
  'Intl',
  'setTimeout',
  'setInterval',
  'setImmediate'
]
const byLocale = ['localeCompare', 'toLocaleString', 'toLocaleLowerCase', 'toLocaleUpperCase']

const pure = {
  files: [...Object.keys(layers).flatMap((name) => (name === 'adapters' ? [] : [`src/${name}/**`])), 'src/*.ts'],
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

/** For files without types, and for tests, which look into JSON that they have just written. */
const anyIsFine = Object.fromEntries(
  ['argument', 'assignment', 'call', 'member-access', 'return'].map((what) => [`typescript/no-unsafe-${what}`, 'off'])
)

/** Values that tests write on purpose, to see them refused. */
const oddValues = { 'no-loss-of-precision': 'off', 'no-sparse-arrays': 'off', 'unicorn/no-new-array': 'off' }

export default {
  plugins: ['typescript', 'unicorn', 'oxc', 'import', 'promise'],
  categories: { correctness: 'error' },
  options: { typeAware: true, denyWarnings: true, reportUnusedDisableDirectives: 'error' },
  ignorePatterns: ['node_modules/**', 'coverage/**', '.build/**', 'out/**'],
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
    'import/no-cycle': 'error',
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
      files: ['src/*/**'],
      rules: imports(outside, {
        group: ['../**'],
        message: 'This folder has no row in oxlint.config.js: say there what it may import.'
      })
    },
    ...Object.entries(layers).flatMap(layer),
    {
      files: ['src/*.ts'],
      rules: imports(outside, parser, {
        group: ['./adapters/**', './cli/**'],
        message: 'Arrows run one way: the programs know ports; cli/ gives them adapters.'
      })
    },
    { files: ['src/cli/**'], rules: imports() },
    { files: ['test/**', 'bench/**'], rules: { 'max-lines': ['error', { max: 400 }], ...anyIsFine, ...oddValues } },
    {
      files: ['stacks/**'],
      rules: {
        'import/no-default-export': 'off',
        ...imports({
          group: ['*', '!zenthea-foundation', '!zenthea-foundation/*', '!.', '!./*', '../**', './..', './../**'],
          message: 'A stack imports zenthea-foundation/... and other files in stacks/, nothing else.'
        })
      }
    },
    { files: ['oxlint.config.js'], rules: { 'import/no-default-export': 'off', ...anyIsFine } },
    { files: ['test/typescript.js'], rules: anyIsFine }
  ]
}
