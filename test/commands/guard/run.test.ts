import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Memory, guardRun, onceStored, recordedRun } from '../../../src/commands/guard/run.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import type { GuardCommand } from '../../../src/commands/guard/commands.ts'
import { Evidence } from '../../../src/commands/guard/evidence.ts'
import type { EvidenceStore } from '../../../src/outside/private/stores.port.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'

type Context = GuardWorld & { stored: Map<string, string>; mayStore: () => boolean; memory: Memory }
const test = suite<Context>('the document of a run, from its beginning to its end')

test.before.each((context) => {
  Object.assign(context, guardWorld())
  context.stored = new Map()
  context.mayStore = () => true
  context.memory = { interrupted: async () => undefined }
})
test.after.each(({ close }) => close())

const run = async (context: Context, command: GuardCommand) => {
  let screen = ''
  const write = (text: string): void => void (screen += text)
  const evidence: EvidenceStore = {
    write: (stack, name, text) => async () => {
      if (!context.mayStore()) return E.left({ _tag: 'NotPrivate', path: 'evidence', why: 'can be read by others' })
      context.stored.set(`${stack}/${name}`, text)
      return E.right(name)
    }
  }
  const terminal = { out: write, err: write, paintOut: plain, paintErr: plain }
  const ports = { ...context.ports, evidence, newId: () => 'id', program: 'b'.repeat(64) }
  const named = { command, stack: 'staging-eu' }
  const work = onceStored(terminal, (begun) => guardRun(ports, terminal, begun, context.of(command)))
  const code = await recordedRun(ports, terminal, context.memory, named, work)()
  return { code, screen }
}

const documents = ({ stored }: Context): ReadonlyArray<Evidence> =>
  [...stored.values()].map((text) => {
    const decoded = Evidence.decode(JSON.parse(text))
    if (E.isLeft(decoded)) throw new Error(text)
    return decoded.right
  })

const early: Readonly<Record<string, readonly [GuardCommand, (context: Context) => void, string, string]>> = {
  'without a terminal': ['plan', ({ world }) => void (world.isTerminal = false), 'NotAllowed', 'terminal'],
  'under CI': ['init', ({ world }) => void (world.variables = { CI: '1' }), 'NotAllowed', 'by-hand'],
  'without a plan': ['apply', () => undefined, 'NotAllowed', 'plan-saved'],
  'by preflight': ['plan', ({ world }) => void (world.proof = 'refuses'), 'NotProven', '']
}
for (const [when, [command, act, reason, id]] of Object.entries(early))
  test(`one that is refused ${when} leaves a completed one`, async (context) => {
    act(context)
    assert.is((await run(context, command)).code, 1)
    const [document, ...others] = documents(context)
    assert.equal(others, [])
    assert.is(document?.completed, true)
    assert.is(document?.command, command)
    assert.equal(document?.outcome, { reason, objections: id === '' ? [] : [id], exitCode: 1 })
  })

test('what is stored at any moment of a run is of the schema, and says that it is not completed', async (context) => {
  const seen: Array<Evidence> = []
  context.world.at = () => void seen.push(...documents(context))
  for (const command of ['plan', 'apply'] as const) assert.is((await run(context, command)).code, 0)
  const atWork = seen.filter(({ completed }) => !completed)
  assert.ok(atWork.length > 5)
  for (const { outcome, ended } of atWork) {
    assert.is(outcome.reason, 'NotCompleted')
    assert.is(ended, null)
  }
  const [planned, applied] = documents(context)
  assert.equal([planned?.completed, applied?.completed], [true, true])
  assert.is(applied?.applied && applied.confirmed, true)
  assert.is(
    applied?.findings.some(({ of }) => of === 'plan'),
    true,
    'the second preflight takes nothing away'
  )
})

test('one that is killed while tofu applies says that tofu was let loose', async (context) => {
  assert.is((await run(context, 'plan')).code, 0)
  let killed: ReadonlyArray<Evidence> = []
  context.world.at = (moment) => {
    if (moment === 'applying') killed = documents(context)
  }
  await run(context, 'apply')
  assert.equal(
    killed.slice(-1).map(({ completed, applied, confirmed }) => [completed, applied, confirmed]),
    [[false, true, true]]
  )
})

test('where it cannot be stored nothing is done, and it is shown', async (context) => {
  context.mayStore = () => false
  const { code, screen } = await run(context, 'plan')
  assert.is(code, 1)
  assert.equal(context.ran, [])
  assert.match(screen, 'nothing was applied')
  assert.match(screen, 'the evidence cannot be stored in evidence: can be read by others')
  assert.match(screen, '"completed": true')
})

test('one that is interrupted is completed with that', async (context) => {
  context.world.at = (moment) => {
    if (moment === 'proving') void context.memory.interrupted()
  }
  context.world.proof = 'refuses'
  await run(context, 'plan')
  assert.ok([...context.stored.values()].length === 1)
})

test.run()
