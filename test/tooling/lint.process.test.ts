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

/** Imports that a room may not make, by the folder (or the file) that makes them. */
const forbiddenImports: Readonly<Record<string, ReadonlyArray<string>>> = {
  'src/diagnostics/': ['../declaration/a.ts', '../terraform/a.ts', '../outside/aws/a.port.ts', '../new/a.ts'],
  'src/declaration/': ['../terraform/a.ts', '../iam/a.ts', '../charter/a.ts', '../command-line/a.ts'],
  'src/terraform/': ['../declaration/a.ts', '../iam/a.ts', '../stack/a.ts', '../outside/files/a.ts'],
  'src/iam/': ['../stack/a.ts', '../charter/a.ts', '../outside/aws/a.port.ts'],
  'src/sensitive/': ['../charter/a.ts', '../stack/a.ts', '../commands/emit/a.ts'],
  'src/access/': ['../charter/a.ts', '../stack/a.ts', '../outside/aws/a.port.ts'],
  'src/review/': ['../charter/a.ts', '../plan/a.ts', '../outside/files/a.ts'],
  'src/charter/': ['../stack/a.ts', '../caller/a.ts', '../outside/aws/a.port.ts', '../commands/emit/a.ts'],
  'src/charter/isolation/': ['../../stack/a.ts', '../../outside/aws/a.port.ts', '../../../src/stack/stack.ts'],
  'src/stack/': ['../caller/a.ts', '../backend/a.ts', '../outside/stack/a.port.ts'],
  'src/stack/source/': ['../../caller/a.ts', '../../outside/stack/a.ts'],
  'src/caller/': ['../backend/a.ts', '../outside/aws/a.ts', '../commands/seed/a.ts'],
  'src/backend/': ['../caller/a.ts', '../charter/a.ts', '../outside/aws/a.ts', '../commands/seed/a.ts'],
  'src/plan/': ['../commands/guard/a.ts', '../outside/tofu/a.ts', '../stack/a.ts'],
  'src/plan/rules/': ['../../commands/guard/a.ts', '../../outside/tofu/a.port.ts'],
  'src/outside/aws/': ['../../command-line/a.ts', '../../charter/a.ts', '../../commands/seed/a.ts'],
  'src/command-line/': ['../commands/emit/a.ts'],
  'src/commands/emit/': ['../../outside/files/a.ts', '../../charter/a.ts', '../seed/a.ts'],
  'src/commands/review/': ['../../outside/git/a.ts', '../../charter/a.ts', '../seed/a.ts'],
  'src/commands/seed/': ['../../outside/aws/a.ts', '../../stack/a.ts', '../preflight/a.ts'],
  'src/commands/preflight/': ['../../outside/aws/a.ts', '../../plan/a.ts', '../guard/a.ts', '../seed/a.ts'],
  'src/commands/preflight/checks/': ['../../../outside/aws/a.ts', '../../guard/a.ts'],
  'src/commands/preflight/checks/state/': ['../../../../outside/aws/a.ts', '../../../guard/a.ts'],
  'src/commands/guard/': ['../../outside/tofu/a.ts', '../seed/a.ts', '../emit/a.ts', '../../stack/a.ts'],
  'src/commands/new/': ['../../outside/files/a.ts', '../../charter/a.ts', '../emit/a.ts'],
  'src/commands/status/': ['../../outside/files/a.ts', '../../charter/a.ts', '../emit/a.ts'],
  'src/commands/doctor/': ['../../outside/files/a.ts', '../../charter/a.ts', '../emit/a.ts'],
  'src/commands/completion/': ['../../outside/aws/a.port.ts', '../../charter/a.ts', '../../outside/files/a.ts'],
  'src/commands/sandbox/': [
    '../../outside/sandbox/a.ts',
    '../guard/a.ts',
    '../../stack/a.ts',
    '../../../test/support/a.ts'
  ],
  'src/outside/sandbox/': ['../../../test/support/a.ts'],
  'src/unheard-of/': ['../diagnostics/a.ts'],
  'stacks/': [
    'node:fs',
    'semver',
    '../src/stack/stack.ts',
    '@aws-sdk/client-s3',
    'fp-ts/lib/Either.js',
    './../src/stack/stack.ts'
  ]
}

