import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { sourcesRead, stackFiles } from '../../../src/outside/stack/files.ts'
import { stackModule } from '../../../src/outside/stack/module.ts'
import { stackSources, withNeeds } from '../../../src/outside/stack/sources.ts'
import { surface } from '../../../src/stack/surface.ts'
import { type Screen, readsAs } from '../../support/screens.ts'

const test = suite('what is said of a stack file that does not link or run, word for word')

const namesOf = (specifier: string): ReadonlyArray<string> | undefined =>
  Object.hasOwn(surface, specifier) ? Object.keys(surface[specifier] ?? {}) : undefined

type Files = Readonly<Record<string, string>>

/** Uses a project with these files. */
const inProject = <A>(files: Files, links: Files, use: (root: string) => A): A => {
  const root = fs.realpathSync(fs.mkdtempSync(join(tmpdir(), 'zenthea-sources-')))
  try {
    for (const [path, text] of Object.entries(files)) {
      fs.mkdirSync(dirname(join(root, path)), { recursive: true })
      fs.writeFileSync(join(root, path), text)
    }
    for (const [path, to] of Object.entries(links)) fs.symlinkSync(to, join(root, path))
    return use(root)
  } finally {
    fs.rmSync(root, { recursive: true, force: true })
  }
}

/** What is said of `stacks/a.ts` of a project with these files and links: of all that it needs, then of what it does. */
const said =
  (files: Files, links: Files = {}): (() => ReadonlyArray<string>) =>
  () =>
    inProject(files, links, (root) => {
      const file = stackSources(stackFiles(root), Object.keys(surface), namesOf)('stacks/a.ts')
      const problems = withNeeds(file).flatMap((one) => one.problems)
      const outcome = problems.length > 0 ? E.left(problems) : stackModule(file)
      if (E.isRight(outcome)) return ['a stack']
      return outcome.left.flatMap(({ rule, clause, source, place, expected, actual, remedy }) => [
        `${rule}, ${clause}, ${[source, place?.line, place?.column].filter((part) => part !== undefined).join(':')}`,
        `  expected  ${expected}`,
        `  actual    ${actual}`,
        `  to do     ${remedy}`
      ])
    })
const imports = (...specifiers: ReadonlyArray<string>): string =>
  specifiers.map((specifier) => `import '${specifier}'\n`).join('')
const real = fs.readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')

readsAs(test, new URL('screens.txt', import.meta.url), {
  'a stack': said({ 'stacks/a.ts': real }),
  'a stack of several files, each run once': said({
    'stacks/a.ts': `${imports('./b/c.ts', './b/d.ts')}${real}`,
    'stacks/b/c.ts': "import { x } from '../e.ts'\nexport const y = x\n",
    'stacks/b/d.ts': "export * from '../e.ts'\n",
    'stacks/e.ts': 'export const x = 1\n'
  }),
  'no such file': said({ 'stacks/b.ts': '' }),
  'a folder in its place': said({ 'stacks/a.ts/b.ts': '' }),
  'a file that is too large, and one that is not UTF-8': () => [
    ...said({ 'stacks/a.ts': 'x'.repeat(262_145) })(),
    ...inProject({ 'stacks/a.ts': '' }, {}, (root) => {
      fs.writeFileSync(join(root, 'stacks/a.ts'), Buffer.from([0xff, 0xfe]))
      const [problem] = stackSources(stackFiles(root), [], namesOf)('stacks/a.ts').problems
      return [`${problem?.rule}: ${problem?.actual}: ${problem?.remedy}`]
    })
  ],
  'links that lead out, nowhere and in a circle': () => [
    ...said({ 'stacks/b.ts': '', 'c.ts': '' }, { 'stacks/a.ts': '../c.ts' })(),
    ...said({ 'stacks/b.ts': '' }, { 'stacks/a.ts': 'gone.ts' })(),
    ...said({ 'stacks/b.ts': '' }, { 'stacks/a.ts': 'a.ts' })()
  ],
  'a link within stacks/': said({ 'stacks/b.ts': real }, { 'stacks/a.ts': 'b.ts' }),
  'imports that are not there, with what was meant': said({
    'stacks/a.ts': imports('./shard/tags.ts', './other.ts', '../outside.ts', './shared'),
    'stacks/shared/tags.ts': ''
  }),
  'an import from a folder below, with what was meant above': said({
    'stacks/a.ts': imports('./b/c.ts'),
    'stacks/b/c.ts': imports('../tgas.ts'),
    'stacks/tags.ts': ''
  }),
  'imports in a circle': said({
    'stacks/a.ts': imports('./b.ts'),
    'stacks/b.ts': imports('./c.ts'),
    'stacks/c.ts': imports('./a.ts', './b.ts')
  }),
  'names that are not exported, in the order of their places': said({
    'stacks/a.ts': [
      "import { stateBuckett } from 'zenthea-foundation/state-bucket'",
      "import { completely } from './b.ts'",
      "import { tag, tgas } from './b.ts'",
      "import standard from './b.ts'",
      "export { other } from './b.ts'\n"
    ].join('\n'),
    'stacks/b.ts': 'export const tags = 1\n'
  }),
  'a default export that a star does not hand on': said({
    'stacks/a.ts': "import x from './b.ts'\nexport default x\n",
    'stacks/b.ts': "export * from './c.ts'\n",
    'stacks/c.ts': 'export default 1\n'
  }),
  'one name from two stars': said({
    'stacks/a.ts': "export * from './b.ts'\nexport * from './c.ts'\n",
    'stacks/b.ts': 'export const x = 1\nexport const y = 1\n',
    'stacks/c.ts': 'export const x = 2\nexport const z = 1\n'
  }),
  'syntax that is not TypeScript': said({ 'stacks/a.ts': 'export default stack(\n' }),
  'a file that exports nothing, no default, and another thing': () => [
    ...said({ 'stacks/a.ts': 'const x = 1\n' })(),
    ...said({ 'stacks/a.ts': '\n' })(),
    ...said({ 'stacks/a.ts': '' })(),
    ...said({ 'stacks/a.ts': 'export const x = 1\nexport const y = 2\n' })(),
    ...said({ 'stacks/a.ts': 'export default { account: 1 }\n' })(),
    ...said({ 'stacks/a.ts': 'export default 7\n' })(),
    ...said({ 'stacks/a.ts': 'export default () => 1\n' })(),
    ...said({ 'stacks/a.ts': 'export default null\n' })(),
    ...said({ 'stacks/a.ts': "export default 'a stack'\n" })()
  ],
  'a file that throws, and one that it imports': () => [
    ...said({ 'stacks/a.ts': 'const x = undefined\n\nexport default x.y\n' })(),
    ...said({ 'stacks/a.ts': imports('./b.ts'), 'stacks/b.ts': '\nthrow new Error("of b")\n' })()
  ]
} satisfies Readonly<Record<string, Screen>>)

test('a link counts as none where a commit is compared, and what cannot be read says why', () => {
  inProject({ 'stacks/a.ts': 'a', 'stacks/d.ts/e.ts': '' }, { 'stacks/b.ts': 'a.ts' }, (root) => {
    const read = [...sourcesRead(stackFiles(root))].map(([path, one]) => [path, E.isLeft(one) ? one.left : 'read'])
    assert.equal(Object.fromEntries(read), {
      'stacks/a.ts': 'read',
      'stacks/b.ts': 'it is a link to stacks/a.ts',
      'stacks/d.ts': 'it is not a file',
      'stacks/d.ts/e.ts': 'read'
    })
  })
})

test.run()
