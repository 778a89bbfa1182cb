import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { holdOn, probeOf } from '../../../../../src/commands/preflight/checks/lock-works/probe.ts'
import { takeProbe } from '../../../../../src/commands/preflight/checks/lock-works/take-probe.ts'
import { momentAt } from '../../../../../src/diagnostics/kinds.ts'
import type { AwsFailure } from '../../../../../src/outside/aws/failure.port.ts'
import type { LockItem, LockItems } from '../../../../../src/outside/aws/state.port.ts'
import { clock } from '../../../../../src/outside/process/clock.ts'
import { probeText } from '../../../../support/preflight-bench.ts'
import { stagingIn } from '../../staging-subject.ts'

const test = suite('preflight, the probe of the lock is taken')

const NOW = Date.parse('2026-11-26T12:00:00Z')
const MINUTE = 60_000
const ids = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002'] as const
const written = clock.written(momentAt(NOW))
const probe = probeOf(stagingIn('/nonexistent').wanted.declaration, 'operator role', written, ids)
const MINE = probe.infoAt(written)

/** A probe of another run, of so many milliseconds ago. */
const of = (who: string, age: number): LockItem => ({
  info: probeText(who, new Date(NOW - age).toISOString(), 'x'),
  digest: undefined
})

const failure = (call: string): AwsFailure => ({
  ...{ _tag: 'Denied', call, calledRegion: 'eu-central-1', code: 'AccessDeniedException', message: 'no' },
  ...{ status: 400, requestId: undefined, region: undefined, attempts: 1 }
})

/** What the table answers at each turn; `undefined` is a call that AWS refuses. */
type Turn = {
  readonly take?: boolean | undefined
  readonly read?: LockItem | 'nothing' | undefined
  readonly release?: boolean | undefined
}

/** The outcome, and every call, pause and line on the way. */
const taking = async (turnAt: (turn: number) => Turn, isEnded = false) => {
  const course: Array<string> = []
  let turn = -1
  const answer = <A>(call: string, what: A | undefined) => {
    course.push(call)
    return () => Promise.resolve(what === undefined ? E.left(failure(`DynamoDB ${call}`)) : E.right(what))
  }
  const now = (): Turn => ({ take: false, read: 'nothing', release: true, ...turnAt(turn) })
  const lock: LockItems = {
    take: (_id, info) => {
      turn += 1
      assert.is(info, MINE)
      if (turn > 1500) throw new Error('it goes on for ever')
      return answer('PutItem', now().take)
    },
    read: () => {
      const { read } = now()
      return answer('GetItem', read === 'nothing' ? O.none : read && O.some(read))
    },
    release: (_id, info) => {
      assert.is(info, (now().read as LockItem).info, 'another item than the one that was read is removed')
      return answer('DeleteItem', now().release)
    }
  }
  const hold = holdOn(lock, probe)
  const ports = {
    lock,
    clock: { ...clock, now: () => momentAt(NOW) },
    pause: (millis: number) => () => Promise.resolve(void course.push(`${millis} ms`)),
    waiting: (check: string, until: string) => () => void course.push(`${check} waits until ${until}`)
  }
  const outcome = await takeProbe(ports, isEnded ? { ...hold, isEnded: () => true } : hold, probe)()
  return {
    course,
    said: E.isLeft(outcome)
      ? `${outcome.left.rule}: ${outcome.left.actual}. ${outcome.left.outcome === 'failed' ? outcome.left.remedy : ''}`
      : outcome.right.reported.map(({ rule, actual }) => `${rule}: ${actual}`).join('\n'),
    info: E.isRight(outcome) ? outcome.right.info : undefined
  }
}

const turns =
  (...all: ReadonlyArray<Turn>) =>
  (turn: number) =>
    all[turn] ?? { take: true }
const WAITED = ['lock-works waits until another preflight has released its probe', '300 ms']
const LOOK = ['PutItem', 'GetItem']

test('a lock that is free is taken at once, and nothing is reported', async () => {
  assert.equal(await taking(turns()), { course: ['PutItem'], said: '', info: MINE })
})

test('a write of which the answer was lost is known by its own text', async () => {
  const { course, said, info } = await taking(turns({ read: { info: MINE, digest: undefined } }))
  assert.equal([course, said, info], [LOOK, '', MINE])
})

test('a probe that is gone at the look is waited for once, and then the lock is taken', async () => {
  const { course, said } = await taking(turns({ read: 'nothing' }))
  assert.equal([course, said], [[...LOOK, ...WAITED, 'PutItem'], ''])
})

test('a probe of 45 minutes and a moment is removed at once and reported; one of 45 minutes is waited for', async () => {
  const old = await taking(turns({ read: of('amara', 45 * MINUTE + 1) }))
  assert.equal(old.course, [...LOOK, 'DeleteItem', 'PutItem'])
  assert.is(old.said, 'lock-leftover: a probe that an earlier run left 45 minutes ago was removed: amara')
  const young = await taking(turns({ read: of('amara', 45 * MINUTE) }))
  assert.equal([young.course, young.said], [[...LOOK, ...WAITED, 'PutItem'], ''])
})