/** Folders that know neither Node nor AWS. */
const core = [
  'diagnostics',
  'declaration',
  'terraform',
  'iam',
  'sensitive',
  'access',
  'review',
  'charter',
  'charter/isolation',
  'stack',
  'stack/parts',
  'caller',
  'backend',
  'plan',
  'plan/rules',
  'commands/emit',
  'commands/review',
  'commands/seed',
  'commands/preflight',
  'commands/preflight/checks',
  'commands/guard',
  'commands/completion',
  'commands/new',
  'commands/doctor',
  'commands/status',
  'commands/sandbox'
].map((name) => `src/${name}/`)
const outside = ['node:fs', 'node:fs/promises', '@aws-sdk/client-s3', 'zenthea-foundation/stack']

/** Spellings that the type checker takes and plain Node does not, or that load the whole library. */
const spellings = ['fp-ts', 'fp-ts/Either', 'fp-ts/function', 'fp-ts/es6/Either.js', 'io-ts/PathReporter']

const imports = (folder: string, sources: ReadonlyArray<string>): ReadonlyArray<readonly [string, string]> =>
  sources.map((source) => [`${folder}imports-${side(source)}.ts`, importing(source)])

const plantedImports = Object.fromEntries([
  ...Object.entries(forbiddenImports).flatMap(([folder, sources]) => imports(folder, sources)),
  ...core.flatMap((folder) => imports(folder, outside)),
  ...['src/command-line/', 'src/outside/aws/', 'test/', 'stacks/', ...core].flatMap((folder) =>
    imports(folder, spellings)
  ),
  ...core.filter((folder) => !folder.startsWith('src/stack/')).flatMap((folder) => imports(folder, ['oxc-parser'])),
  ['src/declaration/loads-late.ts', "export const late = (): Promise<unknown> => import('../terraform/a.ts')\n"],
  ['src/declaration/passes-on.ts', "export { y } from '../terraform/a.ts'\n"]
])

const union = "type Kind = 'a' | 'b'\n"
const planted: Readonly<Record<string, readonly [rule: string, text: string]>> = {
  'src/declaration/reads-process.ts': ['eslint(no-restricted-globals)', 'export const y = process.version\n'],
  'src/declaration/reads-clock.ts': ['eslint(no-restricted-globals)', 'export const y = (): number => Date.now()\n'],
  'src/stack/prints.ts': ['eslint(no-restricted-globals)', "console.log('x')\nexport {}\n"],
  'src/iam/rolls-dice.ts': ['eslint(no-restricted-properties)', 'export const y = (): number => Math.random()\n'],
  'src/iam/sorts-by-locale.ts': [
    'eslint(no-restricted-properties)',
    "export const y = (a: string): number => a.localeCompare('b')\n"
  ],
  'src/command-line/floats.ts': [
    'typescript(no-floating-promises)',
    'export const y = (): void => {\n  Promise.resolve(1)\n}\n'
  ],
  'src/command-line/misses-a-case.ts': [
    'typescript(switch-exhaustiveness-check)',
    `${union}export const y = (kind: Kind): void => {\n  switch (kind) {\n    case 'a':\n      return\n  }\n}\n`
  ],
  'src/command-line/takes-any.ts': ['typescript(no-explicit-any)', 'export const y = (x: any): unknown => x\n'],
  'src/command-line/spreads-any.ts': ['typescript(no-unsafe-assignment)', "export const y: string = JSON.parse('1')\n"],
  'src/command-line/asserts.ts': [
    'typescript(no-non-null-assertion)',
    'export const y = (x: string | undefined): string => x!\n'
  ],
  'src/command-line/throws-a-value.ts': [
    'typescript(only-throw-error)',
    "export const y = (): never => {\n  throw 'x'\n}\n"
  ],
  'src/command-line/goes-round.ts': [
    'import(no-cycle)',
    "import { b } from './goes-back.ts'\n\nexport const a = (): unknown => b\n"
  ],
  'src/command-line/goes-back.ts': [
    'import(no-cycle)',
    "import { a } from './goes-round.ts'\n\nexport const b = (): unknown => a\n"
  ],
  'src/command-line/takes-a-type.ts': [
    'import(no-cycle)',
    "import type { B } from './gives-a-type.ts'\n\nexport type A = { readonly b: B }\n"
  ],
  'src/command-line/gives-a-type.ts': [
    'import(no-cycle)',
    "import type { A } from './takes-a-type.ts'\n\nexport type B = ReadonlyArray<A>\n"
  ],
  'src/command-line/imports-a-type.ts': [
    'typescript(consistent-type-imports)',
    "import { a } from './a.ts'\n\nexport type A = typeof a\n"
  ],
  'src/command-line/has-a-default.ts': ['import(no-default-export)', 'export default 1\n'],
  'src/command-line/is-a-barrel.ts': ['oxc(no-barrel-file)', "export * from './a.ts'\n"],
  'src/command-line/leaves-work.ts': ['eslint(no-warning-comments)', `// ${'TO'}DO: later\nexport const y = 1\n`],
  'src/command-line/is-long.ts': ['eslint(max-lines)', 'export {}\n'.repeat(201)],
  'src/command-line/hides-an-error.ts': ['typescript(ban-ts-comment)', "// @ts-ignore\nexport const y: number = 'x'\n"],
  'src/command-line/says-fs.ts': ['unicorn(prefer-node-protocol)', "import * as fs from 'fs'\n\nexport const y = fs\n"],
  'src/command-line/camelCase.ts': ['unicorn(filename-case)', 'export const y = 1\n']
}

