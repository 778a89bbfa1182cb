import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PolicyDocument } from '../../src/iam/document.ts'
import type { Call } from '../../src/outside/stand-in/stand-in.ts'
import { staging } from '../support/access-matrix/names.ts'
import { type AskedCall, type Step, firstRefusedUnder, lessened, refusedUnder } from '../support/day-zero/proof.ts'
import { seedProcess } from '../support/seed-process.ts'
import { needAwsCli } from './bench/aws-cli.ts'
import { bench } from './bench/bench.ts'
import { anyone } from './bench/child-environment.ts'
import { type StepCalls, askedOnDayZero } from './bench/day-zero-calls.ts'
import { committed } from './bench/stacks.ts'
import { said, succeeded } from './bench/tofu-output.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { QUESTION, done } from './guarded/refused.ts'
import { ofDayZero } from './guarded/told.ts'
import { seedByHand } from './life-cycle/seed-by-hand.ts'

const tools = await bench()
const stack = committed(staging.stack)

/** What `test/iam/day-zero-policy.test.ts` judges by. `RECORD=1` writes it anew from what is measured here. */
const list = fileURLToPath(new URL('../support/day-zero/calls.json', import.meta.url))
const principal = `arn:aws:sts::${staging.account}:assumed-role/${staging.bootstrap}/session-of-a-person`

const test = suite<{ guarded: Guarded; asked: ReadonlyArray<AskedCall>; policy: PolicyDocument }>('who may do day 0')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack, true)
})
test.after(({ guarded }) => guarded.close())

test('day 0 as the bootstrap principal, each step by the calls that it makes', async (context) => {
  const { guard, bootstrap, scenario } = context.guarded
  const steps: Array<StepCalls> = []
  const step = async (name: Step, run: () => ReturnType<typeof guard>): Promise<void> => {
    const [ended, calls] = await scenario.during<Awaited<ReturnType<typeof guard>>>(run)
    done(ended)
    steps.push([name, calls satisfies ReadonlyArray<Call>])
  }
  await step('seed', () => seedByHand(tools, stack, scenario, bootstrap))
  await step('init', () => guard('init', bootstrap))
  await step('plan', () => guard('plan', bootstrap))
  await step('apply', () => guard('apply', bootstrap, { typing: [[QUESTION, 'staging\n']] }))
  context.asked = askedOnDayZero(steps, staging.account, principal)
  const printed = await seedProcess([`stacks/${staging.stack}.ts`, '--policy'])
  assert.is(printed.code, 0, printed.stderr)
  context.policy = JSON.parse(printed.stdout) as PolicyDocument
})

test('all calls of seed, init, plan and apply are those of the committed list', ({ asked }) => {
  if (process.env['RECORD'] === '1') writeFileSync(list, `${JSON.stringify(asked, undefined, 2)}\n`)
  const text = (calls: ReadonlyArray<AskedCall>): ReadonlyArray<string> =>
    calls.map((call) => JSON.stringify(call)).toSorted()
  assert.equal(text(asked), text(JSON.parse(readFileSync(list, 'utf8')) as ReadonlyArray<AskedCall>))
})

test('the printed policy suffices for every call that was recorded', async ({ asked, policy }) => {
  assert.equal(await refusedUnder(policy, asked, staging), [])
})

test('without any one action, resource or lock id of it, a recorded call is refused', ({ asked, policy }) => {
  const spare = lessened(policy).filter((less) => firstRefusedUnder(less.policy, asked, staging) === undefined)
  assert.equal(
    spare.map((less) => less.without),
    []
  )
})

test('the account owner attaches it, and takes it away, by the commands of the document', async ({
  guarded,
  policy
}) => {
  needAwsCli()
  const { scenario } = guarded
  const [print, attach = '', remove = ''] = ofDayZero.map(({ command }) => command)
  assert.is(print, `npm run -s seed -- stacks/${staging.stack}.ts --policy > day-0-policy.json`)
  writeFileSync(join(scenario.folder, 'day-0-policy.json'), JSON.stringify(policy, undefined, 2))
  const attached = async (): Promise<unknown> => {
    const names = await scenario.shell(`aws iam list-role-policies --role-name ${staging.bootstrap}`, anyone)
    return (JSON.parse(names.stdout) as { readonly PolicyNames: unknown }).PolicyNames
  }
  for (const [command, names] of [
    [attach, ['day-0']],
    [remove, []]
  ] as const) {
    const ended = await scenario.shell(command, anyone)
    assert.ok(succeeded(ended), `${command}\n${said(ended)}`)
    assert.equal(await attached(), names)
  }
})

test.run()
