import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import { plain } from '../../../src/command-line/terminal.ts'
import { type StatusPorts, statusProgram } from '../../../src/commands/status/program.ts'
import type { StackStatus } from '../../../src/commands/status/stack-status.ts'
import { momentAt } from '../../../src/diagnostics/kinds.ts'
import { clock } from '../../../src/outside/process/clock.ts'
import { type PreflightWorld, awsFailure, awsIn, healthyWorld, lockOf } from '../../support/preflight-world.ts'
import { type Screen, readsAs } from '../../support/screens.ts'
import { emittedStaging } from '../../support/wanted.ts'
import { writtenLockInfo } from '../../../src/backend/lock-info.ts'
import { whole } from '../../support/whole-evidence.ts'

const test = suite('the screens of status')

const file = emittedStaging()
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

/** What differs from a project in which all is as it must be: its evidence, its files, and why AWS could not be opened. */
type Given = {
  evidence?: Readonly<Record<string, unknown>>
  disk?: E.Either<unknown, O.Option<string>>
  commit?: E.Either<unknown, O.Option<string>>
  refused?: boolean
  noCredentials?: string
  variables?: Readonly<Record<string, string>>
}

const saidOf =
  (given: Given, change: (world: PreflightWorld) => unknown = () => undefined, ...argv: ReadonlyArray<string>) =>
  async (): Promise<ReadonlyArray<string>> => {
    const world = healthyWorld()
    change(world)
    const asked: Array<string> = []
    const lines: Array<string> = []
    const there = E.right(O.some(file.text))
    const ports = {
      outputFiles: {
        sources: () => TE.right(O.some(['stacks/staging-eu.ts'])),
        read: () => T.of(E.map(O.map(bytes))(given.disk ?? there))
      },
      stackEvaluator: {
        emitAll: (_: string, sources: ReadonlyArray<string>) =>
          T.of(
            sources.map((source) => ({
              source,
              imports: [],
              read: new Map(),
              file: given.refused === true ? E.left([{ rule: 'one-account' }, { rule: 'x' }]) : E.right(file)
            }))
          )
      },
      repository: {
        head: () => TE.right({ commit: 'c' }),
        committed: () => T.of(E.map(O.map((text: string) => ({ bytes: bytes(text) })))(given.commit ?? there))
      },
      evidence: {
        newest: (_: string, command: string) =>
          TE.right(O.map((document: unknown) => JSON.stringify(document))(O.fromNullable(given.evidence?.[command])))
      },
      variables: given.variables ?? world.variables,
      sharedConfig: T.of({ config: {}, credentials: {} }),
      clock: { ...clock, now: () => momentAt(Date.UTC(2026, 0, 31, 12)) },
      pause: (millis: number) => {
        asked.push(`pause ${millis}`)
        return T.of(undefined)
      },
      open: () => T.of(given.noCredentials === undefined ? E.right(awsIn(world, asked)) : E.left(given.noCredentials))
    } as unknown as StatusPorts
    const print = (text: string): void => void lines.push(...text.replace(/\n$/, '').split('\n'))
    const code = await statusProgram(
      ports,
      { out: print, err: print, paintOut: plain, paintErr: plain },
      '/project',
      argv
    )()
    const calls = [...new Set(asked)].map((one) => `> ${one}, ${asked.filter((other) => other === one).length} times`)
    return [...calls, ...lines, `exit code ${code}`]
  }

const run = (reason: string, more: object = {}) => ({
  ...whole,
  completed: true,
  findings: [],
  outcome: { reason, objections: [], exitCode: 1 },
  ...more
})
const reasons = [
  ...['NotClean', 'NotCompleted', 'Interrupted', 'NotUnderstood', 'NotEmitted', 'NotAllowed', 'NotProven', 'NoTofu'],
  ...['NotReadable', 'NotKept', 'PlanRefused', 'NotConfirmed', 'TofuFailed']
]
const held = writtenLockInfo({
  ...{ ID: 'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10', Operation: 'OperationTypeApply', Info: '', Who: 'amara@laptop' },
  ...{ Version: '1.12.6', Created: '2026-01-31T11:00:00Z', Path: 'x' }
})
const live = '--live'

readsAs(test, new URL('live-screens.txt', import.meta.url), {
  'all is as it must be': saidOf({ evidence: { plan: run('Done'), apply: run('Done') } }),
  'all is as it must be, and AWS says so': saidOf({}, undefined, live),
  'each reason of an apply that is not done': async () => {
    const screens = await Promise.all(
      reasons.map((reason) => saidOf({ evidence: { apply: run(reason) } }, undefined, '--json')())
    )
    return screens.map((lines) => {
      const { stacks } = JSON.parse(lines.slice(0, -1).join('\n')) as { stacks: ReadonlyArray<StackStatus> }
      return stacks.map(({ attention, words }) => `${attention.join()} (${words.join()})`).join()
    })
  },
  'an apply with an objection, and one with a finding': async () => [
    ...(await saidOf({
      evidence: {
        apply: run('NotAllowed', { outcome: { reason: 'NotAllowed', objections: ['terminal'], exitCode: 1 } })
      }
    })()),
    ...(await saidOf({
      evidence: {
        apply: run('NotClean', {
          findings: [{ of: 'afterwards', id: 'lock-free', clause: 'J.6.2 §5', outcome: 'failed' }]
        })
      }
    })()),
    ...(await saidOf({ evidence: { apply: run('Done', { completed: false, ended: null }) } })()),
    ...(await saidOf({ evidence: { apply: { other: 1 } } })())
  ],
  'files that differ, are missing or cannot be read': async () => {
    const sides = [E.right(O.some('{}')), E.right(O.none), E.left({ _tag: 'SystemRefused' })]
    const screens = await Promise.all([
      ...sides.map((disk) => saidOf({ disk })()),
      ...sides.map((commit) => saidOf({ commit })())
    ])
    return screens.flat()
  },
  'a stack that is refused': saidOf({ refused: true }),
  'no credentials': saidOf({ noCredentials: 'no credentials were found' }, undefined, live),
  'surroundings of two meanings': saidOf({ variables: {} }, undefined, live),
  'a caller that AWS does not name': saidOf(
    {},
    (world) => void (world.caller = E.left(awsFailure({ call: 'STS GetCallerIdentity', _tag: 'CredentialsRefused' }))),
    live
  ),
  'a lock that is held': saidOf({}, ({ items }) => void items.set(...lockOf(held)), live),
  'a backend of which nothing is as declared': saidOf(
    {},
    (world) => {
      world.region = E.right(O.none)
      world.table = E.right(O.none)
      world.state = E.right(O.none)
      world.noItems = awsFailure({ call: 'DynamoDB GetItem' })
    },
    live
  ),
  'a table that is being made': saidOf(
    {},
    (world) => {
      if (E.isRight(world.table) && O.isSome(world.table.right))
        world.table = E.right(O.some({ ...world.table.right.value, status: 'CREATING' }))
    },
    live,
    '--json'
  )
} satisfies Readonly<Record<string, Screen>>)

test.run()
