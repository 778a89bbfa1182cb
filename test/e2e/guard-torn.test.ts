import * as fs from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Evidence } from '../../src/commands/guard/evidence.ts'
import { bench } from './bench/bench.ts'
import { committed } from './bench/stacks.ts'
import { said } from './bench/tofu-output.ts'
import { changeStack, plainDayZero, plainTofu } from './guarded/stack-at-work.ts'
import { type GuardRun, type Guarded, openGuarded } from './guarded/guarded.ts'
import { goneTofu, killTofu, there } from './guarded/faults.ts'
import { awsCommands, failedAfterwards, lockNamed, ofTornDigest, runAws } from './guarded/told.ts'
import { QUESTION, done, locksHeld } from './guarded/refused.ts'

const tools = await bench()
const stack = committed('staging-eu')

const LOCK = `${stack.bucket}/${stack.key}`
const DIGEST = 'the MD5 of the object, as the refusal names it'
const typed = [QUESTION, 'staging\n'] as const
const test = suite<{ guarded: Guarded }>('an apply that is interrupted, killed or cut off, with a real tofu')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack)
  await plainDayZero(context.guarded)
})
test.after(({ guarded }) => guarded.close())

/** Each change is planned after what the test before it left: that this plan passes is how that one recovered. */
const planned = async (guarded: Guarded, from: string, to: string): Promise<string> => {
  await changeStack(guarded, from, to)
  return done(await guarded.guard('plan', guarded.bootstrap))
}

/** Applies; while the answer to the change of the table is held back, something happens. */
const applied = async (guarded: Guarded, run: GuardRun, meanwhile: () => Promise<unknown>) => {
  const { way } = guarded.scenario.moto
  way.hold('.TagResource')
  const ended = guarded.guard('apply', guarded.bootstrap, { ...run, typing: [typed, ...(run.typing ?? [])] })
  try {
    await way.held()
    await meanwhile()
  } finally {
    way.release()
  }
  return { ...(await ended), evidence: guarded.evidence().at(-1) as Evidence }
}

const runOf = ({ runs }: Evidence) => runs.find(({ command }) => command === 'apply')

test('Ctrl-C: tofu ends what it has begun, stores the state and releases the lock', async ({ guarded }) => {
  const { heldFile } = guarded.scenario.moto.way
  const heard = join(guarded.home, 'heard')
  await planned(guarded, 'OpenTofu state lock', 'Lock one')
  const { code, screen, evidence } = await applied(
    guarded,
    {
      typing: [
        ['aws_dynamodb_table.lock: Modifying', '\u0003', heldFile],
        // tofu's own words, when it has heard of it: the answer to its call is held back until then.
        ['Gracefully shutting down', '', heldFile, heard]
      ]
    },
    () => there(heard)
  )
  assert.match(screen, 'tofu is asked to stop. It ends what it has begun')
  assert.not.match(screen, 'asked again')
  assert.is(runOf(evidence)?.interrupts, 1)
  assert.is(runOf(evidence)?.exitCode, code)
  assert.is(code, 1)
  assert.match(screen, 'tofu ended with 1 after 1 request to stop: a part of it may be applied')
  assert.match(screen, 'proven  lock-free')
  assert.equal(failedAfterwards(evidence), ['applied-whole'])
  assert.equal(await locksHeld(guarded), [])
})

test('tofu is killed: the report says so, and whose lock is left', async ({ guarded }) => {
  await planned(guarded, 'Lock one', 'Lock two')
  const { code, screen, evidence } = await applied(guarded, {}, async () => killTofu(guarded.home))
  assert.is(code, 137, screen)
  assert.match(screen, 'tofu ended with 137: a part of it may be applied')
  assert.match(
    screen,
    /own tofu took and did not release: the lock was free before, \S+@\S+ holds it since .* for OperationTypeApply/
  )
  assert.equal(failedAfterwards(evidence), ['applied-whole', 'lock-free'])
  assert.equal(evidence.outcome, { reason: 'TofuFailed', objections: [], exitCode: 137 })
  assert.equal(await locksHeld(guarded), [LOCK])
  assert.equal(guarded.plans(), [])
  const again = await guarded.guard('plan', guarded.bootstrap)
  assert.is(again.code, 1, again.screen)
  assert.match(again.screen, 'held by')
  await plainTofu(guarded, ['force-unlock', '-force', lockNamed(screen)])
})

