import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { plain } from '../../../src/command-line/terminal.ts'
import { apply } from '../../../src/commands/guard/apply.ts'
import { eventLines } from '../../../src/commands/guard/event.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'

const test = suite<GuardWorld>('the words of a tofu that cannot do what it is asked for')
test.before.each((context) => {
  Object.assign(context, guardWorld())
})
test.after.each(({ close }) => close())

const ENDED = { interrupts: 0, isTerminalGone: false, isWhole: true } as const
const planned = async (context: GuardWorld): Promise<void> => {
  const outcome = await plan(context.of('plan'))(context.ports)()
  if (E.isLeft(outcome)) throw new Error(JSON.stringify(outcome.left))
}
const applying = (context: GuardWorld) => apply(context.of('apply'))(context.ports)()
/** The rules that what an apply left does not fulfil. */
const leftBehind = ({ events }: GuardWorld): ReadonlyArray<string> =>
  events.flatMap((event) =>
    event._tag === 'After' ? event.findings.flatMap(({ outcome, rule }) => (outcome === 'failed' ? [rule] : [])) : []
  )

test('what a fresh plan still has to do is told', async (context) => {
  await planned(context)
  const before = context.world.tofu
  context.world.tofu = (call) => (call.args.includes('-detailed-exitcode') ? 2 : before(call))
  assert.equal(await applying(context), E.right({ code: 0, isClean: false }))
  assert.equal(leftBehind(context), ['nothing-left'])
})

test('a tofu that cannot say its version is told in its own words', async (context) => {
  const { tofu } = context.ports
  const stderr = 'tofu: /lib/libc.so.6: version `GLIBC_2.34 not found\n'
  Object.assign(context.ports, {
    tofu: {
      ...tofu,
      capture: (...call: Parameters<typeof tofu.capture>) =>
        call[0].args[0] === 'version'
          ? async () => E.right({ ...ENDED, code: 127, stdout: '', stderr })
          : tofu.capture(...call)
    }
  })
  const outcome = await plan(context.of('plan'))(context.ports)()
  const end = { ...ENDED, code: 127, stdout: '', stderr }
  const seen = { refusal: O.none, isLockFree: true }
  assert.equal(outcome, E.left({ _tag: 'TofuFailed', command: 'version', end, said: stderr, seen }))
})

/** What tofu says where it reaches its bucket, and AWS answers its provider with an error. Source: a run of OpenTofu 1.12. */
const DENIED = `
Error: reading DynamoDB Table: operation error DynamoDB: ListTagsOfResource, https response error StatusCode: 400, RequestID: 4X, api error ExpiredTokenException: The security token included in the request is expired

  with aws_dynamodb_table.lock,
`

test('a fresh plan that cannot be made is told in the words of tofu, with the way out of what AWS answered', async (context) => {
  await planned(context)
  const { tofu } = context.ports
  Object.assign(context.ports, {
    tofu: {
      ...tofu,
      capture: (...call: Parameters<typeof tofu.capture>) =>
        call[0].args.includes('-detailed-exitcode')
          ? async () => E.right({ ...ENDED, code: 1, stdout: 'Acquiring state lock.\n', stderr: DENIED })
          : tofu.capture(...call)
    }
  })
  assert.equal(await applying(context), E.right({ code: 0, isClean: false }))
  const [told, ...others] = context.events.flatMap((event) => (event._tag === 'NotPlanned' ? [event] : []))
  assert.equal(others, [])
  if (told === undefined) throw new Error('it was not told')
  const lines = eventLines(plain, told, 'stacks/staging-eu.ts').join('\n')
  for (const words of ['Acquiring state lock.', 'with aws_dynamodb_table.lock', 'tofu plan ended with 1'])
    assert.match(lines, words)
  assert.match(lines, /to do {5}Take new credentials/)
  assert.ok(
    context.events.indexOf(told) < context.events.findLastIndex(({ _tag }) => _tag === 'After'),
    'told before what is found'
  )
  assert.equal(leftBehind(context), ['nothing-left'])
})

test('a fresh plan that cannot be started is told as one that could not be made', async (context) => {
  await planned(context)
  const planning = context.events.length
  const { tofu } = context.ports
  const failure = {
    _tag: 'SystemRefused',
    path: '/tofu',
    code: 'ENOENT',
    message: 'no such file or directory'
  } as const
  Object.assign(context.ports, {
    tofu: {
      ...tofu,
      capture: (...call: Parameters<typeof tofu.capture>) =>
        call[0].args.includes('-detailed-exitcode') ? async () => E.left(failure) : tofu.capture(...call)
    }
  })
  assert.equal(await applying(context), E.right({ code: 0, isClean: false }))
  const said = context.events.slice(planning).flatMap((event) => (event._tag === 'After' ? event.findings : []))
  assert.is(said.at(-1)?.actual, 'it could not be made: tofu could not be started')
  const told = context.events.flatMap((event) => (event._tag === 'NotPlanned' ? [event.stop] : []))
  assert.equal(told, [{ _tag: 'NotKept', failure }])
  assert.equal(
    said.filter(({ rule }) => rule === 'lock-free').length,
    2,
    'the lock is looked at again, since that tofu may have left it'
  )
})

test.run()
