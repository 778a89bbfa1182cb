import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { awsFailure } from '../../support/preflight-world.ts'
import { type SeedWorld, emptyWorld, newTable, seedIn, seededWorld } from '../../support/seed-world.ts'

const test = suite('seed beside what else happens')

/** The first time that a call is made, the next of another one fail so. */
const afterFirst = (
  world: SeedWorld,
  first: string,
  call: string,
  ...tags: ReadonlyArray<Parameters<typeof awsFailure>[0]>
): SeedWorld => {
  let isOver = false
  world.at = (made) => {
    if (made !== first || isOver) return
    isOver = true
    world.failures[call] = tags.map((more) => awsFailure({ call, ...more }))
  }
  return world
}

const asked = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.flatMap((line) => /^> ((?:bucket|table)\.\w+)/.exec(line)?.[1] ?? [])

test('a table that another run is just making is not asked about its backups', async () => {
  const making = { ...seededWorld(), table: newTable('CREATING'), recovery: O.none }
  const { lines, code } = await seedIn(making)
  assert.is(code, 1)
  assert.not.ok(asked(lines).includes('table.recovery'))
  const { lines: whole } = await seedIn(seededWorld())
  assert.is(asked(whole).filter((call) => call === 'table.recovery').length, 1)
})

test('a bucket that AWS leads requests past after its creation is waited for', async () => {
  const world = afterFirst(emptyWorld(), 'bucket.create', 'bucket.region', { _tag: 'NotReady' }, { _tag: 'NotReady' })
  const { code, lines } = await seedIn(world)
  assert.is(code, 0, lines.join('\n'))
  assert.equal(lines.filter((line) => line === 'waiting  bucket: until it answers').length, 2)
})

test('a bucket that cannot be asked after its creation ends the run at once', async () => {
  const { code, lines } = await seedIn(
    afterFirst(emptyWorld(), 'bucket.create', 'bucket.region', { _tag: 'ServiceFault' })
  )
  assert.is(code, 1)
  assert.equal(asked(lines).slice(-2), ['bucket.create', 'bucket.region'])
})

/** Only a denial says that AWS takes the caller for another principal. */
test('a fault of AWS while the caller is asked is not taken for a denial', async () => {
  const ended = async (_tag: 'Denied' | 'ServiceFault') =>
    seedIn(afterFirst(emptyWorld(), 'bucket.setPolicy', 'bucket.isEmpty', ...[1, 2, 3].map(() => ({ _tag }))))
  const [denied, fault] = [await ended('Denied'), await ended('ServiceFault')]
  assert.equal([denied.code, fault.code], [1, 1])
  assert.match(denied.lines.join('\n'), 'AWS does not take the caller for')
  assert.not.match(fault.lines.join('\n'), 'AWS does not take the caller for')
  assert.match(fault.lines.join('\n'), 'a fault of AWS')
  for (const { lines } of [denied, fault])
    assert.is(asked(lines).filter((call) => call === 'bucket.setPolicy').length, 1, 'the policy is not set')
})

test('why a run ended and what exists are two paragraphs', async () => {
  const world = emptyWorld()
  world.failures['table.create'] = [awsFailure({ call: 'table.create' })]
  const { lines } = await seedIn(world)
  const at = lines.indexOf('What exists now')
  assert.equal([lines[at - 1], lines[at - 2] === '', at > 1], ['', false, true])
})

test.run()
