import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'

const project = fileURLToPath(new URL('../..', import.meta.url))

/** What the linter says of a project with these files: `path: rule` for each fault, sorted, none twice. */
const lint = (files: Readonly<Record<string, string>>): { faults: ReadonlyArray<string>; code: number | null } => {
  const folder = mkdtempSync(join(realpathSync(tmpdir()), 'zenthea-lint-'))
  try {
    symlinkSync(join(project, 'node_modules'), join(folder, 'node_modules'))
    for (const name of ['oxlint.config.js', 'tsconfig.json', 'package.json'])
      copyFileSync(join(project, name), join(folder, name))
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true })
      writeFileSync(join(folder, path), text)
    }
    const { status, stdout } = spawnSync('node_modules/.bin/oxlint', ['-c', 'oxlint.config.js', '-f', 'json'], {
      cwd: folder,
      encoding: 'utf8'
    })
    const { diagnostics } = JSON.parse(stdout) as { diagnostics: ReadonlyArray<{ code: string; filename: string }> }
    const faults = diagnostics.map(({ code, filename }) => `${filename}: ${code}`)
    return { faults: [...new Set(faults)].toSorted(), code: status }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const importing = (source: string): string => `import * as x from '${source}'\n\nexport const y: unknown = x\n`
const side = (from: string): string =>
  from
    .replaceAll('..', 'up')
    .replaceAll(/[^a-z0-9]+/gi, '-')
    .toLowerCase()

/** Imports that a layer may not make, by the folder (or the file) that makes them. */
const forbiddenImports: Readonly<Record<string, ReadonlyArray<string>>> = {
  'src/domain/': ['../terraform/a.ts', '../iam/a.ts', '../charter/a.ts', '../stack.ts', '../cli/a.ts', '../new/a.ts'],
  'src/terraform/': ['../iam/a.ts', '../resources/a.ts', '../charter/a.ts', '../emit.ts', '../adapters/a.ts'],
  'src/iam/': ['../resources/a.ts', '../charter/a.ts', '../ports/a.ts', '../stack.ts'],
  'src/access/': [
    '../guard/a.ts',
    '../charter/a.ts',
    '../resources/a.ts',
    '../ports/a.ts',
    '../stack.ts',
    '../emit.ts'
  ],
  'src/review/': ['../resources/a.ts', '../charter/a.ts', '../guard/a.ts', '../stack.ts', '../emit.ts'],
  'src/resources/': ['../charter/a.ts', '../source/a.ts', '../ports/a.ts', '../stack.ts', '../emit.ts'],
  'src/charter/': ['../resources/a.ts', '../source/a.ts', '../ports/a.ts', '../stack.ts', '../emit.ts'],
  'src/charter/isolation/': ['../../resources/a.ts', '../../stack.ts', '../../../src/stack.ts'],
  'src/source/': ['../terraform/a.ts', '../ports/a.ts', '../adapters/a.ts', '../stack.ts'],
  'src/ports/': ['../adapters/a.ts', '../cli/a.ts', '../source/a.ts', '../terraform/a.ts'],
  'src/identity/': ['../ports/a.ts', '../seed/a.ts', '../adapters/a.ts'],
  'src/seed/': ['../adapters/a.ts', '../cli/a.ts', '../emit.ts', '../charter/a.ts'],
  'src/backend/': ['../seed/a.ts', '../adapters/a.ts', '../charter/a.ts', '../identity/a.ts'],
  'src/preflight/': ['../seed/a.ts', '../adapters/a.ts', '../cli/a.ts', '../guard/a.ts', '../emit.ts'],
  'src/guard/': ['../seed/a.ts', '../adapters/a.ts', '../cli/a.ts', '../emit.ts'],
  'src/adapters/': ['../cli/a.ts', '../charter/a.ts', '../resources/a.ts'],
  'src/adapters/aws/': ['../../cli/a.ts', '../../charter/a.ts', '../../seed/a.ts'],
  'src/unheard-of/': ['../domain/a.ts'],
  'src/': ['./cli/a.ts', './adapters/a.ts'],
  'stacks/': ['node:fs', 'semver', '../src/stack.ts', '@aws-sdk/client-s3', 'fp-ts/lib/Either.js', './../src/stack.ts']
}

