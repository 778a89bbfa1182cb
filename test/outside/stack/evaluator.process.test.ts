import { type AbsolutePath, absolutePath } from '../../../src/diagnostics/kinds.ts'
import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { evaluatorWith } from '../../support/stack-evaluator.ts'
import { inTempProject, type TempProject } from '../../support/temp-project.ts'
import { type Said, said } from './said.ts'

const samples = absolutePath(fileURLToPath(new URL('../../project', import.meta.url)))
const good = readFileSync(`${samples}/stacks/staging-eu.ts`, 'utf8')
const evaluate = async (
  project: AbsolutePath,
  sources: ReadonlyArray<string>
): Promise<Readonly<Record<string, Said>>> =>
  said(await evaluatorWith({ patienceSeconds: 60 }).emitAll(project, sources)())

const test = suite('stack evaluator')

test('stacks become the committed files, in the order that was asked for', async () => {
  const names = readdirSync(`${samples}/stacks`)
    .filter((name) => name.endsWith('.ts'))
    .toReversed()
  assert.ok(names.length >= 2)
  const emissions = await evaluatorWith({ patienceSeconds: 60 }).emitAll(
    samples,
    names.map((name) => `stacks/${name}`)
  )()
  assert.equal(
    emissions.map(({ source, file }) => [source, file._tag === 'Right' ? file.right.text : file.left]),
    names.map((name) => [
      `stacks/${name}`,
      readFileSync(`${samples}/out/${name.replace('.ts', '')}/main.tf.json`, 'utf8')
    ])
  )
})

test('an emission names the other files that the stack is made of, each once', async () => {
  const files = {
    'stacks/staging-eu.ts': `import './shared/a.ts'\nimport './shared/b.ts'\n${good}`,
    'stacks/shared/a.ts': "import { name } from './deep/c.ts'\nexport const a = name\n",
    'stacks/shared/b.ts': "import { name } from './deep/c.ts'\nexport const b = name\n",
    'stacks/shared/deep/c.ts': "export const name = 'c'\n"
  }
  await inTempProject(files, async ({ root }) => {
    const [emission] = await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, ['stacks/staging-eu.ts'])()
    assert.is(emission?.file._tag, 'Right')
    assert.equal(emission?.imports.toSorted(), ['stacks/shared/a.ts', 'stacks/shared/b.ts', 'stacks/shared/deep/c.ts'])
  })
})

test('an emission says what was read: each file of stacks/ by the digest of its bytes, or why there is none', async () => {
  // By sha256sum.
  const digest = '82fda8e6435fc8956266c2d852a053b06e1127ea8b2fac0f74749df459ae0b7f'
  const files = { 'stacks/staging-eu.ts': good, 'stacks/shared/a.ts': "export const a = 'a'\n" }
  await inTempProject(files, async ({ root, at }) => {
    symlinkSync('a.ts', at('stacks/shared/b.ts'))
    const [emission] = await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, ['stacks/staging-eu.ts'])()
    assert.equal([...(emission?.read.keys() ?? [])].toSorted(), [
      'stacks/shared/a.ts',
      'stacks/shared/b.ts',
      'stacks/staging-eu.ts'
    ])
    assert.equal(emission?.read.get('stacks/shared/a.ts'), { _tag: 'Right', right: digest })
    assert.equal(emission?.read.get('stacks/shared/b.ts'), { _tag: 'Left', left: 'it is a link to stacks/shared/a.ts' })
  })
})

test('no sources, no emissions', async () =>
  assert.equal(await evaluatorWith({ patienceSeconds: 60 }).emitAll(samples, [])(), []))

