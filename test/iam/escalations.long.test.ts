import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { escalations } from '../support/access-matrix/escalations.ts'
import { emittedPolicies } from '../support/access-matrix/emitted.ts'
import { pairs } from '../support/access-matrix/names.ts'
import { administrator, open, openTrust } from '../support/access-matrix/policies-of.ts'
import { contextOf, principalOf } from '../support/access-matrix/request-of.ts'
import { targetsOf } from '../support/access-matrix/targets.ts'
import { type Policies, type Request, simulate, simulateAgain } from '../support/simulate.ts'

const test = suite('privilege escalations')

const steps = [...new Set(escalations.flatMap(({ calls }) => calls))]

test('at least 30 are told, each with its source, and each step exists', async () => {
  assert.ok(new Set(escalations.map(({ name }) => name)).size >= 30)
  assert.ok(escalations.every(({ source, calls }) => source.length > 10 && calls.length > 0))
})

for (const pair of pairs) {
  const documents = emittedPolicies(pair.own.stack)
  const boundary = documents.boundary_policy
  const ask = pair === pairs[0] ? simulate : simulateAgain
  for (const role of ['operator', 'automation'] as const) {
    const own = documents[`${role}_policy`]
    const requests = async (): Promise<ReadonlyArray<Request>> => {
      const asked: Array<Request> = []
      for (const action of steps)
        for (const { arn, account } of await targetsOf(pair, action)) {
          const { principal, keys } = principalOf(role, pair)
          asked.push({
            principal,
            action,
            resource: arn,
            account,
            context: contextOf({ ...keys, 'aws:RequestedRegion': pair.own.region, 'aws:ResourceAccount': account })
          })
        }
      return asked
    }
    const eachIsDenied = (what: string, policies: (request: Request) => Policies): void =>
      test(`${pair.own.stack}: the ${role} role takes no step of any, ${what}`, async () => {
        const found: Array<string> = []
        for (const request of await requests()) {
          const decision = await ask(request, policies(request))
          if (decision !== 'denied explicitly') found.push(`${request.action} on ${request.resource}: ${decision}`)
        }
        assert.equal(found, [])
      })

    eachIsDenied('as it is', () => ({ identity: [own], boundary }))
    eachIsDenied('with AdministratorAccess attached by hand', () => ({ identity: [own, administrator], boundary }))
    eachIsDenied('with AdministratorAccess in the place of its policy, on what is open to everybody', ({ action }) => ({
      identity: [administrator],
      boundary,
      resource: action.startsWith('sts:') ? openTrust : open
    }))
    eachIsDenied('with AdministratorAccess attached and the boundary gone', ({ action }) => ({
      identity: [own, administrator],
      resource: action.startsWith('sts:') ? openTrust : open
    }))
  }
}

test.run()
