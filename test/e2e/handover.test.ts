import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { notSaid, toldIn } from '../support/told-in-documents.ts'
import { bench } from './bench/bench.ts'
import type { Credentials } from './bench/child-environment.ts'
import { committed } from './bench/stacks.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { QUESTION, done, refused } from './guarded/refused.ts'
import { changeStack, plainDayZero } from './guarded/stack-at-work.ts'

const tools = await bench()
const stack = committed('staging-eu')
const { bucket } = stack

const OLD = 'arn:aws:iam::111122223333:role/ZentheaFoundationBootstrap'
const NEW = 'arn:aws:iam::111122223333:role/admins/ZentheaPlatformOwner'
const STRANGER = 'arn:aws:iam::111122223333:role/ZentheaStranger'

/** What was on the screen of each plan and its apply. */
const transcripts: Array<string> = []

type Policy = { Statement: Array<{ Sid: string; Condition?: { ArnNotEquals?: Record<string, unknown> } }> } | null

const test = suite<{ guarded: Guarded; operator: Credentials; next: Credentials; stranger: Credentials }>(
  'a bucket policy that changes, and its owner'
)

test.before(async (context) => {
  const guarded = await openGuarded(tools, stack)
  await plainDayZero(guarded)
  const assume = (role: string) => guarded.scenario.assume(role, 'session-of-a-person')
  context.guarded = guarded
  context.operator = await assume('/zenthea/foundation/ZentheaStagingEuOperator')
  context.next = await assume('/admins/ZentheaPlatformOwner')
  context.stranger = await assume('/ZentheaStranger')
  done(await guarded.guard('init', guarded.bootstrap))
})
test.after(({ guarded }) => guarded.close())

const policy = async ({ scenario }: Guarded, text?: string): Promise<Policy> =>
  JSON.parse(await scenario.python('bucket_policy.py', [bucket, ...(text === undefined ? [] : [text])])) as Policy

/** Whom the live policy lets set it. */
const setters = async (guarded: Guarded): Promise<unknown> =>
  (await policy(guarded))?.Statement.find(({ Sid }) => Sid === 'BootstrapPrincipalSetsPolicy')?.Condition
    ?.ArnNotEquals?.['aws:PrincipalArn']

const applied = async (guarded: Guarded, as: Credentials): Promise<readonly [planned: string, applied: string]> => {
  const both = [
    done(await guarded.guard('plan', as)),
    done(await guarded.guard('apply', as, { typing: [[QUESTION, 'staging\n']] }))
  ] as const
  transcripts.push(both.join(''))
  return both
}

test('drift is shown statement by statement, and planned back by the bootstrap principal alone', async ({
  guarded,
  operator,
  stranger
}) => {
  const declared = await policy(guarded)
  const loosened = (declared?.Statement ?? []).filter(({ Sid }) => Sid !== 'TlsOnly')
  await policy(guarded, JSON.stringify({ Version: '2012-10-17', Statement: loosened }))
  const drift = 'changed from the declared one since the last apply: the statement TlsOnly is missing'
  const screen = await refused(guarded, 'plan', operator)
  assert.match(screen, drift)
  assert.match(screen, `as ${OLD}, npm run tofu -- stacks/staging-eu.ts plan`)
  assert.match(await refused(guarded, 'plan', stranger), 'caller-principal')
  const [planned] = await applied(guarded, guarded.bootstrap)
  assert.match(planned, drift)
  assert.match(planned, 'Plan: 0 to add, 1 to change, 0 to destroy.')
  assert.equal(await policy(guarded), declared)
})

test('a policy that was taken away is planned back', async ({ guarded, operator }) => {
  const declared = await policy(guarded)
  await policy(guarded, '')
  assert.match(await refused(guarded, 'plan', operator), 'the bucket has no policy')
  await applied(guarded, guarded.bootstrap)
  assert.equal(await policy(guarded), declared)
})

test('the second step before the first is refused to everybody', async ({ guarded, operator, next }) => {
  await changeStack(guarded, `bootstrapPrincipal: '${OLD}',`, `bootstrapPrincipal: '${NEW}',`)
  const screen = await refused(guarded, 'plan', next)
  assert.match(screen, `one that lets only ${OLD} set it`)
  assert.match(screen, `declare bootstrapPrincipal: '${OLD}' with nextBootstrapPrincipal: '${NEW}'`)
  assert.match(await refused(guarded, 'plan', guarded.bootstrap), 'caller-principal')
  assert.match(await refused(guarded, 'plan', operator), 'bucket-policy')
  assert.is(await setters(guarded), OLD)
})

test('the first step is applied by the old owner alone', async ({ guarded, operator, next, stranger }) => {
  await changeStack(
    guarded,
    `bootstrapPrincipal: '${NEW}',`,
    `bootstrapPrincipal: '${OLD}',\n    nextBootstrapPrincipal: '${NEW}',`
  )
  assert.match(await refused(guarded, 'plan', next), `Wait for ${OLD}`)
  assert.match(await refused(guarded, 'plan', stranger), 'caller-principal')
  assert.match(await refused(guarded, 'plan', operator), `Have the bootstrap principal plan and apply this`)
  const [planned] = await applied(guarded, guarded.bootstrap)
  assert.match(planned, 'the policy that the last apply wrote, and a plan changes it to the declared one: ')
  assert.equal(await setters(guarded), [OLD, NEW])
  assert.match(done(await guarded.guard('plan', operator)), 'No changes.')
})

test('a policy that is neither declared nor what was applied last is refused to everybody', async ({
  guarded,
  next
}) => {
  await changeStack(
    guarded,
    `bootstrapPrincipal: '${OLD}',\n    nextBootstrapPrincipal: '${NEW}',`,
    `bootstrapPrincipal: '${NEW}',`
  )
  const live = JSON.stringify(await policy(guarded))
  await policy(guarded, live.replace(NEW, STRANGER))
  assert.match(await refused(guarded, 'plan', next), 'another one, and the last apply wrote a third one')
  await policy(guarded, live)
})

test('the second step is applied by the new owner alone, who is the only one afterwards', async ({
  guarded,
  operator,
  next,
  stranger
}) => {
  assert.match(await refused(guarded, 'plan', guarded.bootstrap), 'caller-principal')
  assert.match(await refused(guarded, 'plan', stranger), 'caller-principal')
  assert.match(await refused(guarded, 'plan', operator), `as ${NEW}`)
  await applied(guarded, next)
  assert.is(await setters(guarded), NEW)
  assert.match(done(await guarded.guard('plan', operator)), 'No changes.')
  assert.match(await refused(guarded, 'plan', guarded.bootstrap), 'caller-principal')
  const roles = guarded
    .evidence()
    .flatMap(({ command, outcome, caller }) =>
      command === 'apply' && (outcome as { reason: string }).reason === 'Done'
        ? [(caller as { declared: string }).declared]
        : []
    )
  assert.equal(roles, [OLD, OLD, OLD, NEW])
})

test('the documents show the two steps as they were seen', () => {
  const told = toldIn({ document: 'operator/change.md', section: 'A new bootstrap principal' })
  for (const step of transcripts.slice(2)) assert.equal(notSaid(told, step), [])
  assert.is(transcripts.length, 4)
})

test.run()