/** Files of stacks/, and what is said of each: rule, place, and what is there. */
const faults: Readonly<Record<string, readonly [text: string | undefined, ...said: Said]>> = {
  'missing.ts': [undefined, 'stack-file-exists stacks/missing.ts there is no such file'],
  'folder.ts': [undefined, 'stack-file-exists stacks/folder.ts it is not a file'],
  'pipe.ts': [undefined, 'stack-file-exists stacks/pipe.ts it is not a file'],
  'link.ts': [undefined, 'stack-file-exists stacks/link.ts it leads out of stacks/'],
  'circle.ts': [undefined, 'stack-file-exists stacks/circle.ts symbolic links that lead in a circle'],
  'latin.ts': [undefined, 'stack-file-parses stacks/latin.ts bytes that are not UTF-8'],
  'parse.ts': ['export default (', 'stack-file-parses stacks/parse.ts:1:17 Expected `)` but found `EOF`'],
  'throw.ts': ["\n  throw new Error('no\\n  account')", 'stack-loads stacks/throw.ts:2:9 no account'],
  'throw-text.ts': ["throw 'no account'", "stack-loads stacks/throw-text.ts 'no account', which is not an Error"],
  'throw-nothing.ts': ['throw undefined', 'stack-loads stacks/throw-nothing.ts undefined, which is not an Error'],
  'throw-hostile.ts': [
    'throw { toString: () => { throw 1 }, toJSON: () => { throw 2 } }',
    'stack-loads stacks/throw-hostile.ts an object with the keys toString, toJSON, which is not an Error'
  ],
  'type-error.ts': [
    'const a = {} as { b: { c: 1 } }\nexport default a.b.c',
    "stack-loads stacks/type-error.ts:2:20 TypeError: Cannot read properties of undefined (reading 'c')"
  ],
  'in-shared.ts': [
    "import { check } from './shared/check.ts'\nexport default check('')",
    'stack-loads stacks/shared/check.ts:2:26 no name'
  ],
  'no-name.ts': [
    "import { nobody } from './shared/check.ts'\nexport default nobody",
    'stack-loads stacks/no-name.ts:1:10 `nobody`, which it does not export'
  ],
  'empty.ts': ['', 'stack-exports-a-stack stacks/empty.ts the file is empty'],
  'no-default.ts': [
    'export const a = 1, b = 2',
    'stack-exports-a-stack stacks/no-default.ts no default export, only a, b'
  ],
  'text.ts': [
    "export default 'a'",
    'stack-exports-a-stack stacks/text.ts the default export is a string, not made by stack(…)'
  ],
  'null.ts': [
    'export default null',
    'stack-exports-a-stack stacks/null.ts the default export is null, not made by stack(…)'
  ],
  'lookalike.ts': [
    'export default { declaration: {}, parts: [] }',
    'stack-exports-a-stack stacks/lookalike.ts the default export is an object with the keys declaration, parts, not made by stack(…)'
  ],
  'wants-missing.ts': [
    "import a from './shared/missing.ts'\nexport default a",
    'stack-file-exists stacks/wants-missing.ts:1:15 there is no such file'
  ],
  'wants-outside.ts': [
    "import a from '../outside.ts'\nexport default a",
    'stack-file-exists stacks/wants-outside.ts:1:15 it leads out of stacks/'
  ],
  'wants-link.ts': [
    "import a from './shared/link.ts'\nexport default a",
    'stack-file-exists stacks/wants-link.ts:1:15 it leads out of stacks/'
  ],
  'ring.ts': [
    "import { a } from './shared/ring-a.ts'\nexport default a",
    'stack-file-exists stacks/shared/ring-b.ts:1:19 it imports this file in turn'
  ],
  'wants-refused.ts': [
    "import { a } from './shared/refused.ts'\nexport default a",
    'stack-is-a-declaration stacks/shared/refused.ts:1:18 `process`, which reaches the environment and the process'
  ],
  'three.ts': [
    "import a from './shared/missing.ts'\nconst b = process.env\nimport c from 'node:fs'",
    'stack-file-exists stacks/three.ts:1:15 there is no such file',
    'stack-is-a-declaration stacks/three.ts:2:11 `process`, which reaches the environment and the process',
    "stack-is-a-declaration stacks/three.ts:3:15 an import of 'node:fs'"
  ]
}

const makeSpecial = ({ at, write }: TempProject): void => {
  write('outside.ts', 'export default 1')
  mkdirSync(at('stacks/folder.ts'))
  execFileSync('mkfifo', [at('stacks/pipe.ts')])
  symlinkSync('../outside.ts', at('stacks/link.ts'))
  symlinkSync('../../outside.ts', at('stacks/shared/link.ts'))
  symlinkSync('circle.ts', at('stacks/circle.ts'))
  write('stacks/latin.ts', Buffer.from("export default '\xe9'", 'latin1'))
}

const shared = {
  'stacks/shared/check.ts':
    "export const check = (name: string) => {\n  if (name === '') throw new Error('no name')\n}",
  'stacks/shared/ring-a.ts': "import { b } from './ring-b.ts'\nexport const a: unknown = b",
  'stacks/shared/ring-b.ts': "import { a } from './ring-a.ts'\nexport const b: unknown = a",
  'stacks/shared/refused.ts': 'export const a = process.env'
}

