import { commitId } from '../../support/kinds.ts'
import { machine } from '../../../src/diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apply } from '../../../src/commands/guard/apply.ts'
import { init } from '../../../src/commands/guard/init.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import { failed } from '../../../src/diagnostics/finding.ts'
import { type GuardWorld, guardWorld, lockText } from '../../support/guard-world.ts'

const LOCK_FILE = 'project/out/staging-eu/.terraform.lock.hcl'
const test = suite<GuardWorld>('the order of init, plan and apply')
test.before.each((context) => {
  Object.assign(context, guardWorld())
})
test.after.each(({ close }) => close())

const commandsOf = ({ ran }: GuardWorld) =>
  ran.map(([command]) => command).filter((command) => command !== 'version' && command !== 'init')

const planned = async (context: GuardWorld): Promise<void> => {
  const outcome = await plan(context.of('plan'))(context.ports)()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
}
const applying = (context: GuardWorld) => apply(context.of('apply'))(context.ports)()

/** The ids of what an apply or a plan is refused by, or its tag. */
const refusal = (outcome: E.Either<{ readonly _tag: string }, unknown>): ReadonlyArray<string> => {
  if (E.isRight(outcome)) return ['nothing']
  const stop = outcome.left as {
    readonly _tag: string
    readonly diagnostics?: ReadonlyArray<{ readonly rule: string }>
  }
  return stop.diagnostics?.map(({ rule }) => rule) ?? [stop._tag]
}
const savedFiles = ({ root }: GuardWorld): ReadonlyArray<string> => {
  const plans = join(root, 'state/zenthea-foundation/plans')
  return fs.existsSync(plans)
    ? fs
        .readdirSync(plans)
        .flatMap((folder) => fs.readdirSync(join(plans, folder)).map((name) => name.replace(/-.*\./, '.')))
    : []
}

test('plan, then apply: proven, judged, asked, applied, and looked at', async (context) => {
  await planned(context)
  assert.equal(commandsOf(context), ['plan', 'show', 'show'])
  const outcome = await applying(context)
  assert.equal(outcome, E.right({ code: 0, isClean: true }))
  assert.equal(commandsOf(context).slice(3), ['show', 'apply', 'plan'])
  assert.equal(savedFiles(context), [])
  assert.equal(
    fs.readdirSync(context.root).toSorted(),
    ['bin', 'project', 'state'],
    'the folders of both runs are gone'
  )
})

/** The bytes of each plan that tofu was given to read, by its command. */
const plansRead = (context: GuardWorld): ReadonlyArray<readonly [command: string, bytes: string]> => {
  const read: Array<readonly [command: string, bytes: string]> = []
  const { tofu } = context.world
  context.world.tofu = (call) => {
    const [command = ''] = call.args
    const plans = call.args.filter((arg) => command !== 'plan' && arg.endsWith('.tfplan'))
    read.push(...plans.map((path) => [command, fs.readFileSync(path, 'utf8')] as const))
    return tofu(call)
  }
  return read
}

test('the judge, the person, apply and the evidence have the same bytes of the plan, and its whole digest', async (context) => {
  const read = plansRead(context)
  const digest = createHash('sha256').update('a plan').digest('hex')
  await planned(context)
  const [record] = fs
    .readdirSync(context.root, { recursive: true, encoding: 'utf8' })
    .filter((path) => /plan-?.*\.json$/.test(path))
  assert.match(fs.readFileSync(join(context.root, record ?? ''), 'utf8'), `"planSha256": "${digest}"`)
  await applying(context)
  assert.equal(
    read,
    ['show', 'show', 'show', 'apply'].map((command) => [command, 'a plan'])
  )
  assert.match(context.questions.join(), `The plan is ${digest.slice(0, 12)}`)
  const told = context.events.flatMap((event) => (event._tag === 'Planned' ? [event.planSha256] : []))
  assert.equal(told, [digest, digest])
})