/** Arrows that point the right way, by the folder that they start from. */
const allowed: Readonly<Record<string, ReadonlyArray<string>>> = {
  'src/diagnostics/': ['./b.ts', 'io-ts', 'io-ts/lib/PathReporter.js', 'fp-ts/lib/Either.js', 'semver'],
  'src/declaration/': ['./b.ts', '../diagnostics/a.ts'],
  'src/terraform/': ['./b.ts', '../diagnostics/a.ts', 'fp-ts/lib/function.js'],
  'src/iam/': ['../declaration/a.ts', '../terraform/a.ts'],
  'src/sensitive/': ['../terraform/a.ts', 'stdnum'],
  'src/access/': ['./b.ts', '../terraform/a.ts', '../iam/a.ts'],
  'src/review/': ['./b.ts', '../access/a.ts', '../declaration/a.ts'],
  'src/charter/': ['../declaration/a.ts', '../terraform/a.ts', '../iam/a.ts', '../sensitive/a.ts'],
  'src/charter/isolation/': ['./b.ts', '../a.ts', '../codec/b.ts', '../../declaration/a.ts', '../../terraform/a.ts'],
  'src/stack/': ['./b.ts', '../charter/a.ts', '../iam/a.ts', './parts/a.ts'],
  'src/stack/source/': ['../../diagnostics/a.ts', 'oxc-parser'],
  'src/caller/': ['../declaration/a.ts'],
  'src/backend/': ['../iam/a.ts', '../outside/aws/a.port.ts'],
  'src/plan/': ['../backend/a.ts', '../access/a.ts', '../charter/a.ts', './rules/a.ts'],
  'src/plan/rules/': ['../a.ts', '../../diagnostics/a.ts'],
  'src/outside/aws/': ['./b.ts', '../files/a.ts', '../../stack/a.ts', 'node:fs/promises', '@aws-sdk/client-s3'],
  'src/command-line/': ['../outside/files/a.ts', '../diagnostics/a.ts', 'node:util', './b.ts'],
  'src/commands/emit/': ['../../outside/files/a.port.ts', '../../command-line/a.ts'],
  'src/commands/seed/': ['../../backend/a.ts', '../../outside/aws/a.port.ts'],
  'src/commands/preflight/checks/': ['../a.ts', '../../../backend/a.ts', '../../../outside/aws/a.port.ts'],
  'src/commands/preflight/checks/state/': ['../a.ts', '../../a.ts', '../../../../outside/aws/a.port.ts'],
  'src/commands/guard/': ['../preflight/a.ts', '../preflight/checks/b.ts', '../../plan/a.ts', 'node:path'],
  'src/commands/start-': ['../outside/aws/a.ts'],
  'stacks/': ['zenthea-foundation/stack', './b.ts'],
  'test/': ['node:fs', '../src/stack/emit.ts', '../src/outside/files/a.ts', 'uvu']
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
