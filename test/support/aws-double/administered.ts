import type { Answer, Call } from './call.ts'
import { json } from './dynamodb-answer.ts'
import { stsError } from './sts.ts'
import type { World } from './world.ts'
import { document, element, text } from './xml.ts'

/** The role that a name stands for: its whole ARN, and who may assume it. Source: AWS IAM API Reference, GetRole. */
const role = ({ principals }: World, { body }: Call): Answer => {
  const name = new URLSearchParams(body).get('RoleName') ?? ''
  const found = [...principals.values()].map((one) => one.role ?? '').find((arn) => arn.endsWith(`/${name}`))
  if (found === undefined) return stsError(404, 'NoSuchEntity', `The role with name ${name} cannot be found.`)
  const trust = { Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole' }] }
  const parts = [
    ...[text('Path', '/'), text('RoleName', name), text('RoleId', 'AROAEXAMPLE'), text('Arn', found)],
    ...[text('CreateDate', '2026-01-01T00:00:00Z')],
    text('AssumeRolePolicyDocument', encodeURIComponent(JSON.stringify(trust)))
  ]
  return document(element('GetRoleResponse', element('GetRoleResult', element('Role', ...parts))))
}

/** The regions of an account. Source: AWS Account Management API Reference, EnableRegion and GetRegionOptStatus. */
const account = ({ regionsOff }: World, { operation, body }: Call): Answer => {
  const { RegionName = '' } = JSON.parse(body) as { readonly RegionName?: string }
  if (operation === 'enableRegion') {
    regionsOff.delete(RegionName)
    return { status: 200 }
  }
  return operation === 'getRegionOptStatus'
    ? json(200, { RegionName, RegionOptStatus: regionsOff.has(RegionName) ? 'DISABLED' : 'ENABLED' })
    : json(404, { message: operation })
}

/** What an administrator asks beside the state's own services; undefined for those. Source of the last: Service Quotas API Reference. */
export const administered = (world: World, call: Call): Answer | undefined => {
  if (call.service === 'iam') return role(world, call)
  if (call.service === 'account') return account(world, call)
  if (call.service !== 'servicequotas') return undefined
  const Quotas = [{ ServiceCode: 's3', QuotaName: 'Buckets', Value: world.bucketQuota, Adjustable: true }]
  return json(200, { Quotas: world.bucketQuota === undefined ? [] : Quotas })
}