test('every fault of every file, all at once', () => {
  const texts = Object.entries(faults).flatMap(([name, [text]]) =>
    text === undefined ? [] : [[`stacks/${name}`, text]]
  )
  return inTempProject({ ...Object.fromEntries(texts), ...shared }, async (project) => {
    makeSpecial(project)
    const names = Object.keys(faults)
    const all = await evaluate(
      project.root,
      names.map((name) => `stacks/${name}`)
    )
    for (const name of names) assert.equal(all[`stacks/${name}`], faults[name]?.slice(1), name)
  })
})

/** A slip in an import, and the remedy that names what was meant. */
const slips: Readonly<Record<string, readonly [text: string, remedy: string]>> = {
  'name.ts': ["import { chekc } from './shared/check.ts'\nexport default chekc", 'Write check for chekc.'],
  'file.ts': [
    "import { check } from './shared/chekc.ts'\nexport default check",
    "Write './shared/check.ts' for './shared/chekc.ts'."
  ],
  'folder.ts': [
    "import { check } from './shraed/check.ts'\nexport default check",
    "Write './shared/check.ts' for './shraed/check.ts'."
  ],
  'part.ts': ["import { stakc } from 'zenthea-foundation/stack'\nexport default stakc", 'Write stack for stakc.'],
  'module.ts': [
    "import { stack } from 'zenthea-foundation/stakc'\nexport default stack",
    "Write 'zenthea-foundation/stack' for 'zenthea-foundation/stakc'."
  ],
  'deep/up.ts': [
    "import { check } from '../shared/chekc.ts'\nexport default check",
    "Write '../shared/check.ts' for '../shared/chekc.ts'."
  ],
  'far.ts': ["import { check } from './something.ts'\nexport default check", 'Correct the name, or create the file.']
}

test('what was meant by a misspelt import is named', () => {
  const texts = Object.entries(slips).map(([name, [text]]) => [`stacks/${name}`, text])
  return inTempProject({ ...Object.fromEntries(texts), ...shared }, async ({ root }) => {
    const sources = Object.keys(slips).map((name) => `stacks/${name}`)
    for (const { source, file } of await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, sources)()) {
      const [, remedy = ''] = slips[source.replace('stacks/', '')] ?? []
      const remedies = file._tag === 'Left' ? file.left.map((problem) => problem.remedy) : []
      assert.ok(remedies.includes(remedy), `${source}: ${remedies.join(' | ')}`)
    }
  })
})

test('a stack beside a file that does not load is judged as well, and refused', () =>
  inTempProject({ 'stacks/staging-eu.ts': good, 'stacks/b.ts': 'throw 1' }, async ({ root }) => {
    const all = await evaluate(root, ['stacks/b.ts', 'stacks/staging-eu.ts'])
    assert.is(all['stacks/b.ts']?.length, 1)
    assert.match(all['stacks/staging-eu.ts']?.join() ?? '', 'stacks/b.ts')
  }))

test('stacks may share files, and be links to files in stacks/', () =>
  inTempProject(
    {
      'stacks/shared/staging.ts': good.replace('export default', 'export const staging ='),
      'stacks/shared/again/index.ts': "export { staging as default } from '../staging.ts'"
    },
    async ({ root, at }) => {
      symlinkSync('shared/again/index.ts', at('stacks/staging-eu.ts'))
      assert.equal(await evaluate(root, ['stacks/staging-eu.ts']), { 'stacks/staging-eu.ts': [] })
    }
  ))

test('what a specifier leads to is settled here: no package, and none at all, has a say', () =>
  inTempProject({ 'stacks/staging-eu.ts': good }, async ({ root, at, write }) => {
    write('stacks/package.json', '{ "name": "zenthea-foundation", "exports": { "./stack": "./evil.ts" } }')
    write('stacks/evil.ts', "export const stack = () => { throw new Error('this ran') }")
    assert.equal(await evaluate(root, ['stacks/staging-eu.ts']), { 'stacks/staging-eu.ts': [] })
    rmSync(at('node_modules'), { recursive: true })
    assert.equal(await evaluate(root, ['stacks/staging-eu.ts']), { 'stacks/staging-eu.ts': [] })
  }))

test.run()
