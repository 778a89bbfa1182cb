import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { writtenLockInfo } from '../../../../src/backend/lock-info.ts'
import { type OwnLock, lockFree } from '../../../../src/commands/preflight/checks/lock-free.ts'
import { type Moment, momentAt } from '../../../../src/diagnostics/kinds.ts'
import { clock } from '../../../../src/outside/process/clock.ts'
import { stagingIn } from '../staging-subject.ts'

const test = suite("whether the lock is this run's own")

const ID = 'd3b07384-d9a0-4c9b-8f6e-2f1d1c3b5a10'
const WHO = 'amara@laptop'
const NOW = Date.UTC(2026, 0, 31, 12)
const at = (millis: number): string => new Date(millis).toISOString()
const own: OwnLock = { who: WHO, operations: ['OperationTypePlan', 'OperationTypeApply'], since: NOW - 60_000 }

type Held = { readonly Who: string; readonly Operation: string; readonly created: number }
const held: Held = { Who: WHO, Operation: 'OperationTypeApply', created: NOW - 30_000 }

const judged = async (more: Partial<Held> = {}, marks: OwnLock | undefined = own, now: Moment = momentAt(NOW)) => {
  const { Who, Operation, created } = { ...held, ...more }
  const info = writtenLockInfo({ ID, Operation, Info: '', Who, Version: '1.12.6', Created: at(created), Path: 'x' })
  const asked: Array<string> = []
  const [finding] = await lockFree(
    stagingIn('/project'),
    marks
  )({
    clock: { ...clock, now: () => now },
    lock: {
      read: (id: string) => {
        asked.push(id)
        return () => Promise.resolve(E.right(O.some({ info, digest: undefined })))
      }
    } as never
  })()
  return { asked, finding }
}
const isOwn = async (...args: Parameters<typeof judged>): Promise<boolean> =>
  (await judged(...args)).finding?.actual.includes("this run's own tofu") === true

test('it is where holder and operation are those of the run, and it was taken while the run went on', async () => {
  assert.is(await isOwn(), true)
  assert.is(await isOwn({ Operation: 'OperationTypePlan' }), true)
  assert.is(await isOwn({ Who: 'other@laptop' }), false)
  assert.is(await isOwn({ Operation: 'OperationTypeDestroy' }), false)
  assert.is((await judged({}, undefined)).finding?.actual.includes('held by'), false)
})

test('it was taken while the run went on from its first moment to the present one, both counted in', async () => {
  assert.is(await isOwn({ created: own.since }), true)
  assert.is(await isOwn({ created: own.since - 1 }), false)
  assert.is(await isOwn({ created: NOW }), true)
  assert.is(await isOwn({ created: NOW + 1 }), false)
})

const INIT = 'export AWS_ACCOUNT_ID_ENDPOINT_MODE=disabled && tofu -chdir=out/staging-eu init -lockfile=readonly'
const UNLOCK = `${INIT} && tofu -chdir=out/staging-eu force-unlock ${ID}`
const about = {
  outcome: 'failed',
  rule: 'lock-free',
  clause: 'J.6.2 §5',
  from: { kind: 'aws', name: 'DynamoDB GetItem' },
  expected: 'a free lock of this state'
}

test('its own lock is said with what proves it, and with the one line that removes it', async () => {
  const since = 'since 2026-01-31T11:59:30.000Z (30 seconds)'
  const said = (who: string): string =>
    `${ID}, which this run's own tofu took and did not release: the lock was free before, ${who} holds it ${since} for OperationTypeApply, which is after this run began, and its tofu has ended`
  const { asked, finding } = await judged()
  assert.equal(asked, ['zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate'])
  assert.equal(finding, {
    ...about,
    actual: said(WHO).replace('.000Z', 'Z'),
    unnamed: said('this user').replace('.000Z', 'Z'),
    remedy: `If you started no other tofu on this stack meanwhile, remove the lock: ${UNLOCK}; then npm run tofu -- stacks/staging-eu.ts plan.`
  })
})

test("another's lock is said with its holder, whom a document does not name", async () => {
  const { finding } = await judged({ Who: 'other@laptop' })
  const rest = `since 2026-01-31T11:59:30Z (30 seconds) for OperationTypeApply, lock ${ID}`
  assert.equal(finding, {
    ...about,
    actual: `held by other@laptop ${rest}`,
    unnamed: `held ${rest}`,
    remedy: `Wait until they are done, or ask them. When it is certain that this run is dead, remove the lock by hand: ${UNLOCK}; never do so while it may still write, because two writers lose the state.`
  })
})

test.run()