/** Folders that know neither Node nor AWS. */
const core = [
  'domain',
  'terraform',
  'iam',
  'access',
  'review',
  'resources',
  'charter',
  'charter/isolation',
  'source',
  'identity',
  'ports',
  'backend',
  'seed',
  'preflight',
  'guard'
].map((name) => `src/${name}/`)
const outside = ['node:fs', 'node:fs/promises', '@aws-sdk/client-s3', 'zenthea-foundation/stack']

/** Spellings that the type checker takes and plain Node does not, or that load the whole library. */
const spellings = ['fp-ts', 'fp-ts/Either', 'fp-ts/function', 'fp-ts/es6/Either.js', 'io-ts/PathReporter']

const imports = (folder: string, sources: ReadonlyArray<string>): ReadonlyArray<readonly [string, string]> =>
  sources.map((source) => [`${folder}imports-${side(source)}.ts`, importing(source)])

const plantedImports = Object.fromEntries([
  ...Object.entries(forbiddenImports).flatMap(([folder, sources]) => imports(folder, sources)),
  ...['src/', ...core].flatMap((folder) => imports(folder, outside)),
  ...['src/', 'src/cli/', 'src/adapters/', 'test/', 'stacks/', ...core].flatMap((folder) => imports(folder, spellings)),
  ...core.filter((folder) => folder !== 'src/source/').flatMap((folder) => imports(folder, ['oxc-parser'])),
  ['src/domain/loads-late.ts', "export const late = (): Promise<unknown> => import('../cli/a.ts')\n"],
  ['src/domain/passes-on.ts', "export { y } from '../terraform/a.ts'\n"]
])

const union = "type Kind = 'a' | 'b'\n"
const planted: Readonly<Record<string, readonly [rule: string, text: string]>> = {
  'src/domain/reads-process.ts': ['eslint(no-restricted-globals)', 'export const y = process.version\n'],
  'src/domain/reads-clock.ts': ['eslint(no-restricted-globals)', 'export const y = (): number => Date.now()\n'],
  'src/emit-prints.ts': ['eslint(no-restricted-globals)', "console.log('x')\nexport {}\n"],
  'src/iam/rolls-dice.ts': ['eslint(no-restricted-properties)', 'export const y = (): number => Math.random()\n'],
  'src/iam/sorts-by-locale.ts': [
    'eslint(no-restricted-properties)',
    "export const y = (a: string): number => a.localeCompare('b')\n"
  ],
  'src/cli/floats.ts': [
    'typescript(no-floating-promises)',
    'export const y = (): void => {\n  Promise.resolve(1)\n}\n'
  ],
  'src/cli/misses-a-case.ts': [
    'typescript(switch-exhaustiveness-check)',
    `${union}export const y = (kind: Kind): void => {\n  switch (kind) {\n    case 'a':\n      return\n  }\n}\n`
  ],
  'src/cli/takes-any.ts': ['typescript(no-explicit-any)', 'export const y = (x: any): unknown => x\n'],
  'src/cli/spreads-any.ts': ['typescript(no-unsafe-assignment)', "export const y: string = JSON.parse('1')\n"],
  'src/cli/asserts.ts': [
    'typescript(no-non-null-assertion)',
    'export const y = (x: string | undefined): string => x!\n'
  ],
  'src/cli/throws-a-value.ts': ['typescript(only-throw-error)', "export const y = (): never => {\n  throw 'x'\n}\n"],
  'src/cli/goes-round.ts': [
    'import(no-cycle)',
    "import { b } from './goes-back.ts'\n\nexport const a = (): unknown => b\n"
  ],
  'src/cli/goes-back.ts': [
    'import(no-cycle)',
    "import { a } from './goes-round.ts'\n\nexport const b = (): unknown => a\n"
  ],
  'src/cli/imports-a-type.ts': [
    'typescript(consistent-type-imports)',
    "import { a } from './a.ts'\n\nexport type A = typeof a\n"
  ],
  'src/cli/has-a-default.ts': ['import(no-default-export)', 'export default 1\n'],
  'src/cli/is-a-barrel.ts': ['oxc(no-barrel-file)', "export * from './a.ts'\n"],
  'src/cli/leaves-work.ts': ['eslint(no-warning-comments)', `// ${'TO'}DO: later\nexport const y = 1\n`],
  'src/cli/is-long.ts': ['eslint(max-lines)', 'export {}\n'.repeat(201)],
  'src/cli/hides-an-error.ts': ['typescript(ban-ts-comment)', "// @ts-ignore\nexport const y: number = 'x'\n"],
  'src/cli/says-fs.ts': ['unicorn(prefer-node-protocol)', "import * as fs from 'fs'\n\nexport const y = fs\n"],
  'src/cli/camelCase.ts': ['unicorn(filename-case)', 'export const y = 1\n']
}

