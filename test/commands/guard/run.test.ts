import { digest } from '../../support/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Memory, guardRun, onceStored, recordedRun } from '../../../src/commands/guard/run.ts'
import { plain } from '../../../src/command-line/terminal.ts'
import type { GuardCommand } from '../../../src/commands/guard/commands.ts'
import { Evidence } from '../../../src/commands/guard/evidence.ts'
import type { EvidenceStore } from '../../../src/outside/private/stores.port.ts'
import type { PrivateFailure } from '../../../src/outside/files/files.port.ts'
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
  const { code, screen } = await ending(context, command)
  if (code instanceof Error) throw code
  return { code, screen }
}

/** How a run ended: its exit code, or the defect that ended it. */
const ending = async (context: Context, command: GuardCommand) => {
  const { code, screen } = await throwing(context, command)
  if (code instanceof Error) assert.instance(code, TypeError)
  return { code, screen }
}

const throwing = async (context: Context, command: GuardCommand) => {
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
  const ports = {
    ...context.ports,
    evidence,
    newId: () => 'id',
    program: digest<'the program'>('b'.repeat(64)),
    isSandbox: false
  }
  const named = { command, stack: 'staging-eu' }
  const work = onceStored(terminal, (begun) => guardRun(ports, terminal, begun, context.of(command)))
  const code = await recordedRun(ports, terminal, context.memory, named, work)().catch((error: unknown) => {
    if (error instanceof Error) return error
    throw error
  })
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

/** How a run can end: the command, what differs, the reason in its document, and its exit code. */
const ends: Readonly<Record<string, readonly [GuardCommand, (context: Context) => void, string, number]>> = {
  'an init': ['init', () => undefined, 'Done', 0],
  'a plan': ['plan', () => undefined, 'Done', 0],
  'an apply': ['apply', () => undefined, 'Done', 0],
  'an apply that moves no state': ['apply', ({ world }) => void (world.tofu = () => 0), 'NotClean', 1],
  'an apply that tofu ends itself': [
    'apply',
    ({ world }) => {
      const { tofu } = world
      world.tofu = (call) => (call.args[0] === 'apply' ? 3 : tofu(call))
    },
    'TofuFailed',
    3
  ],
  'a plan that tofu ends itself': ['plan', ({ world }) => void (world.tofu = () => 4), 'TofuFailed', 4],
  'another name than the environment': ['apply', ({ world }) => void (world.typed = 'prod'), 'NotConfirmed', 1]
}
for (const [what, [command, act, reason, exitCode]] of Object.entries(ends))
  test(`${what} ends with ${exitCode}, and its document says ${reason}`, async (context) => {
    if (command === 'apply') assert.is((await run(context, 'plan')).code, 0)
    act(context)
    assert.is((await run(context, command)).code, exitCode)
    assert.equal(documents(context).at(-1)?.outcome, { reason, objections: [], exitCode })
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

const ERRORED = 'errored.tfstate'
const defect = (): never => {
  throw new TypeError('a defect of this test')
}
/** tofu applies, cannot store the state, and leaves it where it runs. */
const leavesState = ({ world, calls }: Context, then: () => void): void => {
  world.at = (moment) => {
    if (moment !== 'applying') return
    fs.writeFileSync(join(calls.at(-1)?.folder ?? '', ERRORED), '{}', { mode: 0o600 })
    then()
  }
}
const statesLeft = ({ root }: Context): ReadonlyArray<string> =>
  fs.readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith(ERRORED))

const defects: Readonly<Record<string, (context: Context) => void>> = {
  'while tofu applies': (context) => leavesState(context, defect),
  'in the look at the lock': (context) =>
    leavesState(context, () => {
      const { clock } = context.ports
      Object.assign(context.ports, { clock: { ...clock, now: defect } })
    }),
  'in the look at the state': (context) =>
    leavesState(context, () => Object.defineProperty(context.world, 'lineage', { get: defect })),
  'in storing the evidence': (context) => leavesState(context, () => void (context.mayStore = defect))
}
for (const [when, break_] of Object.entries(defects))
  test(`a defect ${when} loses no state, and it is said how things stand`, async (context) => {
    assert.is((await run(context, 'plan')).code, 0)
    break_(context)
    const { code, screen } = await ending(context, 'apply')
    const isTold = /errored\.tfstate/.test(screen)
    assert.equal([code instanceof Error || isTold, statesLeft(context).length], [true, 1], screen)
    if (code instanceof Error) assert.match(screen, /a defect ended this run; tofu apply (was begun|ended with)/)
    if (when !== 'while tofu applies') assert.ok(isTold, screen)
    assert.is(documents(context).at(-1)?.applied, true)
    assert.is(code instanceof Error && documents(context).at(-1)?.completed, false)
  })

const full: PrivateFailure = {
  _tag: 'SystemRefused',
  path: 'a place',
  code: 'ENOSPC',
  message: 'ENOSPC: no space left on device'
}
const lockOf = ({ root }: Context): string => join(root, 'project/out/staging-eu/.terraform.lock.hcl')

/** What a run stores beside its evidence, each as one that the system refuses or that a defect ends. */
const storing: Readonly<
  Record<string, readonly [GuardCommand, (context: Context, fail: () => E.Either<PrivateFailure, never>) => void]>
> = {
  "init's lock file is put into the checkout": [
    'init',
    (context, fail) => {
      fs.rmSync(lockOf(context))
      Object.assign(context.ports, { checkout: { ...context.ports.checkout, create: () => async () => fail() } })
    }
  ],
  'the plan and its record are stored': [
    'plan',
    ({ ports }, fail) => void Object.assign(ports, { plans: { ...ports.plans, keep: () => async () => fail() } })
  ]
}
for (const [when, [command, break_]] of Object.entries(storing)) {
  test(`where the system refuses while ${when}, the evidence says it, and the next run does it`, async (context) => {
    const whole = fs.readFileSync(lockOf(context))
    const { plans, checkout } = context.ports
    break_(context, () => E.left(full))
    const { code, screen } = await run(context, command)
    assert.is(code, 1)
    assert.match(
      screen,
      /the system refuses a place: ENOSPC: no space left on device\n {2}to do {5}\S.* run this again/
    )
    assert.match(screen, 'nothing was applied')
    const [document] = documents(context)
    assert.equal([document?.completed, document?.outcome.reason, document?.applied], [true, 'NotKept', false])
    assert.match((await run(context, 'apply')).screen, /plan-saved[^]*npm run tofu -- stacks\/staging-eu\.ts plan/)
    Object.assign(context.ports, { plans, checkout })
    assert.is((await run(context, command)).code, 0)
    assert.equal(fs.readFileSync(lockOf(context)), whole)
  })

  test(`where a defect ends a run while ${when}, its evidence stays uncompleted, and the next run does it`, async (context) => {
    const whole = fs.readFileSync(lockOf(context))
    const { plans, checkout } = context.ports
    break_(context, defect)
    const { code, screen } = await ending(context, command)
    assert.instance(code, Error)
    assert.match(screen, 'a defect ended this run; nothing was applied')
    const [document] = documents(context)
    assert.equal([document?.completed, document?.outcome.reason], [false, 'NotCompleted'])
    assert.equal(fs.existsSync(lockOf(context)), command === 'plan')
    // The process that a defect ends takes its ticket with it; this one goes on.
    Object.assign(context.ports, { plans, checkout, runs: { take: () => TE.right(E.right(async () => undefined)) } })
    assert.is((await run(context, command)).code, 0)
    assert.equal(fs.readFileSync(lockOf(context)), whole)
  })
}

for (const command of ['init', 'plan'] as const) {
  test(`where the evidence of ${command} cannot be completed, it is shown whole, and the run is none that went well`, async (context) => {
    const isCompleting = (): boolean => context.ran.some(([word]) => word === (command === 'init' ? 'init' : 'show'))
    context.mayStore = () => !isCompleting()
    const { code, screen } = await run(context, command)
    assert.is(code, 1)
    assert.match(screen, /the evidence cannot be stored in evidence[^]*Keep it yourself; it is:/)
    assert.ok(Evidence.is(JSON.parse(screen.slice(screen.lastIndexOf('\n{')))))
  })

  test(`a defect while the evidence of ${command} is completed leaves the uncompleted one`, async (context) => {
    let writes = 0
    context.world.at = (moment) => void (writes += moment === 'showing' || moment === 'initialising' ? 1 : 0)
    context.mayStore = () => (writes > 0 && context.ran.at(-1)?.[0] !== 'version' ? defect() : true)
    const { code, screen } = await ending(context, command)
    assert.instance(code, Error)
    assert.match(screen, 'a defect ended this run; nothing was applied')
    assert.is(documents(context).at(-1)?.completed, false)
  })
}

const PLACE = '/home/jane.doe/a place/x'
const inPlace = (): never => {
  throw new Error(`not there: ${PLACE}`)
}

/** Every function of every port that a run is given, as `port.function`. */
const functionsOf = ({ ports }: Context): ReadonlyArray<readonly [port: string, name: string]> =>
  Object.entries(ports).flatMap(([port, of]) =>
    typeof of === 'object' && of !== null
      ? Object.entries(of).flatMap(([name, use]) => (typeof use === 'function' ? [[port, name] as const] : []))
      : []
  )

test('what a port throws puts no place of this machine on the screen or into the evidence', async (context) => {
  const all = functionsOf(context)
  assert.ok(all.length > 25, String(all.length))
  let defects = 0
  for (const [port, name] of all)
    for (const command of ['plan', 'apply'] as const) {
      const fresh: Context = { ...guardWorld(), stored: new Map(), mayStore: () => true, memory: context.memory }
      if (command === 'apply') assert.is((await run(fresh, 'plan')).code, 0)
      const of = Object.entries(fresh.ports).flatMap(([key, use]) => (key === port ? Object.entries(Object(use)) : []))
      Object.assign(fresh.ports, { [port]: { ...Object.fromEntries(of), [name]: inPlace } })
      const { code, screen } = await throwing(fresh, command)
      defects += code instanceof Error ? 1 : 0
      for (const text of [screen, ...fresh.stored.values()]) assert.not.match(text, /jane\.doe/, `${port}.${name}`)
      fresh.close()
    }
  assert.ok(defects > 30, String(defects))
})

test('a plan is refused while a state of an earlier run lies in its folder, and an init is not', async (context) => {
  const left = join(context.root, 'zf-left/project/out/staging-eu')
  fs.mkdirSync(left, { recursive: true, mode: 0o700 })
  fs.chmodSync(join(context.root, 'zf-left'), 0o700)
  fs.writeFileSync(join(left, ERRORED), '{}')
  const { code, screen } = await run(context, 'plan')
  assert.is(code, 1)
  assert.match(screen, `there is ${left}/${ERRORED}`)
  assert.match(screen, `mv -n ${left}/${ERRORED} out/staging-eu/${ERRORED}`)
  assert.equal(context.ran, [])
  assert.is((await run(context, 'init')).code, 0)
  fs.rmSync(join(left, ERRORED))
  assert.is((await run(context, 'plan')).code, 0)
})

test('a run sweeps the copies that were not used for a month, and keeps its own', async (context) => {
  const programs = join(context.root, 'state/zenthea-foundation/programs')
  assert.is((await run(context, 'plan')).code, 0)
  const [own = ''] = fs.readdirSync(programs)
  fs.mkdirSync(join(programs, 'f'.repeat(64)), { mode: 0o700 })
  for (const name of [own, 'f'.repeat(64)]) fs.utimesSync(join(programs, name), new Date(1000), new Date(1000))
  assert.is((await run(context, 'plan')).code, 0)
  assert.equal(fs.readdirSync(programs), [own])
})

test.run()
