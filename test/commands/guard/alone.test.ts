import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { createHash } from 'node:crypto'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { alone } from '../../../src/commands/guard/alone.ts'
import type { GuardPorts, GuardSubject } from '../../../src/commands/guard/ports.ts'
import { momentAt } from '../../../src/diagnostics/kinds.ts'
import { clock } from '../../../src/outside/process/clock.ts'
import { sha256 } from '../../../src/outside/process/sha256.port.ts'
import { emittedStaging, wantedOfStaging } from '../../support/wanted.ts'

/** Two runs on one state: the second is told whose run the first one is, and the first one always gives its ticket back. */
const test = suite('a run that is alone')

const now = momentAt(Date.UTC(2026, 0, 31, 12))
const subject = { file: emittedStaging(), wanted: wantedOfStaging() }
const of = { subject, command: 'plan' } as unknown as GuardSubject

/** Runs `run` where the ticket is answered so; what was asked and done, and how it ended. */
const running = async (answer: unknown, run: TE.TaskEither<never, string> = TE.right('done')) => {
  const steps: Array<unknown> = []
  const release = async (): Promise<void> => void steps.push('released')
  const ports = {
    clock: { ...clock, now: () => now },
    sha256,
    runs: {
      take: (...asked: ReadonlyArray<unknown>) => {
        steps.push(asked)
        return TE.fromEither((answer === 'free' ? E.right(E.right(release)) : answer) as E.Either<never, never>)
      }
    }
  } as unknown as GuardPorts
  const noted = async () => {
    steps.push('run')
    return run()
  }
  const ended = await alone(of, () => noted)(ports)()
  return { steps, ended }
}

/** The lock of the state is its bucket and its key. Of its SHA-256 the first 16 digits stand in the name of the ticket. */
const lock = 'zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate'
const ticket = [`staging-eu-${createHash('sha256').update(lock).digest('hex').slice(0, 16)}`, 'plan', now]

test('asks for the ticket of its state, runs, and gives it back', async () => {
  assert.equal(await running('free'), { steps: [ticket, 'run', 'released'], ended: E.right('done') })
})

for (const [user, who, remedy] of [
  [undefined, '', 'Let it end, or end it with Ctrl-C in its terminal; then run this again.'],
  ['amara', ' of the user amara', 'Let it end, or ask the user amara of this machine to end it; then run this again.']
] as const)
  test(`a state at which ${user ?? 'this user'} is at work is left alone`, async () => {
    const holder = { command: 'apply', pid: 4711, since: momentAt(Date.UTC(2026, 0, 31, 11, 59, 30)), user }
    const { steps, ended } = await running(E.right(E.left(holder)))
    assert.equal(steps, [ticket])
    assert.equal(E.isLeft(ended) && ended.left, {
      _tag: 'NotAllowed',
      diagnostics: [
        {
          rule: 'run-alone',
          clause: 'J.6.2 §5',
          from: { kind: 'machine', name: 'the runs of this machine' },
          expected: 'no other run on staging-eu on this machine',
          actual: `apply has been at work since 2026-01-31T11:59:30.000Z, as process 4711${who}`,
          remedy
        }
      ]
    })
  })

test('where no ticket can be written, nothing runs', async () => {
  const failure = { _tag: 'NotPrivate', path: 'runs', why: 'can be read by others' }
  const { steps, ended } = await running(E.left(failure))
  assert.equal(steps, [ticket])
  assert.match(JSON.stringify(ended), '"_tag":"NotKept"')
})

test.run()
