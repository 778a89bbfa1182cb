import * as E from 'fp-ts/lib/Either.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { noStateLeft, swept } from '../../../src/commands/guard/leftovers.ts'
import type { GuardPorts, GuardSubject } from '../../../src/commands/guard/ports.ts'
import { emittedStaging, wantedOfStaging } from '../../support/wanted.ts'

/** What earlier runs left: how long it is kept, and what stops the next run. */
const test = suite('what earlier runs left')

const now = Date.UTC(2026, 1, 28, 12)

test('the folder of a run is kept for 7 days, and a copy of a program for 30', async () => {
  const asked: Array<unknown> = []
  const leftovers = { sweep: (before: unknown) => async () => void asked.push(before) }
  const ended = await swept({ leftovers, clock: { now: () => now } } as unknown as GuardPorts)()
  assert.equal(ended, E.right(undefined))
  assert.equal(asked, [{ folders: Date.UTC(2026, 1, 21, 12), copies: Date.UTC(2026, 0, 29, 12) }])
})

/** How a command goes on where these states lie in the folders of earlier runs. */
const asking = async (command: 'init' | 'plan' | 'apply', answer: E.Either<unknown, ReadonlyArray<string>>) => {
  const asked: Array<unknown> = []
  const of = { command, subject: { file: emittedStaging(), wanted: wantedOfStaging() } } as unknown as GuardSubject
  const states = (stack: string) => {
    asked.push(stack)
    return TE.fromEither(answer)
  }
  const ended = await noStateLeft(of)({ leftovers: { states } } as unknown as GuardPorts)()
  return { asked, ended }
}

test('plan and apply look for a state of their stack, and init does not', async () => {
  for (const command of ['plan', 'apply'] as const)
    assert.equal(await asking(command, E.right([])), { asked: ['staging-eu'], ended: E.right(undefined) })
  assert.equal(await asking('init', E.right(['/x/errored.tfstate'])), { asked: [], ended: E.right(undefined) })
})

test('each state that is left refuses, and so does a folder that cannot be read', async () => {
  for (const command of ['plan', 'apply'] as const) {
    const { ended } = await asking(command, E.right(['/x/errored.tfstate', '/y/errored.tfstate']))
    assert.match(JSON.stringify(ended), /"_tag":"NotAllowed".*\/x\/errored\.tfstate.*\/y\/errored\.tfstate/)
    const unread = await asking(command, E.left({ _tag: 'NotPrivate', path: 'x', why: 'others' }))
    assert.match(JSON.stringify(unread.ended), '"_tag":"NotKept"')
  }
})

test.run()
