import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Strike } from '../../src/outside/stand-in/stand-in.ts'
import { bench } from './bench/bench.ts'
import { committed } from './bench/stacks.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { done, locksHeld } from './guarded/refused.ts'
import { plainDayZero } from './guarded/stack-at-work.ts'
import { ALWAYS, type Fault, applied, plansEnd, struck } from './guarded/struck.ts'
import { failedAfterwards, runAws } from './guarded/told.ts'

const tools = await bench()
const stack = committed('staging-eu')

const LOCK = `${stack.bucket}/${stack.key}`
const STATE = `/${stack.key}`
const test = suite<{ guarded: Guarded }>('a fault of AWS at a call of tofu itself, with a real tofu')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack)
  await plainDayZero(context.guarded)
})
test.after(({ guarded }) => guarded.close())

/** Faults as AWS writes them. Sources: Amazon DynamoDB, Common Errors; Amazon S3, Error Responses. */
const OF_DYNAMODB: Strike['answer'] = [
  500,
  { 'Content-Type': 'application/x-amz-json-1.0' },
  JSON.stringify({ __type: 'com.amazonaws.dynamodb.v20120810#InternalServerError', message: 'Internal server error' })
]
const OF_S3: Strike['answer'] = [
  500,
  { 'Content-Type': 'application/xml' },
  '<?xml version="1.0" encoding="UTF-8"?><Error><Code>InternalError</Code><Message>We encountered an internal error. Please try again.</Message></Error>'
]
const WITHOUT_WORDS: Strike['answer'] = [500, { 'Content-Type': 'text/html' }, '']

plansEnd(test, LOCK, {
  'the lock is taken, and a 500 is answered': [
    { at: '.PutItem', times: 1, done: true, answer: OF_DYNAMODB },
    [/this run's own tofu took and did not release/],
    true
  ],
  'the lock is answered by a 500': [
    { at: '.PutItem', times: ALWAYS, done: false, answer: OF_DYNAMODB },
    [/Error acquiring the state lock/, /to do {5}Look at the AWS Health Dashboard/, /proven {2}lock-free/],
    false
  ],
  'the state is answered by a 500': [
    { at: `GET ${STATE}`, times: ALWAYS, done: false, answer: OF_S3 },
    [/to do {5}Look at the AWS Health Dashboard/, /proven {2}lock-free/],
    false
  ],
  'the state is answered by a 500 without a word': [
    { at: `GET ${STATE}`, times: ALWAYS, done: false, answer: WITHOUT_WORDS },
    [/to do {5}Look at the AWS Health Dashboard/, /proven {2}lock-free/],
    false
  ],
  'the release is answered by a 500': [
    { at: '.DeleteItem', times: ALWAYS, done: false, answer: OF_DYNAMODB },
    [/this run's own tofu took and did not release/, /to do {5}Look at the AWS Health Dashboard/],
    true
  ]
})

/**
 * What tofu asks again for by itself, however late the faults are; and the digest, without which it reads the state all the
 * same. Preflight has read both before. Source: OpenTofu, internal/backend/remote-state/s3/client.go.
 */
const passing: Readonly<Record<string, Fault>> = {
  'the lock, twice late and by a 500': { at: '.PutItem', times: 2, done: false, after: 4, answer: OF_DYNAMODB },
  'the state, twice late and by a 500': { at: `GET ${STATE}`, times: 2, done: false, after: 4, answer: OF_S3 },
  'the digest, always by a 500': {
    at: '.GetItem',
    with: '-md5',
    times: ALWAYS,
    done: false,
    answer: OF_DYNAMODB
  },
  'the tags of the table, once by nothing': { at: '.ListTagsOfResource', times: 1, done: false, answer: null }
}
for (const [what, fault] of Object.entries(passing))
  test(`plan: ${what}: it passes, and says nothing of it`, async ({ guarded }) => {
    const screen = done(await struck(guarded, 'plan', fault))
    assert.match(screen, 'there is nothing to apply')
    assert.not.match(screen, 'Health Dashboard')
    assert.equal(await locksHeld(guarded), [])
  })

test('apply: the digest is not written at first, and a 500 is answered: tofu writes it again, and all is well', async ({
  guarded
}) => {
  const { code, screen } = await applied(guarded, 'OpenTofu state lock', 'Lock one', {
    at: '.PutItem',
    with: '-md5',
    times: 1,
    done: false,
    answer: OF_DYNAMODB
  })
  assert.is(code, 0, screen)
  assert.match(screen, 'proven  nothing-left')
})

test('apply: the state is stored, and a 500 is answered: tofu stores it again, and all is well', async ({
  guarded
}) => {
  const { code, screen } = await applied(guarded, 'Lock one', 'Lock two', {
    at: `PUT ${STATE}`,
    times: 1,
    done: true,
    answer: OF_S3
  })
  assert.is(code, 0, screen)
  assert.match(screen, 'proven  nothing-left')
})

test('apply: the digest of the state cannot be stored: tofu ends with 0, the guard does not, and its line is the way out', async ({
  guarded
}) => {
  const { code, screen, evidence } = await applied(guarded, 'Lock two', 'Lock three', {
    at: '.PutItem',
    with: '-md5',
    times: ALWAYS,
    done: false,
    answer: OF_DYNAMODB
  })
  assert.match(screen, 'Apply complete!')
  assert.is(code, 1, screen)
  assert.equal(failedAfterwards(evidence), ['state-digest'])
  assert.equal(evidence.outcome, { reason: 'NotClean', objections: [], exitCode: 1 })
  assert.equal(await locksHeld(guarded), [])
  assert.not.ok(existsSync(join(guarded.root, 'out/staging-eu/errored.tfstate')))
  const again = await guarded.guard('plan', guarded.bootstrap)
  assert.is(again.code, 1, again.screen)
  const [, line = ''] =
    /stored the state and not its digest .* give the item of the digest its MD5: (.*); if not,/.exec(again.screen) ?? []
  assert.match(line, 'aws dynamodb put-item')
  await runAws(guarded, line)
  assert.match(done(await guarded.guard('plan', guarded.bootstrap)), 'there is nothing to apply')
})

test.run()
