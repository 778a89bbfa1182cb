import * as E from 'fp-ts/lib/Either.js'
import { execFileSync } from 'node:child_process'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apply } from '../../../src/commands/guard/apply.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import type { TofuCall } from '../../../src/outside/tofu/tofu.port.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'
import { type GuardWorld, type Moment, guardWorld, lockText } from '../../support/guard-world.ts'

/** What a tofu does outside of the guard: what it was, which provider it started, which plan it applied, what ran with it. */
type Effects = { programs: Set<string>; providers: Set<string>; applied: Array<string>; canary: Array<string> }
type Context = GuardWorld & { effects: Effects }

const test = suite<Context>('the moments between proof and apply')

const OVERRIDE = 'x_override.tf.json'

/** As a real tofu: it reads every file of its folder, and starts what init put into its data directory. */
const watched = (call: TofuCall, effects: Effects): void => {
  effects.programs.add(fs.readFileSync(call.file, 'utf8'))
  const [command = ''] = call.args
  if (!['plan', 'apply'].includes(command)) return
  const providers = join(call.folder, '.terraform/providers')
  for (const name of fs.readdirSync(providers, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('terraform-provider-aws')) effects.providers.add(fs.readFileSync(join(providers, name), 'utf8'))
  const [emitted] = [fs.readFileSync(join(call.folder, 'main.tf.json'), 'utf8')]
  if (fs.existsSync(join(call.folder, OVERRIDE)) || emitted.includes('local-exec')) effects.canary.push(command)
  if (command === 'apply') effects.applied.push(fs.readFileSync(call.args.at(-1) ?? '', 'utf8'))
}

test.before.each((context) => {
  Object.assign(context, guardWorld())
  context.effects = { programs: new Set(), providers: new Set(), applied: [], canary: [] }
  const { world } = context
  const before = world.tofu
  world.tofu = (call) => {
    watched(call, context.effects)
    return before(call)
  }
})
test.after.each(({ close }) => close())

type Outcome = E.Either<{ readonly _tag: string }, unknown>
type Act = (context: Context) => void
type Swap = readonly [what: string, act: Act]

const out = ({ root }: GuardWorld, name = ''): string => join(root, 'project/out/staging-eu', name)
const state = ({ root }: GuardWorld, ...names: ReadonlyArray<string>): string =>
  join(root, 'state/zenthea-foundation', ...names)
const below = (folder: string, ending: string): string => {
  const names = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' })
  return join(folder, names.find((name) => name.endsWith(ending)) ?? 'nothing')
}
const savedPlan = (context: GuardWorld): string => below(state(context, 'plans'), '.tfplan')
const record = (context: GuardWorld): string => below(state(context, 'plans'), 'plan.json')

const override: Swap = ['an override beside the emitted file', (all) => fs.writeFileSync(out(all, OVERRIDE), '{}')]
const emitted: Swap = ['another emitted file', (all) => fs.writeFileSync(out(all, 'main.tf.json'), '"local-exec"')]
const folder: Swap = [
  'a link in the place of the folder',
  (all) => {
    fs.cpSync(out(all), join(all.root, 'elsewhere'), { recursive: true })
    fs.writeFileSync(join(all.root, 'elsewhere', OVERRIDE), '{}')
    fs.rmSync(out(all), { recursive: true })
    fs.symlinkSync(join(all.root, 'elsewhere'), out(all))
  }
]
const open: Swap = ['a folder that all may write to', (all) => fs.chmodSync(out(all), 0o777)]
const lock: Swap = [
  'another lock file',
  (all) => fs.writeFileSync(out(all, '.terraform.lock.hcl'), lockText('another provider'))
]
const data: Swap = [
  'another provider in .terraform',
  (all) => {
    fs.mkdirSync(out(all, '.terraform/providers'), { recursive: true })
    fs.writeFileSync(out(all, '.terraform/providers/terraform-provider-aws'), 'another provider')
  }
]
const mirror: Swap = ['another provider in the mirror', ({ world }) => void (world.provider = 'another provider')]
const tofu: Swap = ['another tofu on PATH', ({ root }) => fs.writeFileSync(join(root, 'bin/tofu'), 'another tofu')]
const otherPlan: Swap = ['another plan', (all) => fs.writeFileSync(savedPlan(all), 'another plan')]
const otherRecord: Swap = ['another record', (all) => fs.appendFileSync(record(all), ' ')]
const planAndRecord: Swap = [
  'another plan with a record that fits it',
  (all) => {
    fs.writeFileSync(savedPlan(all), 'another plan')
    const text = fs.readFileSync(record(all), 'utf8')
    fs.writeFileSync(record(all), text.replaceAll(sha256('a plan'), sha256('another plan')))
  }
]
const pipe: Swap = [
  'a pipe in the place of the plan',
  (all) => {
    const path = savedPlan(all)
    fs.rmSync(path)
    execFileSync('mkfifo', ['-m', '600', path])
  }
]
const linkedPlan: Swap = ['a second link to the plan', (all) => fs.linkSync(savedPlan(all), join(all.root, 'linked'))]
const linkedFile: Swap = [
  'a hard link in the place of the emitted file',
  (all) => {
    fs.writeFileSync(join(all.root, 'linked'), '"local-exec"')
    fs.rmSync(out(all, 'main.tf.json'))
    fs.linkSync(join(all.root, 'linked'), out(all, 'main.tf.json'))
  }
]
const noPlan: Swap = ['no plan', (all) => fs.rmSync(record(all))]
const commit: Swap = ['another commit', ({ world }) => void (world.commit = 'b'.repeat(40))]
const role: Swap = ['another role', ({ world }) => void (world.principal = 'bootstrap principal')]
const refusing: Swap = ['something that preflight refuses', ({ world }) => void (world.proof = 'refuses')]
const credentials: Swap = ['credentials that end soon', ({ world }) => void (world.minutesLeft = 14)]
const late: Swap = ['a later clock', ({ world }) => void (world.now += 15 * 60_000 + 1)]
const early: Swap = ['an earlier clock', ({ world }) => void (world.now -= 60_000)]
const serial: Swap = ['another serial', ({ world }) => void (world.serial = 8)]
const lineage: Swap = ['another lineage', ({ world }) => void (world.lineage = '11111111-2222-4333-8444-555555555555')]
const gone: Swap = ['no state', ({ world }) => void (world.serial = undefined)]
const held: Swap = ['a lock that is held', ({ world }) => void (world.lockedBy = 'a.colleague@elsewhere')]
const away: Swap = ['a terminal that is gone', ({ world }) => void (world.isTerminal = false)]

/** What happens then is refused for this reason, and nothing is applied. */
const refusedWhileTyping: ReadonlyArray<readonly [Swap, string]> = [
  [emitted, 'file-unchanged'],
  [folder, 'NotReadable'],
  [open, 'checkout-unchanged-by-others'],
  [lock, 'plan-same-providers'],
  [tofu, 'plan-same-tofu'],
  [otherPlan, 'plan-as-shown'],
  [otherRecord, 'plan-as-shown'],
  [planAndRecord, 'plan-as-shown'],
  [pipe, 'NotKept'],
  [linkedPlan, 'NotKept'],
  [linkedFile, 'file-unchanged'],
  [noPlan, 'plan-saved'],
  [commit, 'plan-same-commit'],
  [role, 'plan-same-principal'],
  [refusing, 'NotProven'],
  [credentials, 'credentials-last'],
  [late, 'plan-fresh'],
  [early, 'plan-fresh'],
  [serial, 'plan-not-overtaken'],
  [lineage, 'plan-not-overtaken'],
  [gone, 'plan-not-overtaken'],
  [held, 'lock-free'],
  [away, 'terminal']
]

const refusal = (outcome: Outcome): string => {
  if (E.isRight(outcome)) return 'nothing'
  const stop = outcome.left as {
    readonly _tag: string
    readonly diagnostics?: ReadonlyArray<{ readonly rule: string }>
  }
  return stop.diagnostics?.map(({ rule }) => rule).join() ?? stop._tag
}

const ran = (context: Context, command: 'plan' | 'apply'): Promise<Outcome> =>
  (command === 'plan' ? plan : apply)(context.of(command))(context.ports)()

/** Whatever came of it: only what was proven was started, and nothing beside it was run. */
const onlyProven = ({ effects }: Context): void => {
  assert.equal(effects.canary, [])
  assert.equal([...effects.programs], ['a tofu'])
  assert.equal([...effects.providers], ['a provider'])
}

for (const [[what, act], id] of refusedWhileTyping)
  test(`nothing is applied after ${what} while the person types`, async (context) => {
    assert.ok(E.isRight(await ran(context, 'plan')))
    context.world.whileTyping = () => act(context)
    assert.is(refusal(await ran(context, 'apply')), id)
    assert.equal(context.effects.applied, [])
    onlyProven(context)
  })

/** What cannot reach the run any more: it ends well, with the proven bytes. */
const withoutEffect: ReadonlyArray<readonly ['plan' | 'apply', Moment, ReadonlyArray<Swap>]> = [
  ['plan', 'fetching', [override, data, tofu]],
  ['plan', 'initialising', [override, data, mirror, tofu]],
  ['plan', 'planning', [override, data, mirror, tofu, lock]],
  ['apply', 'initialising', [override, data, mirror]],
  ['apply', 'judging', [override, data, mirror]],
  ['apply', 'applying', [override, emitted, linkedFile, folder, data, mirror, tofu, lock, commit]]
]
for (const [command, moment, swaps] of withoutEffect)
  for (const [what, act] of swaps)
    test(`${what} while it is ${moment} does not reach ${command}`, async (context) => {
      const { world, effects } = context
      if (command === 'apply') assert.ok(E.isRight(await ran(context, 'plan')))
      world.at = (now) => {
        if (now === moment) act(context)
      }
      assert.is(refusal(await ran(context, command)), 'nothing')
      assert.equal(effects.applied, command === 'apply' ? ['a plan'] : [])
      onlyProven(context)
    })

/** What is done between the plan and its apply, or before the plan. */
const otherwise: ReadonlyArray<readonly [Swap, string]> = [
  [
    ['another provider in the private store', (all) => replace(below(state(all, 'providers'), 'provider-aws'))],
    'nothing'
  ],
  [['another tofu in the private store', (all) => replace(below(state(all, 'programs'), 'tofu'))], 'nothing'],
  [open, 'checkout-unchanged-by-others'],
  [['a stack that all may write to', ({ root }) => openStack(root)], 'checkout-unchanged-by-others'],
  [pipe, 'NotKept'],
  [planAndRecord, 'nothing']
]
const replace = (path: string): void => {
  fs.chmodSync(path, 0o700)
  fs.writeFileSync(path, 'something else')
}
const openStack = (root: string): void => {
  fs.mkdirSync(join(root, 'project/stacks'))
  fs.writeFileSync(join(root, 'project/stacks/staging-eu.ts'), '')
  fs.chmodSync(join(root, 'project/stacks/staging-eu.ts'), 0o666)
}
for (const [[what, act], id] of otherwise)
  test(`${what} between plan and apply: ${id === 'nothing' ? 'without effect' : id}`, async (context) => {
    assert.ok(E.isRight(await ran(context, 'plan')))
    act(context)
    const outcome = await ran(context, 'apply')
    assert.is(refusal(outcome), id)
    assert.ok(
      context.effects.applied.every((bytes) => bytes === (act === planAndRecord[1] ? 'another plan' : 'a plan'))
    )
    onlyProven(context)
  })

test('another provider in every place is not started, and not kept', async (context) => {
  context.world.provider = 'another provider'
  assert.is(refusal(await ran(context, 'plan')), 'provider-bound')
  assert.equal([...context.effects.providers], [])
  assert.equal(fs.readdirSync(state(context, 'providers')), [])
})

test('what is judged, shown, asked about and applied are the same bytes', async (context) => {
  assert.ok(E.isRight(await ran(context, 'plan')))
  context.calls
    .filter(({ args }) => args[0] === 'show')
    .forEach(({ args }) => assert.match(args.at(-1) ?? '', 'judged'))
  assert.ok(E.isRight(await ran(context, 'apply')))
  assert.equal(context.questions.length, 1)
  assert.match(context.questions[0] ?? '', 'Plan: 1 to change.')
  assert.match(context.questions[0] ?? '', sha256('a plan').slice(0, 12))
  assert.equal(context.effects.applied, ['a plan'])
})

test('where what is known cannot be stored, nothing is applied', async (context) => {
  assert.ok(E.isRight(await ran(context, 'plan')))
  let notes = 0
  context.world.note = () =>
    (notes += 1) < 2 ? E.right(undefined) : E.left({ _tag: 'NotPrivate', path: 'evidence', why: 'is open' })
  assert.is(refusal(await ran(context, 'apply')), 'NotKept')
  assert.equal(context.effects.applied, [])
})

test('a plan in a second terminal is refused while an apply asks, and replaces nothing', async (context) => {
  assert.ok(E.isRight(await ran(context, 'plan')))
  let second: Promise<Outcome> | undefined
  const { world } = context
  world.at = (moment) => {
    if (moment === 'judging') second ??= ran(context, 'plan')
  }
  const first = await ran(context, 'apply')
  assert.is(refusal(first), 'nothing')
  const outcome = (await second) ?? first
  assert.is(refusal(outcome), 'run-alone')
  assert.match(
    JSON.stringify(outcome),
    `apply has been at work since 2026-01-31T12:00:00.000Z, as process ${process.pid}`
  )
  assert.equal(context.effects.applied, ['a plan'])
})

test.run()
