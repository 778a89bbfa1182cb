import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Strike } from '../../src/outside/stand-in/stand-in.ts'
import { bench } from './bench/bench.ts'
import { committed } from './bench/stacks.ts'
import { plainDayZero, plainTofu } from './guarded/stack-at-work.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { there } from './guarded/faults.ts'
import { failedAfterwards, lockNamed } from './guarded/told.ts'
import { done, locksHeld } from './guarded/refused.ts'
import { ALWAYS, applied, plansEnd } from './guarded/struck.ts'

const tools = await bench()
const stack = committed('staging-eu')

const LOCK = `${stack.bucket}/${stack.key}`
const test = suite<{ guarded: Guarded }>('an answer to a call of tofu itself that is lost or bad, with a real tofu')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack)
  await plainDayZero(context.guarded)
})
test.after(({ guarded }) => guarded.close())

/** The answers of AWS. Sources: Amazon S3, Error Responses; Amazon DynamoDB, Common Errors. */
const ofDynamoDb = (type: string, message: string): Strike['answer'] => [
  400,
  { 'Content-Type': 'application/x-amz-json-1.0' },
  JSON.stringify({ __type: `com.amazon.coral.service#${type}`, message })
]
const ofS3 = (status: number, code: string, message: string): Strike['answer'] => [
  status,
  { 'Content-Type': 'application/xml' },
  `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${message}</Message></Error>`
]
const EXPIRED = ofDynamoDb('ExpiredTokenException', 'The security token included in the request is expired')

plansEnd(test, LOCK, {
  'the lock is taken, and the answer is lost': [
    { at: '.PutItem', times: 1, done: true, answer: null },
    [/this run's own tofu took and did not release/],
    true
  ],
  'the lock is released, and the answer is lost': [
    { at: '.DeleteItem', times: 1, done: true, answer: null },
    [/Error releasing the state lock/, /The lock is free: follow no advice of OpenTofu on force-unlock/],
    false
  ],
  'the release is throttled until tofu gives up': [
    {
      at: '.DeleteItem',
      times: ALWAYS,
      done: false,
      answer: ofDynamoDb('ThrottlingException', 'Rate of requests exceeds the allowed throughput.')
    },
    [/this run's own tofu took and did not release/, /to do {5}Wait a minute and run this again\./],
    true
  ],
  'the state is answered by a 307 alone': [
    { at: `GET /${stack.key}`, times: ALWAYS, done: false, answer: [307, { 'Content-Type': 'text/html' }, ''] },
    [/TemporaryRedirect/, /to do {5}Wait a minute/],
    false
  ],
  'the session ends at the tags of the table': [
    { at: '.ListTagsOfResource', times: ALWAYS, done: false, answer: EXPIRED },
    [/to do {5}Take new credentials/, /proven {2}lock-free/],
    false
  ]
})

test('apply: S3 is too busy to store the state: it lies in errored.tfstate, and is pushed by the line that is told', async ({
  guarded
}) => {
  const { code, screen, evidence } = await applied(guarded, 'OpenTofu state lock', 'Lock one', {
    at: `PUT /${stack.key}`,
    times: ALWAYS,
    done: false,
    answer: ofS3(503, 'SlowDown', 'Please reduce your request rate.')
  })
  assert.is(code, 1, screen)
  assert.match(screen, 'there is out/staging-eu/errored.tfstate')
  assert.match(screen, 'tofu -chdir=out/staging-eu state push errored.tfstate')
  assert.ok(failedAfterwards(evidence).includes('state-stored'), screen)
  const errored = join(guarded.root, 'out/staging-eu/errored.tfstate')
  assert.ok(existsSync(errored))
  for (const id of await locksHeld(guarded)) {
    assert.is(id, LOCK)
    await plainTofu(guarded, ['force-unlock', '-force', lockNamed(screen)])
  }
  await plainTofu(guarded, ['state', 'push', 'errored.tfstate'])
  rmSync(errored)
})

test('apply: the session ends at the release of the lock: all is applied and stored, and the lock is left', async ({
  guarded
}) => {
  const { screen, evidence } = await applied(guarded, 'Lock one', 'Lock two', {
    at: '.DeleteItem',
    times: ALWAYS,
    done: false,
    answer: EXPIRED
  })
  assert.match(screen, /own tofu took and did not release/)
  assert.match(screen, 'proven  state-moved')
  assert.ok(failedAfterwards(evidence).includes('lock-free'), screen)
  assert.equal(await locksHeld(guarded), [LOCK])
  await plainTofu(guarded, ['force-unlock', '-force', lockNamed(screen)])
})

test('plan: an answer is late: after half a minute it is said that tofu waits, for what, and what Ctrl-C would leave', async ({
  guarded
}) => {
  const { guard, home, bootstrap, scenario } = guarded
  const seen = join(home, 'planning')
  const planning = guard('plan', bootstrap, { typing: [['running   tofu plan', '', home, seen]] })
  await there(seen)
  scenario.moto.way.hold('.DescribeTable')
  await scenario.moto.way.held()
  await setTimeout(31_000)
  scenario.moto.way.release()
  const screen = done(await planning)
  assert.match(screen, /tofu plan has said nothing for 30 seconds\. It waits for the bucket, the lock table/)
  assert.match(screen, 'Ctrl-C asks it to stop: it then releases the lock')
  assert.match(screen, 'there is nothing to apply')
})

test('after all of it, a plan has nothing to do, and each host that tofu asks was asked by preflight before', async ({
  guarded
}) => {
  const [ended, calls] = await guarded.scenario.during(() => guarded.guard('plan', guarded.bootstrap))
  assert.match(done(ended), 'there is nothing to apply')
  const isOfTofu = (agent = ''): boolean => agent.includes('aws-sdk-go')
  const first = calls.findIndex(({ headers }) => isOfTofu(headers['user-agent']))
  const hosts = (of: typeof calls): ReadonlyArray<string> => [...new Set(of.map(({ host }) => host))].toSorted()
  const before = new Set(hosts(calls.slice(0, first)))
  const asked = hosts(calls.filter(({ headers }) => isOfTofu(headers['user-agent'])))
  assert.ok(asked.length >= 4, asked.join())
  assert.equal(
    asked.filter((host) => !before.has(host)),
    []
  )
})

test.run()
