import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import type { StackStatus } from '../../../src/commands/status/stack-status.ts'
import { awsFailure, lockOf } from '../../support/preflight-world.ts'
import { type Screen, readsAs } from '../../support/screens.ts'
import { writtenLockInfo } from '../../../src/backend/lock-info.ts'
import { saidByStatus } from '../../support/status-world.ts'
import { whole } from '../../support/whole-evidence.ts'

const test = suite('the screens of status')

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
  'all is as it must be': saidByStatus({ evidence: { plan: run('Done'), apply: run('Done') } }),
  'all is as it must be, and AWS says so': saidByStatus({}, undefined, live),
  'each reason of an apply that is not done': async () => {
    const screens = await Promise.all(
      reasons.map((reason) => saidByStatus({ evidence: { apply: run(reason) } }, undefined, '--json')())
    )
    return screens.map((lines) => {
      const { stacks } = JSON.parse(lines.slice(0, -1).join('\n')) as { stacks: ReadonlyArray<StackStatus> }
      return stacks.map(({ attention, words }) => `${attention.join()} (${words.join()})`).join()
    })
  },
  'an apply with an objection, and one with a finding': async () => [
    ...(await saidByStatus({
      evidence: {
        apply: run('NotAllowed', { outcome: { reason: 'NotAllowed', objections: ['terminal'], exitCode: 1 } })
      }
    })()),
    ...(await saidByStatus({
      evidence: {
        apply: run('NotClean', {
          findings: [{ of: 'afterwards', id: 'lock-free', clause: 'J.6.2 §5', outcome: 'failed' }]
        })
      }
    })()),
    ...(await saidByStatus({ evidence: { apply: run('Done', { completed: false, ended: null }) } })()),
    ...(await saidByStatus({ evidence: { apply: { other: 1 } } })())
  ],
  'files that differ, are missing or cannot be read': async () => {
    const sides = [E.right(O.some('{}')), E.right(O.none)]
    const denied = E.left({ _tag: 'SystemRefused' })
    const broken = E.left({ what: 'git rev-parse', cause: 'fatal: bad object HEAD' })
    const screens = await Promise.all([
      ...[...sides, denied].map((disk) => saidByStatus({ disk })()),
      ...[...sides, broken].map((commit) => saidByStatus({ commit })())
    ])
    return screens.flat()
  },
  'a stack that is refused': saidByStatus({ refused: true }),
  'authorities that cannot be taken': saidByStatus(
    {
      noCredentials: { _tag: 'NoAuthorities', message: '--ca-bundle: it holds no certificate', remedy: 'Name another.' }
    },
    undefined,
    live
  ),
  'a sign-in that reaches no host': saidByStatus(
    { noCredentials: { _tag: 'NotReached', failure: awsFailure({ _tag: 'Unreachable', code: 'ENOTFOUND' }) } },
    undefined,
    live
  ),
  'no credentials': saidByStatus({ noCredentials: 'no credentials were found' }, undefined, live),
  'surroundings of two meanings': saidByStatus({ variables: {} }, undefined, live),
  'a caller that AWS does not name': saidByStatus(
    {},
    (world) => void (world.caller = E.left(awsFailure({ call: 'STS GetCallerIdentity', _tag: 'CredentialsRefused' }))),
    live
  ),
  'a lock that is held': saidByStatus({}, ({ items }) => void items.set(...lockOf(held)), live),
  'a backend of which nothing is as declared': saidByStatus(
    {},
    (world) => {
      world.region = E.right(O.none)
      world.table = E.right(O.none)
      world.state = E.right(O.none)
      world.noItems = awsFailure({ call: 'DynamoDB GetItem' })
    },
    live
  ),
  'a table that is being made': saidByStatus(
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
