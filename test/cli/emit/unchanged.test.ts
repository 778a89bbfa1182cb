import * as E from 'fp-ts/lib/Either.js'
import fs from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { outputFiles } from '../../../src/adapters/output/files.ts'
import type { PlainRun } from '../../../src/cli/emit/plain-run.js'
import { emitProgram } from '../../../src/cli/emit/program.ts'
import { unchangedText } from '../../../src/cli/emit/unchanged.js'
import { coloured } from '../../../src/cli/text/paint.js'
import { violation } from '../../../src/domain/problem.ts'
import type { Emission } from '../../../src/ports/stack-evaluator.ts'
import { type TempProject, inTempProject } from '../../support/temp-project.ts'
import { declaration } from '../../support/valid-blocks.ts'

const test = suite('emit, where nothing changed')

const TEXTS: Readonly<Record<string, string>> = { a: '{}\n', b: '{"ä":1}\n' }

const refusal = violation({
  rule: 'some-rule',
  clause: 'J.7.0 §4',
  at: ['phase'],
  expected: 'this',
  actual: 'that',
  remedy: 'mend it'
})

const emissionOf = (stack: string, isRefused: boolean): Emission => ({
  source: `stacks/${stack}.ts`,
  imports: [],
  file: isRefused
    ? E.left([refusal] as const)
    : E.right({
        declaration,
        stack,
        path: `out/${stack}/main.tf.json`,
        text: TEXTS[stack] ?? '',
        resources: 2,
        trusted: []
      })
})

type Asked = {
  readonly check?: boolean
  readonly named?: ReadonlyArray<string>
  readonly refused?: ReadonlyArray<string>
}

/** What the program says of the same project when it is asked the same, and does to it. */
const programSays = async (
  { root }: TempProject,
  { check = false, named = [] }: Asked,
  emissions: ReadonlyArray<Emission>
) => {
  const said = { out: '', err: '' }
  const terminal = {
    out: (text: string) => void (said.out += text),
    err: (text: string) => void (said.err += text),
    paintOut: coloured,
    paintErr: coloured
  }
  const ports = {
    stackEvaluator: () => ({ emitAll: () => () => Promise.resolve(emissions) }),
    outputFiles: outputFiles()
  }
  const code = await emitProgram(ports, terminal, root, [...(check ? ['--check'] : []), ...named])()
  return { code, ...said }
}

const unchanged = ({ root }: TempProject, { check = false, named = [] }: Asked, emissions: ReadonlyArray<Emission>) => {
  const sources = emissions.map(({ source }) => source)
  const task = { project: root, sources, stopped: new Map(), atOnce: 1 }
  const run: PlainRun['run'] = {
    task,
    patienceSeconds: 10,
    ending: Promise.resolve({ _tag: 'Emitted', emissions })
  }
  const chosen = named.length === 0 ? sources : sources.filter((source) => named.includes(source))
  return unchangedText(coloured, { check, chosen, run })
}

const A = 'out/a/main.tf.json'
const B = 'out/b/main.tf.json'
const REMOVE = { recursive: true }

const COMMITTED = { 'stacks/a.ts': '', 'stacks/b.ts': '', [A]: TEXTS['a'] ?? '', [B]: TEXTS['b'] ?? '' }

/** The answers that the two give in a project, and what the program changed in it. */
const answers = async (asked: Asked, arrange: (made: TempProject) => void) => {
  const found: Array<{ text: string | undefined; program: { code: number; out: string; err: string }; left: string }> =
    []
  await inTempProject(COMMITTED, async (made) => {
    arrange(made)
    const emissions = ['a', 'b'].map((stack) => emissionOf(stack, asked.refused?.includes(stack) ?? false))
    const before = listing(made)
    const text = await unchanged(made, asked, emissions)
    assert.is(listing(made), before)
    const program = await programSays(made, asked, emissions)
    found.push({ text, program, left: listing(made) === before ? 'as it was' : 'changed' })
  })
  const [one] = found
  if (one === undefined) throw new Error('nothing ran')
  return one
}

const listing = ({ at }: TempProject): string =>
  fs
    .readdirSync(at('.'), { recursive: true, withFileTypes: true })
    .filter(({ parentPath }) => !parentPath.includes('node_modules'))
    .map((entry) => {
      const path = `${entry.parentPath}/${entry.name}`
      return `${path} ${entry.isFile() ? fs.readFileSync(path, 'utf8') : ''}`
    })
    .toSorted()
    .join('\n')