test('an old probe that its own run removed first is not reported; of two that were left both are', async () => {
  const [first, second] = [of('amara', 60 * MINUTE), of('bo', 120 * MINUTE)]
  assert.is((await taking(turns({ read: first, release: false }))).said, '')
  const left = (who: string, ago: string): string =>
    `lock-leftover: a probe that an earlier run left ${ago} ago was removed: ${who}`
  assert.is(
    (await taking(turns({ read: first }, { read: second }))).said,
    `${left('amara', '1 hour')}\n${left('bo', '2 hours')}`
  )
  assert.is(
    (await taking(turns({ read: first }, { read: { info: MINE, digest: undefined } }))).said,
    left('amara', '1 hour')
  )
})

test('a probe that stands unchanged is removed after 400 pauses of 300 ms, and not one pause before', async () => {
  const standing = of('amara', MINUTE)
  const waits = (count: number): ReadonlyArray<string> =>
    Array(count)
      .fill([...LOOK, ...WAITED])
      .flat()
  const removed = await taking((turn) => (turn <= 400 ? { read: standing } : { take: true }))
  assert.equal(removed.course, [...waits(400), ...LOOK, 'DeleteItem', 'PutItem'])
  assert.is(removed.said, 'lock-leftover: a probe that an earlier run left 1 minute ago was removed: amara')
  const released = await taking((turn) => (turn < 400 ? { read: standing } : { take: true }))
  assert.equal([released.course, released.said], [[...waits(400), 'PutItem'], ''])
})

test('the two minutes begin anew with each other probe, with each look at nothing, and after a removal', async () => {
  const [one, other] = [of('amara', MINUTE), of('bo', MINUTE)]
  const between: Readonly<Record<string, ReadonlyArray<Turn>>> = {
    'another probe': [{ read: other }],
    nothing: [{ read: 'nothing' }],
    'an old probe': [{ read: of('chi', 60 * MINUTE) }]
  }
  for (const [what, middle] of Object.entries(between)) {
    const all: ReadonlyArray<Turn> = [...Array(400).fill({ read: one }), ...middle, ...Array(400).fill({ read: one })]
    const { course } = await taking(turns(...all))
    assert.is(course.filter((call) => call === 'DeleteItem').length, what === 'an old probe' ? 1 : 0, what)
  }
})

const IN_TURN =
  'lock-accepts: other preflights hold their probes in turn. Wait until they have ended, then run this again.'

test('after a thousand pauses, removals or both, the run ends and says that other runs are at work', async () => {
  const kinds: Readonly<Record<string, (turn: number) => LockItem>> = {
    'new probes': (turn) => of(`run ${turn}`, MINUTE),
    'old probes': (turn) => of(`run ${turn}`, 60 * MINUTE),
    both: (turn) => of(`run ${turn}`, turn % 2 === 0 ? 60 * MINUTE : MINUTE)
  }
  for (const [what, read] of Object.entries(kinds)) {
    const { course, said } = await taking((turn) => ({ read: read(turn) }))
    assert.is(said, IN_TURN, what)
    assert.is(course.filter((call) => call === '300 ms' || call === 'DeleteItem').length, 1000, what)
    const last = await taking((turn) => (turn < 1000 ? { read: read(turn) } : { take: true }))
    assert.is(last.info, MINE, what)
  }
})

test('an item that no preflight wrote is left alone, with who may remove it', async () => {
  const foreign: ReadonlyArray<LockItem> = [
    { info: undefined, digest: undefined },
    { info: undefined, digest: 'a' },
    { info: 'a note', digest: undefined }
  ]
  for (const read of foreign) {
    const { course, said } = await taking(turns({ read }))
    assert.equal(course, LOOK)
    assert.is(
      said,
      `lock-accepts: the item ${probe.id} is there, and no preflight wrote it. Find out who wrote it, and have the bootstrap principal remove it.`
    )
  }
})

test('a call that AWS refuses ends the run with the words of AWS, whichever call it is', async () => {
  const calls: Readonly<Record<string, Turn>> = {
    PutItem: { take: undefined },
    GetItem: { read: undefined },
    DeleteItem: { read: of('amara', 60 * MINUTE), release: undefined }
  }
  for (const [call, turn] of Object.entries(calls)) {
    const { course, said } = await taking(turns(turn))
    assert.is(course.at(-1), call)
    assert.match(said, new RegExp(`^lock-accepts: .*DynamoDB ${call}.*AccessDenied`))
  }
})

test('a run that is ended from outside writes nothing more', async () => {
  assert.equal(await taking(turns(), true), {
    course: [],
    said: 'lock-accepts: the run was ended before the probe was taken. Run this again.',
    info: undefined
  })
})

test.run()
