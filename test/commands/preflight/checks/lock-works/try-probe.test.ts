import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { holdOn, probeOf } from '../../../../../src/commands/preflight/checks/lock-works/probe.ts'
import { tryProbe } from '../../../../../src/commands/preflight/checks/lock-works/try-probe.ts'
import { momentAt } from '../../../../../src/diagnostics/kinds.ts'
import type { AwsFailure } from '../../../../../src/outside/aws/failure.port.ts'
import type { LockItem, LockItems } from '../../../../../src/outside/aws/state.port.ts'
import { clock } from '../../../../../src/outside/process/clock.ts'
import { stagingIn } from '../../staging-subject.ts'

const test = suite('preflight, the lock excludes a second holder')

const written = clock.written(momentAt(Date.parse('2026-11-26T12:00:00Z')))
const probe = probeOf(stagingIn('/nonexistent').wanted.declaration, 'operator role', written, [
  '00000000-0000-4000-8000-000000000001',
  '00000000-0000-4000-8000-000000000002'
])
const MINE = probe.infoAt(written)
const item = (info: string | undefined): LockItem => ({ info, digest: undefined })

const failure: AwsFailure = {
  ...{ _tag: 'Denied', call: 'DynamoDB PutItem', calledRegion: 'eu-central-1', code: 'AccessDeniedException' },
  ...{ message: 'no', status: 400, requestId: undefined, region: undefined, attempts: 1 }
}

/** What the table answers while the probe is held, at its release, and afterwards. */
type Answers = {
  readonly second?: boolean | AwsFailure
  readonly foreign?: boolean
  readonly read?: O.Option<LockItem>
  readonly release?: boolean
  readonly after?: O.Option<LockItem>
  /** How long all of it takes, in milliseconds. */
  readonly millis?: number
}

const trying = async (answers: Answers = {}) => {
  const { second = false, foreign = false, read = O.some(item(MINE)), release = true, after = O.none } = answers
  const calls: Array<string> = []
  const reads = [read, after]
  const lock: LockItems = {
    take: (id, info) => {
      calls.push(`take ${id === probe.id} ${info === probe.other}`)
      return () => Promise.resolve(typeof second === 'boolean' ? E.right(second) : E.left(second))
    },
    release: (id, info) => {
      calls.push(`release ${id === probe.id} ${info === MINE ? 'mine' : info === probe.other}`)
      return () => Promise.resolve(E.right(info === MINE ? release : foreign))
    },
    read: (id) => {
      calls.push(`read ${id === probe.id}`)
      return () => Promise.resolve(E.right(reads.shift() ?? O.none))
    }
  }
  let asked = 0
  const now = () => momentAt((asked += 1) === 1 ? 0 : (answers.millis ?? 0))
  const findings = await tryProbe({ lock, clock: { ...clock, now } }, holdOn(lock, probe), probe, MINE)()
  return {
    calls,
    said: findings.map((one) => `${one.rule}: ${one.actual}`),
    expected: findings.map(({ expected }) => expected),
    remedies: findings.flatMap((one) => (one.outcome === 'failed' ? [one.remedy] : []))
  }
}

const RIGHT = [
  'lock-refuses: refused',
  'lock-keeps: refused',
  'lock-reads: what was written',
  'lock-releases: accepted',
  'lock-gone: nothing'
]
const ALARM = 'Stop every plan and apply: a lock that does not lock loses states. Ask AWS what answers in its place.'
const CALM =
  'Run this again. The probe stood so long that another preflight may have removed it; the lock itself may be right.'

test('a right lock is asked five times, on its own item, and each answer is said beside what was expected', async () => {
  const { calls, said, expected, remedies } = await trying()
  assert.equal(calls, ['take true true', 'release true true', 'read true', 'release true mine', 'read true'])
  assert.equal([said, remedies], [RIGHT, []])
  assert.equal(expected, [
    'a second holder, refused',
    'a release by a run that does not hold it, refused',
    'a consistent read gives what was written',
    'the release by its holder, accepted',
    'a consistent read finds nothing of this run any more'
  ])
})

/** One answer that is wrong, and the one line that says so. */
const wrong: Readonly<Record<string, readonly [answers: Answers, at: number, line: string]>> = {
  'a second holder': [{ second: true }, 0, 'lock-refuses: accepted'],
  'a foreign release': [{ foreign: true }, 1, 'lock-keeps: accepted'],
  'a read of nothing': [{ read: O.none }, 2, 'lock-reads: no item'],
  'a read of the second holder': [{ read: O.some(item(probe.other)) }, 2, 'lock-reads: an item with another Info'],
  'a read of an empty item': [{ read: O.some(item(undefined)) }, 2, 'lock-reads: an item without Info'],
  'a refused release': [{ release: false }, 3, 'lock-releases: refused'],
  'a probe that stays': [{ after: O.some(item(MINE)) }, 4, 'lock-gone: what this run wrote'],
  'a second holder that stays': [{ after: O.some(item(probe.other)) }, 4, 'lock-gone: what this run wrote']
}
for (const [what, [answers, at, line]] of Object.entries(wrong))
  test(`${what} is one finding, with the alarm, and with calm words after 100 seconds`, async () => {
    const lines = RIGHT.map((right, index) => (index === at ? line : right))
    for (const [millis, remedy] of [
      [0, ALARM],
      [99_999, ALARM],
      [100_000, CALM]
    ] as const) {
      const { said, remedies } = await trying({ ...answers, millis })
      assert.equal([said, remedies], [lines, [remedy]], `after ${millis} ms`)
    }
  })

test('the probe of another run that took its turn since is right', async () => {
  for (const info of ['another', undefined]) {
    const { said, remedies } = await trying({ after: O.some(item(info)) })
    assert.equal([said.at(-1), remedies], ['lock-gone: the probe of another run', []])
  }
})

test('a call that AWS does not answer says why, and the others are judged all the same', async () => {
  const { said, remedies } = await trying({ second: failure })
  assert.match(said[0] ?? '', /^lock-refuses: .*AccessDenied/)
  assert.equal(said.slice(1), RIGHT.slice(1))
  assert.equal([remedies.length, remedies[0] === ALARM], [1, false])
})

test.run()
