import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { earlierProbe, holdOn, probeOf } from '../../../../../src/commands/preflight/checks/lock-works/probe.ts'
import { momentAt } from '../../../../../src/diagnostics/kinds.ts'
import { clock as utc } from '../../../../../src/outside/process/clock.ts'
import { stagingIn } from '../../staging-subject.ts'

const test = suite('what preflight writes into the lock table')

const [FIRST, SECOND] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-000000000002']
const PLACE = 'zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate#preflight'
const probe = probeOf(stagingIn('/project').wanted.declaration, 'operator role', '2026-01-31T12:00:00Z', [
  FIRST,
  SECOND
])

test('a probe says what it is to the person who finds it, and each of the two holders has an id of its own', () => {
  const who = '"Who":"npm run preflight as the operator role","Version":""'
  assert.is(probe.id, PLACE)
  assert.is(
    probe.infoAt('2026-01-31T12:00:07Z'),
    `{"ID":"${FIRST}","Operation":"preflight","Info":"a probe of the lock; it holds no state",${who},"Created":"2026-01-31T12:00:07Z","Path":"${PLACE}"}`
  )
  assert.is(
    probe.other,
    `{"ID":"${SECOND}","Operation":"preflight","Info":"a second holder, which must be refused",${who},"Created":"2026-01-31T12:00:00Z","Path":"${PLACE}"}`
  )
})

test('the end of a run waits for the call under way, and removes both texts that the run may have written', async () => {
  const course: Array<string> = []
  const lock = {
    release: (id: string, info: string) => () => {
      course.push(`release ${id === PLACE} ${info}`)
      return Promise.resolve(E.right(true))
    }
  }
  const hold = holdOn(lock as never, probe)
  assert.is(hold.isEnded(), false)
  hold.writing('mine')
  const call = hold.during(T.delay(5)(T.fromIO(() => void course.push('written'))))()
  await hold.end()
  await call
  assert.is(hold.isEnded(), true)
  assert.equal(course, ['written', 'release true mine', `release true ${probe.other}`])
})

test('a probe is old beyond 45 minutes, which no two clocks that AWS answers can differ', () => {
  const now = Date.UTC(2026, 0, 31, 12)
  const clock = { ...utc, now: () => momentAt(now) }
  const ageOf = (created: string) => earlierProbe({ info: probe.infoAt(created), digest: undefined }, clock)
  const is = (created: string, age: number, isOld: boolean) =>
    assert.equal(ageOf(created), {
      _tag: 'Probe',
      info: probe.infoAt(created),
      who: 'npm run preflight as the operator role',
      age,
      isOld
    })
  is('2026-01-31T11:15:00Z', 45 * 60_000, false)
  is('2026-01-31T11:14:59.999Z', 45 * 60_000 + 1, true)
  for (const info of [undefined, '', 'a note', '{}'])
    assert.equal(earlierProbe({ info, digest: undefined }, clock), { _tag: 'Foreign' })
})

test.run()
