import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PreflightDocument } from '../../../src/commands/preflight/document.ts'
import { type PreflightWorld, healthyWorld, preflightIn } from '../../support/preflight-world.ts'

const test = suite('what preflight asks AWS all at once')

const checksIn = async (world: PreflightWorld, ...argv: ReadonlyArray<string>) => {
  const { out, asked } = await preflightIn(world, ['--json', ...argv])
  const { checks } = JSON.parse(out) as PreflightDocument
  return { checks, asked, named: (name: string) => checks.find((check) => check.name === name) }
}

test('a state that was not made yet holds nothing, before the first apply', async () => {
  const world = healthyWorld()
  world.state = E.right(O.none)
  world.items.clear()
  const { named } = await checksIn(world)
  assert.equal(named('state-clean'), {
    name: 'state-clean',
    outcome: 'proven',
    because: null,
    findings: [
      {
        id: 'state-clean',
        outcome: 'passed',
        clause: 'J.7.0 §6',
        expected: 'only what is authorised',
        actual: 'no state yet: nothing was applied',
        from: { kind: 'aws', name: 'S3 GetObject', file: null, line: null },
        remedy: null,
        also: [],
        more: 0
      }
    ]
  })
})

test('a state that is not whole is not judged further, and the check that it rests on is named', async () => {
  const world = healthyWorld()
  world.state = E.right(O.none)
  const { named } = await checksIn(world)
  assert.is(named('state-whole')?.outcome, 'refused')
  assert.equal(named('state-clean'), { name: 'state-clean', outcome: 'not run', because: 'state-whole', findings: [] })
})

test('the state is read once, however many checks want it, and not where none does', async () => {
  const reads = async (...argv: ReadonlyArray<string>): Promise<number> => {
    const world = healthyWorld()
    if (E.isRight(world.bucket)) world.bucket = E.right({ ...world.bucket.right, policy: O.some('{}') })
    return (await checksIn(world, ...argv)).asked.filter((one) => one === 'state').length
  }
  assert.is(await reads(), 1)
  assert.is(await reads('--check', 'bucket'), 1)
  assert.is(await reads('--check', 'state-whole'), 1)
  for (const other of ['lock-table', 'lock-works', 'lock-free']) assert.is(await reads('--check', other), 0, other)
})

test('one check is told with those that it rests on, and no other', async () => {
  const rests = ['environment', 'identity']
  for (const [check, ...needs] of [
    ...['bucket', 'lock-table', 'lock-works', 'lock-free', 'state-whole'].map((name) => [name]),
    ['state-clean', 'state-whole']
  ]) {
    const { checks } = await checksIn(healthyWorld(), '--check', check ?? '')
    assert.equal(checks.map(({ name }) => name).toSorted(), [...rests, ...needs, check ?? ''].toSorted(), check)
  }
})

test.run()
