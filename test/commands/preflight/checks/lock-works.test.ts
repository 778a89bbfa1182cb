import { momentAt } from '../../../../src/diagnostics/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { probeText } from '../../../support/preflight-bench.ts'
import { probeId } from '../../../../src/iam/stack-names.ts'
import { clock as utc } from '../../../../src/outside/process/clock.ts'
import type { LockItems } from '../../../../src/outside/aws/state.port.ts'
import type { Finding } from '../../../../src/diagnostics/finding.ts'
import { type LockWorksPorts, lockWorks } from '../../../../src/commands/preflight/checks/lock-works/lock-works.ts'
import { stagingIn } from '../staging-subject.ts'

const test = suite('preflight, the lock works beside other runs')

/** Time that passes only when everybody waits: the earliest waiter goes on first. */
const virtualTime = () => {
  let now = 0
  const waiters: Array<{ readonly until: number; readonly go: () => void }> = []
  const sleep = (millis: number): Promise<void> => new Promise((go) => void waiters.push({ until: now + millis, go }))
  const run = async (work: Promise<unknown>): Promise<void> => {
    let isDone = false
    void work.finally(() => (isDone = true))
    while (!isDone) {
      await new Promise(setImmediate)
      const next = waiters.toSorted((a, b) => a.until - b.until)[0]
      if (next === undefined) continue
      waiters.splice(waiters.indexOf(next), 1)
      now = next.until
      next.go()
    }
  }
  return { now: () => now, sleep, run }
}

