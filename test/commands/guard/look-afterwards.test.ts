import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { notHalfApplied } from '../../../src/commands/guard/afterwards.ts'
import { apply } from '../../../src/commands/guard/apply.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import type { GuardPorts } from '../../../src/commands/guard/ports.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'

const test = suite<GuardWorld>('the look at what an apply left')
test.before.each((context) => {
  Object.assign(context, guardWorld())
})
test.after.each(({ close }) => close())

const said = (code: number, interrupts: number): ReadonlyArray<string> =>
  notHalfApplied('staging-eu', { code, interrupts, isTerminalGone: false }).map(({ actual }) => actual)

test('says how tofu ended, and how often it was asked to', () => {
  assert.equal(said(137, 0), ['tofu ended with 137: a part of it may be applied'])
  assert.equal(said(1, 1), ['tofu ended with 1 after 1 request to stop: a part of it may be applied'])
  assert.equal(said(1, 2), ['tofu ended with 1 after 2 requests to stop: a part of it may be applied'])
  assert.equal(said(0, 1), [])
})

type Ends = {
  readonly apply: number
  readonly fresh?: number
  readonly isErrored?: boolean
  readonly isMoved?: boolean
}

/** Each telling after an apply that ends so: the rules in their order, those that failed with an exclamation mark. */
const told = async (
  context: GuardWorld,
  { apply: code, fresh = 0, isErrored = false, isMoved = true }: Ends,
  ports: Partial<GuardPorts> = {}
) => {
  await plan(context.of('plan'))(context.ports)()
  const before = context.world.tofu
  context.world.says = 'Error: no plan'
  context.world.tofu = (call) => {
    if (call.args[0] === 'plan') return fresh
    if (call.args[0] !== 'apply') return before(call)
    if (isErrored) fs.writeFileSync(join(call.folder, 'errored.tfstate'), '{}', { mode: 0o600 })
    if (isMoved) context.world.serial = 8
    return code
  }
  const ended = await apply(context.of('apply'))({ ...context.ports, ...ports })()
  const tellings = context.events.flatMap((event) => {
    if (event._tag === 'NotPlanned') return [`NotPlanned ${event.stop._tag}`]
    if (event._tag !== 'After') return []
    const rules = event.findings.map(({ rule, outcome }) => `${rule}${outcome === 'passed' ? '' : '!'}`)
    return [[...rules, `serial ${event.state?.serial ?? 'unknown'}`].join(' ')]
  })
  return { ended: E.isRight(ended) ? ended.right : ended.left._tag, tellings }
}

const clean = (code: number, isClean = false) => ({ code, isClean })
const LOOK = 'lock-free state-digest state-read'
/** The lock alone, before tofu is let loose. */
const BEFORE = 'lock-free serial unknown'

test('all is well: lock and state, then that nothing is left in the folder or to do', async (context) => {
  assert.equal(await told(context, { apply: 0 }), {
    ended: clean(0, true),
    tellings: [BEFORE, `${LOOK} state-moved state-stored nothing-left serial 8`]
  })
})

test('what a fresh plan has to do is told as left, and ending with 2 is not told as a failure', async (context) => {
  assert.equal(await told(context, { apply: 0, fresh: 2 }), {
    ended: clean(0),
    tellings: [BEFORE, `${LOOK} state-moved state-stored nothing-left! serial 8`]
  })
})

test('where a fresh plan fails, what tofu says is told first, and the lock is looked at again', async (context) => {
  assert.equal(await told(context, { apply: 0, fresh: 1 }), {
    ended: clean(0),
    tellings: [BEFORE, 'NotPlanned TofuFailed', `${LOOK} state-moved state-stored lock-free nothing-left! serial 8`]
  })
})

test('an apply that fails is told as half done, and nothing is planned after it', async (context) => {
  assert.equal(await told(context, { apply: 1, isMoved: false }), {
    ended: clean(1),
    tellings: [BEFORE, `applied-whole! ${LOOK} state-moved state-stored serial 7`]
  })
})

test('a state that could not be stored is told of before anything is asked, and once', async (context) => {
  assert.equal(await told(context, { apply: 1, isErrored: true }), {
    ended: clean(1),
    tellings: [BEFORE, 'applied-whole! state-stored! serial unknown', `${LOOK} state-moved serial 8`]
  })
})

test('so is one that cannot be moved, and no fresh plan is made even where tofu ended well', async (context) => {
  const folders = {
    ...context.ports.folders,
    moveOut: () => TE.left({ _tag: 'SystemRefused', path: '/x', code: 'ENOSPC', message: 'no space' } as const)
  }
  assert.equal(await told(context, { apply: 0 }, { folders }), {
    ended: clean(0),
    tellings: [BEFORE, 'state-stored! serial unknown', `${LOOK} state-moved serial 8`]
  })
})

test('a state that does not move is told, and no fresh plan hides it', async (context) => {
  assert.equal(await told(context, { apply: 0, isMoved: false }), {
    ended: clean(0),
    tellings: [BEFORE, `${LOOK} state-moved! state-stored nothing-left serial 7`]
  })
})

test.run()
