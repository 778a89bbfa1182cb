import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { planProvisioners } from '../../../src/plan/rules/plan-provisioners.ts'
import type { PlanSubject } from '../../../src/plan/rule.ts'

const test = suite('provisioners in a plan')

const said = (resources: ReadonlyArray<object> | undefined): ReadonlyArray<string> =>
  planProvisioners({ plan: { configuration: { root_module: { resources } } } } as unknown as PlanSubject).map(
    ({ outcome, actual }) => `${outcome}: ${actual}`
  )

test('each is told by its kind where it is one of the three of OpenTofu, and never by its words', () => {
  const types = ['local-exec', 'remote-exec', 'file', 'chef', undefined].map((type) => ({ type, expressions: 'id' }))
  assert.equal(
    said([{ address: 'a.b', provisioners: types }, { address: 'c.d' }, { address: 'e.f', provisioners: 'id' }]),
    [
      'failed: a.b has a provisioner: local-exec, remote-exec, file, of another kind, of another kind',
      'failed: e.f has a provisioner: of another kind'
    ]
  )
})

test('a resource without one, and a plan without resources, have none', () => {
  assert.equal(
    [said([{ address: 'a.b' }]), said([]), said(undefined)],
    [['passed: none'], ['passed: none'], ['passed: none']]
  )
})

test.run()