/** A generator of numbers below a bound, the same for the same seed. Source: Numerical Recipes, "quick and dirty" LCG. */
const dice = (seed: number) => {
  let state = seed >>> 0
  return (below: number): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

type World = ReturnType<typeof virtualTime> & { readonly table: Map<string, string> }

/** A lock that excludes, behind a way that takes up to a second in each direction. */
const slowLock = ({ sleep, table }: World, roll: (below: number) => number, slowest: number): LockItems => {
  const call =
    <A>(act: () => A) =>
    async () => {
      await sleep(roll(slowest))
      const answer = act()
      await sleep(roll(slowest))
      return E.right(answer)
    }
  return {
    read: (id) => call(() => O.map((info: string) => ({ info, digest: undefined }))(O.fromNullable(table.get(id)))),
    take: (id, info) => call(() => !table.has(id) && table.set(id, info).has(id)),
    release: (id, info) => call(() => table.get(id) === info && table.delete(id))
  }
}

const START = Date.parse('2026-11-26T12:00:00Z')
const MINUTE = 60_000

/** One preflight in that world: it begins when it likes, and its clock is off by so much. */
const preflight = async (
  world: World,
  roll: (below: number) => number,
  { begins, isOff, slowest }: { readonly begins: number; readonly isOff: number; readonly slowest: number }
): Promise<ReadonlyArray<Finding>> => {
  await world.sleep(begins)
  return lockWorks(
    stagingIn('/nonexistent'),
    'operator role'
  )({
    clock: { ...utc, now: () => momentAt(START + world.now() + isOff) },
    lock: slowLock(world, roll, slowest),
    keep: () => () => undefined,
    newId: () =>
      `00000000-0000-4000-8000-${String(begins % 1000).padStart(3, '0')}${String(roll(10 ** 9)).padStart(9, '0')}`,
    pause: (millis) => () => world.sleep(millis),
    waiting: () => () => undefined
  })()
}

const failures = (findings: ReadonlyArray<Finding>): ReadonlyArray<string> =>
  findings.flatMap((one) => (one.outcome === 'failed' ? [`${one.rule}: ${one.actual}; ${one.remedy}`] : []))

test('with up to two seconds a call and clocks ten minutes off, no run refuses a right lock', async () => {
  for (let seed = 1; seed <= 50; seed += 1) {
    const roll = dice(seed)
    const world: World = { ...virtualTime(), table: new Map() }
    const runs = Array.from({ length: 4 }, () =>
      preflight(world, roll, { begins: roll(20_000), isOff: roll(20 * MINUTE) - 10 * MINUTE, slowest: 1000 })
    )
    await world.run(Promise.all(runs))
    assert.equal((await Promise.all(runs)).flatMap(failures), [], `seed ${seed}`)
    assert.is(world.table.size, 0)
  }
})

test('a run that is robbed after two minutes says so in calm words', async () => {
  const world: World = { ...virtualTime(), table: new Map() }
  const roll = (below: number): number => below - 1
  const runs = [
    preflight(world, roll, { begins: 0, isOff: 0, slowest: 60_000 }),
    preflight(world, roll, { begins: 60_001, isOff: 0, slowest: 2 })
  ]
  await world.run(Promise.all(runs))
  const [robbed = [], other = []] = await Promise.all(runs)
  assert.equal(failures(other), [])
  assert.ok(failures(robbed).length > 0)
  for (const failure of failures(robbed)) assert.match(failure, /another preflight may have removed it/)
})

const at = (millis: number): string => new Date(START + millis).toISOString()
const text = (Who: string, Created: string): string => probeText(Who, Created, 'x')
const PROBE = probeId(stagingIn('/nonexistent').wanted.declaration)

test('a young probe that stands unchanged for two minutes was left: it is removed and reported', async () => {
  const world: World = { ...virtualTime(), table: new Map([[PROBE, text('somebody', at(-1000))]]) }
  const run = preflight(world, () => 0, { begins: 0, isOff: 0, slowest: 0 })
  await world.run(run)
  const findings = await run
  assert.equal(failures(findings), [])
  assert.match(findings.find(({ rule }) => rule === 'lock-leftover')?.actual ?? '', /somebody/)
  assert.ok(world.now() >= 2 * MINUTE && world.now() < 2 * MINUTE + 5000, `after ${world.now()} ms`)
  assert.is(world.table.size, 0)
})

test('a probe that was waited for bears the moment at which it was taken', async () => {
  const table = new Map([[PROBE, text('somebody', at(0))]])
  const world: World = { ...virtualTime(), table }
  const written: Array<readonly [millis: number, info: string]> = []
  table.set = (id, info) => {
    written.push([world.now(), info])
    return Map.prototype.set.call(table, id, info) as typeof table
  }
  const run = preflight(world, () => 0, { begins: 0, isOff: 0, slowest: 0 })
  await world.run(Promise.all([run, world.sleep(MINUTE).then(() => table.delete(PROBE))]))
  assert.equal(failures(await run), [])
  const [[millis, info] = [0, '{}']] = written
  assert.ok(millis >= MINUTE)
  assert.is(Date.parse((JSON.parse(info) as { Created: string }).Created), START + millis)
})

test('a probe of an hour ago is removed at once, and one of 40 minutes, which a wrong clock could say, is not', async () => {
  for (const [minutes, millis] of [
    [60, 0],
    [40, 2 * MINUTE]
  ] as const) {
    const world: World = { ...virtualTime(), table: new Map([[PROBE, text('somebody', at(-minutes * MINUTE))]]) }
    const run = preflight(world, () => 0, { begins: 0, isOff: 0, slowest: 0 })
    await world.run(run)
    assert.equal(failures(await run), [])
    assert.ok(world.now() >= millis && world.now() < millis + 5000, `${minutes} minutes: after ${world.now()} ms`)
  }
})

/** One preflight at `START` that never waits, with that lock and that memory for what would undo its probe. */
const withoutPauses = ({ lock, keep }: Pick<LockWorksPorts, 'lock' | 'keep'>): Promise<ReadonlyArray<Finding>> =>
  lockWorks(
    stagingIn('/nonexistent'),
    'operator role'
  )({
    clock: { ...utc, now: () => momentAt(START) },
    lock,
    keep,
    newId: () => '00000000-0000-4000-8000-000000000001',
    pause: () => () => Promise.resolve(),
    waiting: () => () => undefined
  })()

test('what would undo the probe is kept while it may be there, and no longer', async () => {
  for (const foreign of [false, true]) {
    const world: World = { ...virtualTime(), table: new Map(foreign ? [[PROBE, 'a note']] : []) }
    const course: Array<string> = []
    const lock = slowLock(world, () => 0, 0)
    const run = withoutPauses({
      lock: {
        ...lock,
        take: (id, info) => {
          course.push('written')
          return lock.take(id, info)
        },
        release: (id, info) => {
          course.push('removed')
          return lock.release(id, info)
        }
      },
      keep: (undo) => () => void course.push(O.isSome(undo) ? 'kept' : 'let go')
    })
    await world.run(run)
    const removed = course.filter((step) => step === 'removed').length
    assert.equal([course[0], course[1], course.at(-1), removed], ['kept', 'written', 'let go', 2])
    assert.is(course.filter((step) => step === 'let go').length, 1)
    assert.equal([...world.table.values()], foreign ? ['a note'] : [])
  }
})

test('where the probe was not seen to go, its removal is tried once more at the end', async () => {
  const removals = async (isKept: boolean): Promise<number> => {
    const world: World = { ...virtualTime(), table: new Map() }
    let removed = 0
    const lock = slowLock(world, () => 0, 0)
    const run = withoutPauses({
      lock: {
        ...lock,
        release: (id, info) => {
          removed += 1
          return isKept ? () => Promise.resolve(E.right(false)) : lock.release(id, info)
        }
      },
      keep: () => () => undefined
    })
    await world.run(run)
    return removed
  }
  assert.is(await removals(false), 2, 'by the second holder and by its own, each once')
  assert.is(await removals(true), 4, 'and once more each')
})

test('other runs that hold their probes in turn are waited for five minutes, and left alone', async () => {
  const world: World = { ...virtualTime(), table: new Map() }
  const others = async (): Promise<void> => {
    for (let turn = 0; world.now() <= 6 * MINUTE; turn += 1) {
      world.table.set(PROBE, text(`run ${turn}`, at(world.now())))
      await world.sleep(MINUTE)
    }
  }
  const run = preflight(world, () => 0, { begins: 1, isOff: 0, slowest: 0 })
  await world.run(Promise.all([others(), run]))
  assert.match(failures(await run).join(), /^lock-accepts: other preflights hold their probes in turn; Wait until/)
  assert.match(world.table.get(PROBE) ?? '', /run 6/)
})

test.run()