test('a second Ctrl-C tears the apply, after a warning', async ({ guarded }) => {
  const { scenario } = guarded
  await planned(guarded, 'Lock two', 'Lock three')
  const later = join(guarded.home, 'later')
  const { code, screen, evidence } = await applied(
    guarded,
    {
      typing: [
        ['aws_dynamodb_table.lock: Modifying', '\u0003', scenario.moto.way.heldFile],
        ['Another Ctrl-C makes it end at once', '\u0003', later]
      ]
    },
    async () => {
      // To give the lock back, tofu reads it first: there it is torn.
      scenario.moto.way.hold('.GetItem')
      await scenario.moto.way.held()
      // A key that is pressed again at once is one press.
      await setTimeout(1500)
      fs.writeFileSync(later, '')
      await goneTofu(guarded.home)
    }
  )
  assert.is(code, 1, screen)
  assert.match(screen, 'tofu is asked again, and ends at once.')
  assert.is(screen.split('A torn apply leaves the lock taken').length, 3)
  assert.match(screen, 'tofu ended with 1 after 2 requests to stop: a part of it may be applied')
  assert.is(runOf(evidence)?.interrupts, 2)
  assert.equal(failedAfterwards(evidence), ['applied-whole', 'lock-free'])
  assert.equal(await locksHeld(guarded), [LOCK])
  await plainTofu(guarded, ['force-unlock', '-force', lockNamed(screen)])
})

test('the network is cut while the state is stored: the report guesses nothing', async ({ guarded }) => {
  const { guard, scenario, root, bootstrap } = guarded
  const { way } = scenario.moto
  await planned(guarded, 'Lock three', 'Lock four')
  way.cutAt(`PUT /${stack.key}`)
  const { code, screen } = await guard('apply', bootstrap, { typing: [typed] })
  const evidence = guarded.evidence().at(-1) as Evidence
  way.mend()
  assert.is(code, 1, screen)
  assert.equal(failedAfterwards(evidence), ['applied-whole', 'state-stored', 'lock-free', 'state-object'])
  assert.is(evidence.state.after, null)
  assert.match(screen, 'there is out/staging-eu/errored.tfstate')
  assert.match(screen, 'tofu -chdir=out/staging-eu state push errored.tfstate')
  const errored = join(root, 'out/staging-eu/errored.tfstate')
  assert.is(fs.statSync(errored).mode & 0o077, 0)
  const refusedNow = await guard('plan', bootstrap)
  assert.is(refusedNow.code, 1)
  assert.match(refusedNow.screen, 'no-local-state')
  await plainTofu(guarded, ['force-unlock', '-force', lockNamed(refusedNow.screen)])
  await plainTofu(guarded, ['state', 'push', 'errored.tfstate'])
  fs.rmSync(errored)
})

test('the network is cut between the state and its digest: the object is right, and gets its digest by hand', async ({
  guarded
}) => {
  const { guard, scenario, root, bootstrap } = guarded
  const { way } = scenario.moto
  await planned(guarded, 'Lock four', 'Lock five')
  const torn = await applied(guarded, {}, async () => way.cutAt('.PutItem'))
  way.mend()
  assert.is(torn.code, 1, torn.screen)
  assert.equal(failedAfterwards(torn.evidence), ['applied-whole', 'lock-free', 'state-object'])
  const now = await guard('plan', bootstrap)
  assert.is(now.code, 1, now.screen)
  assert.match(now.screen, /to do .*the object is right: give the item of the digest its MD5/)
  const [, md5 = ''] = /an object with the MD5 ([0-9a-f]{32}), and the digest (?!\1)[0-9a-f]{32}/.exec(now.screen) ?? []
  assert.is.not(md5, '', now.screen)
  await plainTofu(guarded, ['force-unlock', '-force', lockNamed(now.screen)])
  const plain = await scenario.tofu([`-chdir=${join(root, 'out/staging-eu')}`, 'plan', '-input=false'], bootstrap)
  assert.match(said(plain), 'does not have the expected content')
  const [put = '', ...others] = awsCommands(ofTornDigest)
  assert.equal(others, [])
  assert.match(put, DIGEST)
  await runAws(guarded, put.replace(DIGEST, md5))
})

test('after it, a plan has nothing to do', async ({ guarded }) => {
  assert.match(done(await guarded.guard('plan', guarded.bootstrap)), 'there is nothing to apply')
})

test.run()
