import type { Call } from '../../../src/outside/stand-in/stand-in.ts'
import { present } from './present.ts'
import { type Asked, s3Request } from './s3-request.ts'

/** What IAM is asked before a call is answered: who may do what to what, and under which condition keys. */
export type Authorization = Asked & {
  /** An assumed-role ARN; the access key where moto knows no role for it. */
  readonly principal: string
}

/** Whether a recorded call asks IAM for a right. Preflight reaches IAM itself without a signature, and asks nothing of it. */
export const isSigned = ({ service }: Call): boolean => service !== null

/** What a recorded call asks of IAM in that account. Throws when the call is of a kind that it does not know. */
export const authorizationOf = (call: Call, account: string): Authorization => {
  const { service, region, accessKey, principal, tls } = call
  if (service === null || region === null || accessKey === null)
    throw new Error(`an unsigned request asks nobody: ${call.method} ${call.host}${call.path}`)
  const asked = ask(service, call, { account, region, partition: partitionOf(region) })
  return {
    principal: principal ?? accessKey,
    action: asked.action,
    resource: asked.resource,
    conditions: {
      'aws:RequestedRegion': region,
      'aws:SecureTransport': String(tls !== null),
      ...asked.conditions
    }
  }
}

type Where = { readonly account: string; readonly region: string; readonly partition: string }

const ask = (service: string, call: Call, where: Where): Asked => {
  switch (service) {
    case 's3':
      return s3Request(call, where.partition)
    case 'dynamodb':
      return dynamodb(call, where)
    case 'iam':
      return iam(call, where)
    case 'sts':
      return sts(call)
    case 'kms':
      return kms(call)
    default:
      throw new Error(`${service} is not a service that this project uses: ${call.host}`)
  }
}

const partitionOf = (region: string): string =>
  ({ cn: 'aws-cn', eusc: 'aws-eusc', us: region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws' })[
    region.split('-')[0] ?? ''
  ] ?? 'aws'

type Item = { readonly LockID?: { readonly S: string } }
type Table = { readonly TableName?: string; readonly ResourceArn?: string; readonly Key?: Item; readonly Item?: Item }

const dynamodb = (call: Call, { partition, region, account }: Where): Asked => {
  const { TableName, ResourceArn, Key, Item } = JSON.parse(call.body ?? '{}') as Table
  return {
    action: `dynamodb:${call.headers['x-amz-target']?.split('.')[1]}`,
    resource: ResourceArn ?? `arn:${partition}:dynamodb:${region}:${account}:table/${TableName}`,
    conditions: present({ 'dynamodb:LeadingKeys': (Key ?? Item)?.LockID?.S })
  }
}

const iam = (call: Call, { partition, account }: Where): Asked => {
  const form = new URLSearchParams(call.body ?? '')
  const arn = (kind: string): string | undefined => {
    const name = form.get(`${kind}Name`)
    return name === null
      ? undefined
      : `arn:${partition}:iam::${account}:${kind.toLowerCase()}${form.get('Path') ?? '/'}${name}`
  }
  const policy = form.get('PolicyArn')
  return {
    action: `iam:${form.get('Action')}`,
    resource: call.named ?? arn('Role') ?? policy ?? arn('Policy') ?? '*',
    conditions: present({
      'iam:PermissionsBoundary': form.get('PermissionsBoundary'),
      'iam:PolicyARN': form.has('RoleName') ? policy : undefined
    })
  }
}

const sts = (call: Call): Asked => {
  const form = new URLSearchParams(call.body ?? '')
  return { action: `sts:${form.get('Action')}`, resource: form.get('RoleArn') ?? '*', conditions: {} }
}

const kms = (call: Call): Asked => {
  const { KeyId } = JSON.parse(call.body ?? '{}') as { readonly KeyId?: string }
  return {
    action: `kms:${call.headers['x-amz-target']?.split('.')[1]}`,
    resource: call.named ?? KeyId ?? '*',
    conditions: present({ 'kms:RequestAlias': KeyId?.startsWith('alias/') ? KeyId : undefined })
  }
}