/** Arrows that point the right way, by the folder that they start from. */
const allowed: Readonly<Record<string, ReadonlyArray<string>>> = {
  'src/domain/': ['./b.ts', 'io-ts', 'io-ts/lib/PathReporter.js', 'fp-ts/lib/Either.js', 'semver'],
  'src/terraform/': ['./b.ts', '../domain/a.ts', 'fp-ts/lib/function.js'],
  'src/iam/': ['../domain/a.ts'],
  'src/access/': ['../domain/a.ts', '../terraform/a.ts', '../iam/a.ts', './b.ts'],
  'src/review/': ['../domain/a.ts', '../terraform/a.ts', '../iam/a.ts', '../access/a.ts', './b.ts'],
  'src/resources/': ['../domain/a.ts', '../terraform/a.ts', '../iam/a.ts', './b.ts'],
  'src/charter/': ['../domain/a.ts', '../terraform/a.ts', '../iam/a.ts', 'stdnum'],
  'src/charter/isolation/': ['./b.ts', '../a.ts', '../codec/b.ts', '../../domain/a.ts', '../../terraform/a.ts'],
  'src/source/': ['../domain/a.ts', 'oxc-parser'],
  'src/ports/': ['../domain/a.ts'],
  'src/identity/': ['../domain/a.ts'],
  'src/seed/': ['../domain/a.ts', '../terraform/a.ts', '../iam/a.ts', '../identity/a.ts', '../ports/a.ts'],
  'src/adapters/': [
    '../identity/a.ts',
    '../ports/a.ts',
    '../source/a.ts',
    '../domain/a.ts',
    'node:fs/promises',
    '@aws-sdk/client-s3'
  ],
  'src/adapters/aws/': ['./b.ts', '../a.ts', '../../ports/a.ts', 'node:fs', '@aws-sdk/client-s3'],
  'src/cli/': ['../adapters/a.ts', '../ports/a.ts', '../emit.ts', '../domain/a.ts', 'node:util', './b.ts'],
  'src/': ['./domain/a.ts', './terraform/a.ts', './charter/a.ts', './resources/a.ts', './ports/a.ts'],
  'stacks/': ['zenthea-foundation/stack', './b.ts'],
  'test/': ['node:fs', '../src/emit.ts', '../src/adapters/a.ts', 'uvu']
}
const clean = Object.fromEntries(Object.entries(allowed).flatMap(([folder, sources]) => imports(folder, sources)))

const test = suite('lint')

test('every planted fault is named by its file and rule, and nothing else is', () => {
  const { faults, code } = lint({
    ...Object.fromEntries(Object.entries(planted).map(([path, [, text]]) => [path, text])),
    ...plantedImports
  })
  const expected = [
    ...Object.entries(planted).map(([path, [rule]]) => `${path}: ${rule}`),
    ...Object.keys(plantedImports).map((path) => `${path}: eslint(no-restricted-imports)`)
  ]
  assert.equal(faults, expected.toSorted())
  assert.is(code, 1)
})

test('what points the right way is let through', () => {
  assert.equal(lint({ ...clean, 'stacks/exports.ts': 'export default 1\n' }), { faults: [], code: 0 })
})

test.run()