const asItIs = (): void => undefined

for (const [what, asked, arrange] of [
  ['all', {}, asItIs],
  ['all, checked', { check: true }, asItIs],
  ['one of two', { named: ['stacks/b.ts'] }, asItIs],
  ['one of two, checked', { named: ['stacks/a.ts'], check: true }, asItIs],
  ['one, beside another that is refused by itself', { named: ['stacks/a.ts'], refused: ['b'] }, asItIs],
  ['one, beside another whose file is gone', { named: ['stacks/a.ts'] }, ({ at }) => fs.rmSync(at('out/b'), REMOVE)],
  ['one, beside another whose file differs', { named: ['stacks/a.ts'] }, (made) => made.write(B, 'old')],
  ['a file of git in out/', { check: true }, ({ write }) => write('out/.gitkeep', '')],
  ['what OpenTofu leaves beside the file', {}, ({ write }) => write('out/a/.terraform.lock.hcl', '')]
] satisfies ReadonlyArray<readonly [string, Asked, (made: TempProject) => void]>)
  test(`${what}: the words of the program, which would have done nothing either`, async () => {
    const { text, program, left } = await answers(asked, arrange)
    assert.match(program.out, check(asked))
    assert.equal([text, left], [program.out, 'as it was'])
    assert.equal([program.code, program.err], [0, ''])
  })

for (const [what, asked, code, arrange] of [
  ['a file that differs', {}, 0, (made) => made.write(A, `${TEXTS['a']} `)],
  ['a file that differs, checked', { check: true }, 1, (made) => made.write(A, '')],
  ['a file that is not there', {}, 0, ({ at }) => fs.rmSync(at(A))],
  ['a folder that is not there, checked', { check: true }, 1, ({ at }) => fs.rmSync(at('out/b'), REMOVE)],
  ['no out/', {}, 0, ({ at }) => fs.rmSync(at('out'), REMOVE)],
  ['a stack with a problem', { refused: ['b'] }, 1, asItIs],
  ['the folder of no stack, checked', { check: true }, 1, ({ write }) => write('out/c/main.tf.json', '')],
  ['the folder of no stack', {}, 0, ({ write }) => write('out/c/main.tf.json', '')],
  ['what a killed run left', {}, 0, ({ write }) => write('out/a/.main.tf.json.999999999.tmp', '{')],
  [
    'what a killed run left of another stack',
    { named: ['stacks/a.ts'] },
    0,
    ({ write }) => write('out/b/.main.tf.json.999999999.tmp', '{')
  ],
  ['out/ that leads elsewhere', {}, 1, (made) => moved(made, 'out')],
  ['a folder that leads elsewhere', {}, 1, (made) => moved(made, 'out/a')],
  ['a file that leads elsewhere', {}, 1, (made) => moved(made, A)],
  ['a folder in the place of a file', { check: true }, 1, (made) => replaced(made, A)],
  ['a link in out/ to something else', { check: true }, 0, ({ at }) => fs.symlinkSync(at('stacks'), at('out/c'))]
] satisfies ReadonlyArray<readonly [string, Asked, number, (made: TempProject) => void]>)
  test(`${what}: no words, and the program says what it is`, async () => {
    const { text, program } = await answers(asked, arrange)
    assert.is(text, undefined)
    assert.is(program.code, code)
  })

const check = (asked: Asked): RegExp => (asked.check === true ? /up to date/ : /unchanged/)

/** The same content, behind a symbolic link. */
const moved = ({ at }: TempProject, path: string): void => {
  fs.renameSync(at(path), at('elsewhere'))
  fs.symlinkSync(at('elsewhere'), at(path))
}

const replaced = ({ at }: TempProject, path: string): void => {
  fs.rmSync(at(path))
  fs.mkdirSync(at(path))
}

test('a run that was stopped: no words', () =>
  inTempProject(COMMITTED, async (made) => {
    const run: PlainRun['run'] = {
      task: { project: made.root, sources: ['stacks/a.ts'], stopped: new Map(), atOnce: 1 },
      patienceSeconds: 10,
      ending: Promise.resolve({ _tag: 'Stopped', at: 0, why: { _tag: 'Busy' } })
    }
    const sources = ['stacks/a.ts']
    assert.is(await unchangedText(coloured, { check: false, chosen: sources, run }), undefined)
  }))

test.run()
