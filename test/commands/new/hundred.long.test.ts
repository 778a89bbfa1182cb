import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { type NewPorts, newProgram } from '../../../src/commands/new/program.ts'
import { type Answers, questions } from '../../../src/commands/new/questions.ts'
import { stackOf } from '../../../src/commands/new/stack-file.ts'
import { offlineStatus } from '../../../src/commands/status/stack-status.ts'
import { statusLines } from '../../../src/commands/status/status-text.ts'
import type { Emission } from '../../../src/outside/stack/evaluator.port.ts'
import { emitStacks } from '../../../src/stack/emit.ts'

const test = suite('a hundred stacks by the flags of new')

/** Of the account and the team of a number, in the convention of stacks/. */
const factsOf = (index: number): Answers => ({
  account: String(210_000_000_017 + index * 7919),
  environment: `team${index}`,
  'logical-region': 'eu',
  'aws-region': 'eu-central-1',
  operators: '',
  'operator-users': '/operators/',
  planners: `arn:aws:iam::${210_000_000_017 + index * 7919}:role/Planner`
})

const withProposals = (facts: Answers): Answers => {
  let all = facts
  for (const { name, propose } of questions)
    if (all[name] === undefined && propose !== undefined) all = { ...all, [name]: propose(all) }
  return all
}

/** What every stack so far emits, judged together. */
const emissionsOf = (made: ReadonlyMap<string, Answers>): ReadonlyArray<Emission> =>
  emitStacks([...made].map(([source, answers]) => ({ source, stack: E.right(stackOf(answers)) }))).map((one) => ({
    ...one,
    imports: [],
    read: new Map()
  }))

const run = async (facts: Answers, others: ReadonlyArray<Emission>): Promise<ReadonlyArray<string>> => {
  const written: Array<string> = []
  const ports: NewPorts = {
    stackEvaluator: { emitAll: () => T.of(others) },
    outputFiles: { sources: () => TE.right(O.some(others.map(({ source }) => source))) },
    stackWriter: { create: (_project, source) => TE.fromIO(() => void written.push(source)) },
    prompter: { isThere: false, ask: () => T.of(O.none), confirm: () => T.of(O.none) }
  }
  const said: Array<string> = []
  const terminal = { out: () => {}, err: (text: string) => void said.push(text), paintOut: plain, paintErr: plain }
  const flags = Object.entries(facts).map(([name, text]) => `--${name}=${text}`)
  assert.is(await newProgram(ports, terminal, '/project', [...flags, '--yes'])(), 0, said.join(''))
  return written
}

test('each is written beside all before it, all are valid together, and status is one screen', async () => {
  const made = new Map<string, Answers>()
  for (let index = 0; index < 100; index += 1) {
    const isJudgedBesideAll = index % 20 === 19
    const [source = ''] = await run(factsOf(index), isJudgedBesideAll ? emissionsOf(made) : [])
    made.set(source, withProposals(factsOf(index)))
  }
  const all = emissionsOf(made)
  assert.equal([all.length, all.filter(({ file }) => E.isLeft(file))], [100, []])
  const status = all.map((emission) => {
    const bytes = new TextEncoder().encode(E.isRight(emission.file) ? emission.file.right.text : '')
    const there = E.right(O.some(bytes))
    const committed = E.right(O.some({ bytes, entry: `100644 ${'a'.repeat(40)}` }))
    return offlineStatus({ emission, emitted: there, committed, planned: E.right(O.none), applied: E.right(O.none) })
  })
  const lines = statusLines(plain, status, { isLive: false, lists: 'what needs attention' })
  assert.equal(lines, ['100 stacks: 100 as they must be, 0 need attention'])
  const pages = all.flatMap(({ file }) => (E.isRight(file) ? [file.right.review.text] : []))
  assert.is(new Set(pages).size, 100)
})

test('the name, bucket or role of any of them is refused at its question', async () => {
  const made = new Map(
    Array.from({ length: 20 }, (_, index) => [`stacks/team${index}-eu.ts`, withProposals(factsOf(index))])
  )
  const facts = { ...factsOf(50), bucket: 'zenthea-team7-eu-tfstate' }
  try {
    await run(facts, emissionsOf(made))
    assert.unreachable()
  } catch (error) {
    assert.match(String(error), '--bucket is refused')
  }
})

test.run()
