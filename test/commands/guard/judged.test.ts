import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Judged } from '../../../src/commands/guard/facts.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import { failed } from '../../../src/diagnostics/finding.ts'
import { machine } from '../../../src/diagnostics/origin.ts'
import { type GuardWorld, guardWorld } from '../../support/guard-world.ts'

const test = suite<GuardWorld>('what is said of a plan that was judged')
test.before.each((context) => {
  Object.assign(context, guardWorld())
})
test.after.each(({ close }) => close())

const refusal = failed({
  rule: 'plan-types',
  clause: 'J.7.0 §5',
  from: machine('a test'),
  expected: 'x',
  actual: 'y',
  remedy: 'z'
})

/** The findings that are told of a plan, as the rule and what was found. */
const told = async ({ world, of, ports, events }: GuardWorld, judged: Partial<Judged>) => {
  world.judged = { ...world.judged, ...judged }
  await plan(of('plan'))(ports)()
  return events.flatMap((event) =>
    event._tag === 'Judged'
      ? event.judged.findings.map(({ rule, outcome, actual }) => `${rule} ${outcome}: ${actual}`)
      : []
  )
}

const other = 'tofu-version failed: a plan of "1.11.0"'

test('a plan of the OpenTofu that made it has no more finding', async (context) => {
  assert.equal(await told(context, {}), ['plan-of-a-test passed: x'])
})

test('a plan of another OpenTofu is refused beside what else is good or bad about it', async (context) => {
  assert.equal(await told(context, { tofuVersion: '1.11.0' }), ['plan-of-a-test passed: x', other])
})

test('and also where another rule refuses it', async (context) => {
  assert.equal(await told(context, { tofuVersion: '1.11.0', findings: [refusal] }), ['plan-types failed: y', other])
})

test('of a plan that could not be read, that alone is said', async (context) => {
  assert.equal(await told(context, { tofuVersion: undefined, findings: [refusal] }), ['plan-types failed: y'])
})

test('a plan that names no OpenTofu and that nothing else refuses is refused', async (context) => {
  const [, version] = await told(context, { tofuVersion: undefined })
  assert.match(version ?? '', /^tofu-version failed: a plan of /)
})

test.run()
