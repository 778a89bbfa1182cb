import * as E from 'fp-ts/lib/Either.js'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apply } from '../../../src/commands/guard/apply.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import type { TofuCall } from '../../../src/outside/tofu/tofu.port.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'
import { type GuardWorld, type Moment, guardWorld } from '../../support/guard-world.ts'
import { reviewedWorld } from '../../support/guard-git.ts'
import { OVERRIDE, type Swap, gitSwaps, kinds, privatePlace, swaps } from '../../support/guard-swaps.ts'

/** What a tofu does outside of the guard: what it was, which provider it started, which plan it applied, what ran with it. */
type Effects = {
  programs: Set<string>
  providers: Set<string>
  authorities: Set<string>
  applied: Array<string>
  canary: Array<string>
}
type Context = GuardWorld & { effects: Effects }

const test = suite<Context>('the moments between proof and apply')

/** As a real tofu: it reads every file of its folder, and starts what init put into its data directory. */
const watched = (call: TofuCall, effects: Effects): void => {
  effects.programs.add(fs.readFileSync(call.file, 'utf8'))
  const [command = ''] = call.args
  if (!['plan', 'apply'].includes(command)) return
  effects.authorities.add(fs.readFileSync(call.environment['AWS_CA_BUNDLE'] ?? '', 'utf8'))
  const providers = join(call.folder, '.terraform/providers')
  for (const name of fs.readdirSync(providers, { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('terraform-provider-aws')) effects.providers.add(fs.readFileSync(join(providers, name), 'utf8'))
  const [emitted] = [fs.readFileSync(join(call.folder, 'main.tf.json'), 'utf8')]
  if (fs.existsSync(join(call.folder, OVERRIDE)) || emitted.includes('local-exec')) effects.canary.push(command)
  if (command === 'apply') effects.applied.push(fs.readFileSync(call.args.at(-1) ?? '', 'utf8'))
}

test.before.each((context) => {
  Object.assign(context, guardWorld())
  context.effects = { programs: new Set(), providers: new Set(), authorities: new Set(), applied: [], canary: [] }
  const { world } = context
  const before = world.tofu
  world.tofu = (call) => {
    watched(call, context.effects)
    return before(call)
  }
})
test.after.each(({ close }) => close())

type Outcome = E.Either<{ readonly _tag: string }, unknown>

const { override, emitted, openStack } = swaps.file
const { open } = swaps.folder
const { folder, linkedPlan, linkedFile } = swaps.link
const { otherPlan, planAndRecord, pipe, noPlan } = swaps.plan
const { otherRecord } = swaps.record
const { lock } = swaps.lock
const { data, mirror, storedProvider } = swaps.provider
const { tofu, storedTofu } = swaps.tofu
const { commit } = swaps.HEAD
const { serial, lineage, gone } = swaps.state
const { held } = swaps['lock item']
const { role, credentials } = swaps.credentials
const { authorities } = swaps.authorities
const { late, early } = swaps.clock
const { refusing, away } = swaps['what is around them']
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
  assert.equal([...effects.authorities], ['the authorities'])
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
  ['plan', 'initialising', [override, data, mirror, tofu, authorities]],
  ['plan', 'planning', [override, data, mirror, tofu, lock, authorities]],
  ['apply', 'initialising', [override, data, mirror, authorities]],
  ['apply', 'judging', [override, data, mirror, authorities]],
  ['apply', 'proving again', [authorities]],
  ['apply', 'applying', [override, emitted, linkedFile, folder, data, mirror, tofu, lock, commit, authorities]]
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
  [storedProvider, 'nothing'],
  [storedTofu, 'nothing'],
  [open, 'checkout-unchanged-by-others'],
  [openStack, 'checkout-unchanged-by-others'],
  [pipe, 'NotKept'],
  [planAndRecord, 'nothing']
]
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

const { branch, emptyCommit, unborn } = gitSwaps.HEAD
const { staged, removedFromIndex, tornIndex } = gitSwaps.index
const { forged, goneObject, tornObject, replaced, borrowed } = gitSwaps.object

/** What happens to the repository while the person types, and what refuses it; a replacement is not followed. */
const inRepository: ReadonlyArray<readonly [Swap, string]> = [
  [branch, 'file-committed'],
  [emptyCommit, 'plan-same-commit'],
  [unborn, 'repository'],
  [staged, 'file-staged'],
  [removedFromIndex, 'file-staged'],
  [tornIndex, 'file-staged'],
  [forged, 'file-committed'],
  [goneObject, 'file-committed'],
  [tornObject, 'file-committed'],
  [borrowed, 'file-committed'],
  [replaced, 'nothing']
]
for (const [[what, act], id] of inRepository)
  test(`${what} in git while the person types: ${id === 'nothing' ? 'without effect' : id}`, async (context) => {
    const reviewed = { ...context, ...reviewedWorld(context) }
    assert.ok(E.isRight(await ran(reviewed, 'plan')))
    context.world.whileTyping = () => act(context)
    const outcome = await ran(reviewed, 'apply')
    const [last] = context.events.findLast((event) => event._tag === 'Preflighted')?.results.slice(-1) ?? []
    const rules = last?._tag === 'Refused' ? last.findings.filter(({ outcome: is }) => is === 'failed') : []
    const said = refusal(outcome) === 'NotProven' ? rules.map(({ rule }) => rule) : [refusal(outcome)]
    assert.ok(said.includes(id), said.join())
    assert.equal(context.effects.applied, id === 'nothing' ? ['a plan'] : [])
    onlyProven(context)
  })

test('each of the 16 kinds has a swap, each swap has its moment, and there are more than 60', () => {
  const moments: ReadonlyArray<Swap> = [
    ...[...refusedWhileTyping, ...otherwise, ...inRepository].map(([swap]) => swap),
    ...withoutEffect.flatMap(([, , list]) => list)
  ]
  const all = Object.values(kinds)
  assert.is(all.length, 16)
  for (const list of all) assert.ok(list.length > 0)
  for (const swap of all.flat()) assert.ok(moments.includes(swap), swap[0])
  assert.ok(moments.length > 60)
})

test('another provider in every place is not started, and not kept', async (context) => {
  context.world.provider = 'another provider'
  assert.is(refusal(await ran(context, 'plan')), 'provider-bound')
  assert.equal([...context.effects.providers], [])
  assert.equal(fs.readdirSync(privatePlace(context, 'providers')), [])
})

test('what is judged, shown, asked about and applied are the same bytes', async (context) => {
  assert.ok(E.isRight(await ran(context, 'plan')))
  context.calls
    .filter(({ args }) => args[0] === 'show')
    .forEach(({ args }) => assert.match(args.at(-1) ?? '', 'judged'))
  assert.ok(E.isRight(await ran(context, 'apply')))
  assert.equal(context.questions.length, 1)
  assert.match(context.questions[0] ?? '', 'Plan: 0 to add, 1 to change, 0 to destroy.')
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
