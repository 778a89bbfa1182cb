import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apply } from '../../../src/commands/guard/apply.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import { stopLines } from '../../../src/commands/guard/stop.ts'
import type { Finding } from '../../../src/diagnostics/finding.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'

const test = suite<GuardWorld>('a lock that this run of the guard left itself')
test.before.each((context) => {
  Object.assign(context, guardWorld())
})
test.after.each(({ close }) => close())

const planning = (context: GuardWorld) => plan(context.of('plan'))(context.ports)()
const applying = (context: GuardWorld) => apply(context.of('apply'))(context.ports)()

/** What was said of the lock, each time that it was looked at and not free. */
const saidOfLock = ({ events }: GuardWorld): ReadonlyArray<Extract<Finding, { readonly outcome: 'failed' }>> =>
  events.flatMap((event) =>
    event._tag === 'After'
      ? event.findings.flatMap((finding) =>
          finding.outcome === 'failed' && finding.rule === 'lock-free' ? [finding] : []
        )
      : []
  )

type Left = { readonly who?: string; readonly operation?: string; readonly created?: string }

/** tofu takes the lock one second after it was started, does not release it, and ends with 1. */
const losesAnswer = (context: GuardWorld, command: string, left: Left = {}): void => {
  const { world } = context
  const { tofu } = world
  world.tofu = (call) => {
    if (call.args[0] !== command) return tofu(call)
    world.now += 1000
    world.lockedBy = left.who ?? 'person@host'
    world.lockedFor = {
      operation: left.operation ?? (command === 'apply' ? 'OperationTypeApply' : 'OperationTypePlan'),
      created: left.created ?? new Date(world.now).toISOString()
    }
    world.now += 1000
    return 1
  }
}

const wayOut =
  'export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled && tofu -chdir=out/staging-eu init -lockfile=readonly && tofu -chdir=out/staging-eu force-unlock d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10;'

test('a plan that locks itself out says whose lock it is, and how it goes', async (context) => {
  losesAnswer(context, 'plan')
  assert.ok(E.isLeft(await planning(context)))
  const [said, ...more] = saidOfLock(context)
  assert.equal(more, [])
  assert.match(
    said?.actual ?? '',
    /^d3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10, which this run's own tofu took .* person@host .*1 second.*OperationTypePlan/
  )
  assert.match(said?.remedy ?? '', wayOut)
  assert.match(said?.remedy ?? '', 'npm run tofu -- stacks/staging-eu.ts plan')
  assert.not.match(said?.remedy ?? '', 'Wait until they are done')
})

test('so does an apply, and the fresh plan that follows a good one', async () => {
  for (const command of ['apply', 'plan']) {
    const next = guardWorld()
    await planning(next)
    losesAnswer(next, command)
    const outcome = await applying(next)
    next.close()
    assert.equal(outcome, E.right({ code: command === 'apply' ? 1 : 0, isClean: false }))
    assert.equal(
      saidOfLock(next).map(({ actual, remedy }) => [actual.includes("this run's own tofu"), remedy.includes(wayOut)]),
      [[true, true]],
      command
    )
  }
})

test('the lock is looked at after every command that ended badly', async (context) => {
  for (const command of ['plan', 'show']) {
    losesAnswer(context, command)
    assert.ok(E.isLeft(await planning(context)))
    context.world.lockedBy = undefined
  }
  assert.is(saidOfLock(context).length, 2)
})

const others: Readonly<Record<string, Left>> = {
  'of another person on this machine': { who: 'other@host' },
  'of the same name on another machine': { who: 'person@elsewhere' },
  'for what this run does not do': { operation: 'OperationTypeApply' },
  'from before this run': { created: '2026-01-31T11:59:59.999Z' },
  'from a moment that is still to come': { created: '2026-01-31T12:00:03Z' }
}
for (const [what, left] of Object.entries(others))
  test(`a lock ${what} belongs to another run`, async (context) => {
    losesAnswer(context, 'plan', left)
    assert.ok(E.isLeft(await planning(context)))
    const [said] = saidOfLock(context)
    assert.match(said?.actual ?? '', /^held by /)
    assert.match(said?.remedy ?? '', /^Wait until they are done, or ask them\./)
  })

test('a lock from a moment that is none was not written by OpenTofu', async (context) => {
  losesAnswer(context, 'plan', { created: 'just now' })
  assert.ok(E.isLeft(await planning(context)))
  assert.match(saidOfLock(context)[0]?.actual ?? '', /^an item in the lock's place that OpenTofu did not write/)
})

test('where a proxy was named, the way out goes through it', async (context) => {
  losesAnswer(context, 'plan')
  const of = context.of('plan')
  const route = { proxy: 'http://proxy.example:3128', caBundle: undefined }
  await plan({ ...of, subject: { ...of.subject, route } })(context.ports)()
  assert.match(saidOfLock(context)[0]?.remedy ?? '', `export HTTPS_PROXY=http://proxy.example:3128 && ${wayOut}`)
})

/** tofu says so of AWS, and ends with 1. */
const says = ({ world }: GuardWorld, text: string): void => {
  const { tofu } = world
  world.tofu = (call) => (call.args[0] === 'plan' ? 1 : tofu(call))
  world.says = text
}
const stopOf = async (context: GuardWorld): Promise<string> => {
  const ended = await planning(context)
  return E.isLeft(ended) ? stopLines((_, text) => text, ended.left, 'staging').join('\n') : 'it went well'
}
const EXPIRED =
  'operation error DynamoDB: PutItem, https response error StatusCode: 400, RequestID: 1, api error ExpiredTokenException: The security token included in the request is expired'
const ADVICE = 'you can disable locking with the "-lock=false"\nflag, but this is not recommended.'

test('what AWS answered to tofu is told with its way out, and a free lock with it', async (context) => {
  says(context, `${EXPIRED}\n\n${ADVICE}\n`)
  const text = await stopOf(context)
  assert.match(text, '\n  to do     Take new credentials')
  assert.match(text, 'The lock is free: follow no advice of OpenTofu on force-unlock or -lock=false')
})

test('a lock that is left is not called free, and a tofu that says nothing of AWS or of a lock gets no way out', async () => {
  for (const [text, left, told] of [
    [`${EXPIRED}\n\n${ADVICE}`, 'person@host', /to do     Take new credentials[^]*explain/],
    [ADVICE, 'person@host', undefined],
    ['Error: Unsupported argument', undefined, undefined]
  ] as const) {
    const next = guardWorld()
    says(next, text)
    next.world.at = (moment) => {
      if (moment === 'planning') next.world.lockedBy = left
    }
    const said = await stopOf(next)
    next.close()
    assert.not.match(said, 'The lock is free')
    if (told === undefined) assert.not.match(said, 'to do')
    else assert.match(said, told)
  }
})

test.run()