test('a plan whose bytes are others than those of its record is not applied, nor is it asked about', async (context) => {
  await planned(context)
  const state = join(context.root, 'state')
  const [kept = ''] = fs
    .readdirSync(state, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.tfplan'))
  fs.writeFileSync(join(state, kept), 'another plan')
  assert.equal(refusal(await applying(context)), ['plan-unchanged'])
  assert.equal(context.questions, [])
})

test('tofu is told to take the lock without a wait and to ask nothing', async (context) => {
  await planned(context)
  await applying(context)
  for (const args of context.ran.filter(([command]) => command === 'plan' || command === 'apply')) {
    for (const flag of ['-input=false', '-lock=true', '-lock-timeout=0s'])
      assert.ok(args.includes(flag), args.join(' '))
    assert.not.ok(args.includes('-auto-approve'))
  }
})

test('init takes a lock file that is there as it is, and makes one where there is none', async (context) => {
  await init(context.of('init'))(context.ports)()
  fs.rmSync(join(context.root, 'project/out/staging-eu/.terraform.lock.hcl'))
  await init(context.of('init'))(context.ports)()
  const [fetch = [], first = [], again = [], second = []] = context.ran.filter(([command]) => command === 'init')
  for (const args of [fetch, first, second]) assert.ok(args.includes('-lockfile=readonly'))
  assert.not.ok(again.includes('-lockfile=readonly'))
  assert.is(fs.readFileSync(join(context.root, LOCK_FILE), 'utf8'), lockText('a provider'))
})

const refusals: Readonly<Record<string, readonly [(context: GuardWorld) => void, ReadonlyArray<string>]>> = {
  'without a terminal': [({ world }) => void (world.isTerminal = false), ['terminal']],
  'under CI': [({ world }) => void (world.variables = { CI: '1' }), ['by-hand']],
  'where preflight refuses': [({ world }) => void (world.proof = 'refuses'), ['NotProven']],
  'with credentials that end soon': [({ world }) => void (world.minutesLeft = 14), ['credentials-last']],
  'with an older tofu': [({ world }) => void (world.version = '1.9.0'), ['tofu-version']],
  'with a file that was edited after preflight': [
    ({ root }) => fs.appendFileSync(join(root, 'project/out/staging-eu/main.tf.json'), ' '),
    ['file-unchanged']
  ]
}
for (const [when, [change, ids]] of Object.entries(refusals)) {
  test(`plan is refused ${when}, before tofu sees a credential`, async (context) => {
    change(context)
    assert.equal(refusal(await plan(context.of('plan'))(context.ports)()), ids)
    assert.equal(commandsOf(context), [])
    assert.equal(savedFiles(context), [])
  })

  test(`apply is refused ${when}, before tofu sees a credential`, async (context) => {
    await planned(context)
    change(context)
    assert.equal(refusal(await applying(context)), ids)
    assert.equal(commandsOf(context), ['plan', 'show', 'show'])
    assert.is(savedFiles(context).length, 2)
  })
}

const bad = failed({
  rule: 'plan-bad',
  clause: 'J.6.2 §7',
  from: machine('a test'),
  expected: 'x',
  actual: 'y',
  remedy: 'z'
})

test('a plan that is refused, seen by no rule, or empty is not kept', async (context) => {
  const { world } = context
  world.judged = { ...world.judged, findings: [...world.judged.findings, bad] }
  assert.equal(refusal(await plan(context.of('plan'))(context.ports)()), ['PlanRefused'])
  assert.equal(savedFiles(context), [])
  world.judged = { ...world.judged, findings: [] }
  assert.equal(refusal(await plan(context.of('plan'))(context.ports)()), ['PlanRefused'])
  assert.equal(savedFiles(context), [])
})

test('an empty plan ends well, is read once, and there is nothing to apply', async (context) => {
  context.world.judged = { ...context.world.judged, hasChanges: false }
  await planned(context)
  assert.equal(commandsOf(context), ['plan', 'show'])
  assert.equal(savedFiles(context), [])
  assert.equal(refusal(await applying(context)), ['plan-saved'])
})

test('a plan of another version than tofu says it has is refused', async (context) => {
  context.world.judged = { ...context.world.judged, tofuVersion: '1.9.0' }
  assert.equal(refusal(await plan(context.of('plan'))(context.ports)()), ['PlanRefused'])
  assert.equal(savedFiles(context), [])
})

test('a plan that fails is not kept, and neither is the one before it', async (context) => {
  await planned(context)
  context.world.tofu = () => 1
  assert.equal(refusal(await plan(context.of('plan'))(context.ports)()), ['TofuFailed'])
  assert.equal(savedFiles(context), [])
})

const between: Readonly<Record<string, readonly [(context: GuardWorld) => void, string]>> = {
  'another commit': [({ world }) => void (world.commit = commitId('b'.repeat(40))), 'plan-same-commit'],
  'other credentials': [({ world }) => void (world.principal = 'bootstrap principal'), 'plan-same-principal'],
  'another tofu': [({ root }) => fs.writeFileSync(join(root, 'bin/tofu'), 'another tofu'), 'plan-same-tofu'],
  'a quarter of an hour': [({ world }) => void (world.now += 15 * 60_000 + 1), 'plan-fresh'],
  'another apply': [({ world }) => void (world.serial = 8), 'plan-not-overtaken'],
  'another lock file': [({ root }) => fs.appendFileSync(join(root, LOCK_FILE), '\n'), 'plan-same-providers']
}
for (const [what, [change, id]] of Object.entries(between)) {
  test(`after ${what} a plan is not applied`, async (context) => {
    await planned(context)
    change(context)
    assert.equal(refusal(await applying(context)), [id])
    assert.not.ok(commandsOf(context).includes('apply'))
  })
}

const meanwhile: Readonly<Record<string, readonly [(context: GuardWorld) => void, string]>> = {
  'a quarter of an hour goes by': [({ world }) => void (world.now += 15 * 60_000 + 1), 'plan-fresh'],
  'the credentials end': [({ world }) => void (world.minutesLeft = 14), 'credentials-last'],
  'somebody else applies': [({ world }) => void (world.serial = 8), 'plan-not-overtaken'],
  'somebody takes the lock': [({ world }) => void (world.lockedBy = 'a.colleague@elsewhere'), 'lock-free'],
  'the file is edited': [
    ({ root }) => fs.appendFileSync(join(root, 'project/out/staging-eu/main.tf.json'), ' '),
    'file-unchanged'
  ]
}
for (const [what, [change, id]] of Object.entries(meanwhile))
  test(`nothing is applied when ${what} while the person types`, async (context) => {
    await planned(context)
    context.world.whileTyping = () => change(context)
    assert.equal(refusal(await applying(context)), [id])
    assert.not.ok(commandsOf(context).includes('apply'))
  })

test('a plan is applied once, also by two runs at the same time', async (context) => {
  await planned(context)
  const outcomes = await Promise.all([applying(context), applying(context)])
  assert.is(commandsOf(context).filter((command) => command === 'apply').length, 1)
  assert.is(outcomes.filter(E.isRight).length, 1)
})

test('another name than that of the environment applies nothing, and the plan stays', async (context) => {
  await planned(context)
  for (const typed of ['', 'production', 'yes', 'STAGING', 'staging-eu']) {
    context.world.typed = typed
    assert.equal(refusal(await applying(context)), ['NotConfirmed'])
  }
  assert.not.ok(commandsOf(context).includes('apply'))
  assert.is(savedFiles(context).length, 2)
})

/** The ids of the failed findings after the last apply. */
const leftBehind = ({ events }: GuardWorld): ReadonlyArray<string> =>
  events.flatMap((event) =>
    event._tag === 'After' ? event.findings.flatMap(({ outcome, rule }) => (outcome === 'failed' ? [rule] : [])) : []
  )

test('an apply that only brings back what the state has already need not move it', async (context) => {
  context.world.judged = { ...context.world.judged, bringsBack: true }
  await planned(context)
  context.world.tofu = () => 0
  await applying(context)
  assert.equal(leftBehind(context), [])
})

const torn: Readonly<Record<string, readonly [(context: GuardWorld) => number, number, ReadonlyArray<string>]>> = {
  'a lock that is still held': [
    ({ world }) => {
      world.lockedBy = 'me@here'
      world.serial = 8
      return 0
    },
    0,
    ['lock-free']
  ],
  'a state that did not move': [() => 0, 0, ['state-moved']],
  'a state that went back': [
    ({ world }) => {
      world.serial = 6
      return 1
    },
    1,
    ['applied-whole', 'state-moved']
  ],
  'a state of another lineage': [
    ({ world }) => {
      world.lineage = '9b2c3c9e-6f0b-6a4e-9f6c-0d2c1c3b5a11'
      world.serial = 8
      return 0
    },
    0,
    ['state-moved']
  ],
  'errored.tfstate': [
    ({ calls }) => {
      fs.writeFileSync(join(calls.at(-1)?.folder ?? '', 'errored.tfstate'), '{}', { mode: 0o600 })
      return 1
    },
    1,
    ['applied-whole', 'state-stored']
  ],
  'a tofu that was killed': [() => 137, 137, ['applied-whole']]
}
for (const [what, [act, code, ids]] of Object.entries(torn))
  test(`${what} is told after an apply, and the plan is gone`, async (context) => {
    await planned(context)
    const before = context.world.tofu
    context.world.tofu = (call) => (call.args[0] === 'apply' ? act(context) : before(call))
    assert.equal(await applying(context), E.right({ code, isClean: false }))
    assert.equal(leftBehind(context), ids)
    assert.equal(savedFiles(context), [])
  })

test('a state that could not be moved into the checkout is told by the place where it stays', async (context) => {
  await planned(context)
  const before = context.world.tofu
  context.world.tofu = (call) => {
    if (call.args[0] !== 'apply') return before(call)
    fs.writeFileSync(join(call.folder, 'errored.tfstate'), '{}', { mode: 0o600 })
    fs.writeFileSync(join(context.root, 'project/out/staging-eu/errored.tfstate'), 'of an earlier run')
    return 1
  }
  assert.equal(await applying(context), E.right({ code: 1, isClean: false }))
  const [stays, ...others] = context.events.flatMap((event) =>
    event._tag === 'After' ? event.findings.filter(({ rule }) => rule === 'state-stored') : []
  )
  assert.equal(others, [])
  const folder = context.calls.at(-1)?.folder ?? ''
  assert.is(stays?.actual, `there may be ${folder}/errored.tfstate, which could not be moved into the checkout`)
  assert.ok(fs.existsSync(join(folder, 'errored.tfstate')))
})

test.run()
