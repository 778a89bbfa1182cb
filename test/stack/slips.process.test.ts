import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { folded } from '../../src/diagnostics/folded.ts'
import { evaluatorWith } from '../support/stack-evaluator.ts'
import { inTempProject } from '../support/temp-project.ts'
import { furtherSlips, slips } from './slips.ts'

const test = suite('slips in a stack file, as the compiler sees them')

const repository = fileURLToPath(new URL('../../', import.meta.url))
const whole = readFileSync(join(repository, 'test/project/stacks/staging-eu.ts'), 'utf8')
const options = JSON.stringify({
  compilerOptions: {
    ...(JSON.parse(readFileSync(join(repository, 'tsconfig.json'), 'utf8')) as { compilerOptions: object })
      .compilerOptions,
    // An import that nothing uses is no answer to a forgotten part.
    noUnusedLocals: false,
    typeRoots: [join(repository, 'node_modules/@types')]
  },
  include: ['stacks']
})

const all = Object.entries(slips).flatMap(([number, forms]) =>
  forms.map((slip, index) => ({ ...slip, number, file: `stacks/slip-${number}-${index}.ts` }))
)

const page = readFileSync(join(repository, 'docs/author.md'), 'utf8')

/** What the compiler says by docs/author.md: the quoted texts of the table's right column. */
const wordsOfPage = (): ReadonlyArray<string> => {
  const [, table = ''] = /\| it says +\|\n\|[-| ]+\|\n((?:\|.*\n)+)/.exec(page) ?? []
  const words = table
    .split('\n')
    .flatMap((row) => [...(row.split('|')[2] ?? '').matchAll(/`([^`]+)`/g)].map(([, text]) => text ?? ''))
  assert.ok(words.length >= 6, 'the table of docs/author.md')
  return words
}

/** What tsc says of each file, its lines joined; a file without a fault is not among them. */
const saidOf = async (root: string): Promise<ReadonlyMap<string, string>> => {
  const tsc = join(repository, 'node_modules/typescript/bin/tsc')
  const run = promisify(execFile)(process.execPath, [tsc, '-p', root, '--pretty', 'false'], { cwd: root })
  const { stdout } = await run.catch((error: { readonly stdout: string }) => error)
  const said = new Map<string, string>()
  let file = ''
  for (const line of stdout.split('\n')) {
    file = /^(\S+?)\(\d+,\d+\): error/.exec(line)?.[1] ?? file
    said.set(file, `${said.get(file) ?? ''}${line}\n`)
  }
  said.delete('')
  return said
}

test('the compiler shows at least 12 of the 21 slips while an author types, each in the words of its field', async () => {
  const files = Object.fromEntries(all.map(({ file, edit }) => [file, edit(whole)]))
  await inTempProject(
    {
      ...files,
      'stacks/staging-eu.ts': whole,
      'src/shared.ts': 'export type Shared = string\n',
      'tsconfig.json': options
    },
    async ({ root }) => {
      // Where one file cannot be parsed, tsc says nothing of the others: so it is looked at first, and then taken away.
      const unparsed = await saidOf(root)
      for (const file of unparsed.keys()) rmSync(join(root, file))
      const said = new Map([...unparsed, ...(await saidOf(root))])
      assert.equal([...unparsed.keys()], ['stacks/slip-14-0.ts'])
      assert.is(said.get('stacks/staging-eu.ts'), undefined, 'the committed stack compiles')
      for (const { title, file, shown } of all)
        if (shown === undefined) assert.is(said.get(file), undefined, `${title} is emit's to say`)
        else assert.match((said.get(file) ?? '').replaceAll('\n', ' '), shown, title)
      for (const words of wordsOfPage())
        assert.ok([...said.values()].join('').includes(words), `docs/author.md: ${words}`)
    }
  )
  const seen = Object.entries(slips).flatMap(([number, forms]) =>
    forms.every(({ shown }) => shown !== undefined) ? [Number(number)] : []
  )
  assert.equal(seen, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 14, 20])
  assert.is(Object.keys(slips).length, 21)
  assert.match(page, `Of the 21 slips that were tried as a new author makes them, the editor shows ${seen.length}.`)
})

test('emit makes one problem of each slip that was tried later, and tsc shows all but one of them', async () => {
  const files = furtherSlips.map(({ edit }, index) => [`stacks/later-${index}.ts`, edit(whole)] as const)
  await inTempProject({ ...Object.fromEntries(files), 'tsconfig.json': options }, async ({ root }) => {
    const said = await saidOf(root)
    for (const [index, { title, shown }] of furtherSlips.entries()) {
      const words = (said.get(`stacks/later-${index}.ts`) ?? '').replaceAll('\n', ' ')
      if (shown !== undefined) assert.match(words, shown, title)
    }
  })
  for (const { title, edit, at, says, remedy } of furtherSlips)
    await inTempProject({ 'stacks/staging-eu.ts': edit(whole) }, async ({ root }) => {
      const [emission] = await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, ['stacks/staging-eu.ts'])()
      assert.ok(emission?.file._tag === 'Left', title)
      const [problem, ...others] = folded(emission.file.left)
      assert.equal(others, [], title)
      assert.is(`${problem?.place?.line}:${problem?.place?.column} ${(problem?.at ?? []).join('.')}`, at, title)
      assert.match(`${problem?.expected} ${problem?.actual}`, says, title)
      assert.match(problem?.remedy ?? '', remedy, title)
    })
})

test.run()
