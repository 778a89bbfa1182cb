import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Evidence } from '../../src/commands/guard/evidence.ts'
import { notSaid } from '../support/told-in-documents.ts'
import { bench } from './bench/bench.ts'
import { committed } from './bench/stacks.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { killTofu } from './guarded/faults.ts'
import { unlocked } from './guarded/stack-at-work.ts'
import { awsCommands, failedAfterwards, lockNamed, ofKilledDayZero, runAws } from './guarded/told.ts'
import { QUESTION, done, locksHeld } from './guarded/refused.ts'

const tools = await bench()
const stack = committed('staging-eu')

const MADE = ['ZentheaStagingEuAutomation', 'ZentheaStagingEuBoundary', 'ZentheaStagingEuOperator']
const ALL = 'Plan: 7 to import, 9 to add, 0 to change, 0 to destroy.'

const test = suite<{ guarded: Guarded }>('a day 0 that is killed in the middle, with a real tofu')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack)
  const { guard, bootstrap } = context.guarded
  done(await guard('init', bootstrap))
  assert.match(done(await guard('plan', bootstrap)), ALL)
})
test.after(({ guarded }) => guarded.close())

const applied = async ({ guard, bootstrap }: Guarded) =>
  guard('apply', bootstrap, { typing: [[QUESTION, 'staging\n']] })

const made = async ({ scenario }: Guarded, ...args: ReadonlyArray<string>): Promise<unknown> =>
  JSON.parse(await scenario.python('iam_made.py', [stack.file, ...args]))

const failed = ({ evidence }: Guarded): ReadonlyArray<string> => failedAfterwards(evidence().at(-1) as Evidence)

test('killed while it makes roles: they are there and in no state, and the report says what that will mean', async ({
  guarded
}) => {
  const { way } = guarded.scenario.moto
  way.hold('CreateRole')
  const ended = applied(guarded)
  // The provider asks for both roles at once, and each has to be made before the kill.
  await way.held(2)
  killTofu(guarded.home)
  way.release()
  const { code, screen } = await ended
  assert.is(code, 137, screen)
  assert.equal(failed(guarded), ['applied-whole', 'lock-free'])
  assert.match(screen, 'proven  state-moved: no state')
  assert.match(screen, /to do .*EntityAlreadyExists/)
  assert.equal(await made(guarded), MADE)
  await unlocked(guarded, lockNamed(screen))
  assert.equal(await locksHeld(guarded), [])
})

test('the next apply makes nothing twice: tofu names what is there, and the state is whole', async ({ guarded }) => {
  assert.match(done(await guarded.guard('plan', guarded.bootstrap)), ALL)
  const { code, screen } = await applied(guarded)
  assert.is(code, 1, screen)
  assert.match(screen, 'EntityAlreadyExists: A policy called ZentheaStagingEuBoundary already exists')
  assert.equal(failed(guarded), ['applied-whole'])
  assert.match(screen, 'proven  state-moved: serial 1')
  assert.equal(await made(guarded), MADE)
  assert.equal(await locksHeld(guarded), [])
})

/** The document shows the operator role and says to do the same with the other; one has an inline policy, if it came to that. */
const removal = (policies: Readonly<Record<string, ReadonlyArray<string>>>): ReadonlyArray<string> => {
  const [policy = '', role = '', ...boundary] = awsCommands(ofKilledDayZero)
  const ofRole = (name: string): ReadonlyArray<string> => [
    ...(policies[`ZentheaStagingEu${name}`] ?? []).map((inline) =>
      policy
        .replace('StagingEuOperator', `StagingEu${name}`)
        .replace('--policy-name operator', `--policy-name ${inline}`)
    ),
    role.replace('StagingEuOperator', `StagingEu${name}`)
  ]
  return [...ofRole('Operator'), ...ofRole('Automation'), ...boundary]
}

test('once the bootstrap principal has removed it with the commands of the document, day 0 goes on to its end', async ({
  guarded
}) => {
  const { guard, bootstrap } = guarded
  const inline = (await made(guarded, 'inline')) as Readonly<Record<string, ReadonlyArray<string>>>
  const commands = removal(inline)
  assert.is(commands.length, 3 + Object.values(inline).flat().length)
  for (const command of commands) await runAws(guarded, command)
  assert.equal(await made(guarded), [])
  const screen = done(await guard('plan', bootstrap))
  assert.match(screen, 'Plan: 9 to add, 0 to change, 0 to destroy.')
  assert.equal(notSaid(ofKilledDayZero, screen), [])
  assert.match(done(await applied(guarded)), 'proven  nothing-left')
  assert.equal(await made(guarded), MADE)
})

test.run()
