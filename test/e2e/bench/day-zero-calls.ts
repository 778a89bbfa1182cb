import type { Call } from '../../../src/outside/stand-in/stand-in.ts'
import type { AskedCall, Step } from '../../support/day-zero/proof.ts'
import { type Authorization, authorizationOf } from './authorization.ts'

/** The calls that one step of day 0 made, in the order of their answers. */
export type StepCalls = readonly [Step, ReadonlyArray<Call>]

/**
 * What AWS asks for beside the action of the call's own name, because of what the call brings with it. Sources: Amazon S3,
 * "Required permissions for Amazon S3 API operations" (ownership) and "Using tags with S3 general purpose buckets"; DynamoDB,
 * "Tagging resources"; IAM, "Tags for AWS Identity and Access Management resources". The body of an S3 call is not recorded, and
 * seed always creates the bucket with its tags.
 */
const beside = ({ action }: Authorization, { headers, body }: Call): ReadonlyArray<string> => {
  const text = body ?? ''
  switch (action) {
    case 's3:CreateBucket':
      return ['s3:TagResource', ...('x-amz-object-ownership' in headers ? ['s3:PutBucketOwnershipControls'] : [])]
    case 'dynamodb:CreateTable':
      return 'Tags' in (JSON.parse(text) as object) ? ['dynamodb:TagResource'] : []
    case 'iam:CreateRole':
      return new URLSearchParams(text).has('Tags.member.1.Key') ? ['iam:TagRole'] : []
    case 'iam:CreatePolicy':
      return new URLSearchParams(text).has('Tags.member.1.Key') ? ['iam:TagPolicy'] : []
    default:
      return []
  }
}

const OF_EVERY_ACTION = ['aws:RequestedRegion', 'aws:SecureTransport', 's3:TlsVersion']

/** All that one call asks of IAM; the id of a KMS key, which AWS chooses, is always the same here. */
const asked = (call: Call, account: string): ReadonlyArray<Authorization> => {
  const own = authorizationOf(call, account)
  const conditions = Object.fromEntries(Object.entries(own.conditions).filter(([key]) => OF_EVERY_ACTION.includes(key)))
  return [
    { ...own, resource: own.resource.replace(/(:key\/).*$/, '$15f0c1d2e-3b4a-4c5d-8e6f-7a8b9c0d1e2f') },
    ...beside(own, call).map((action) => ({ ...own, action, conditions }))
  ]
}

/**
 * What day 0 asks of IAM as one principal, each thing once and where it is asked first. The policy of the bucket takes part
 * from the first answer on that set one, though seed's first refuses less. `sts:GetCallerIdentity` needs no grant, so it is not among them.
 */
export const askedOnDayZero = (
  steps: ReadonlyArray<StepCalls>,
  account: string,
  principal: string
): ReadonlyArray<AskedCall> => {
  const found = new Map<string, AskedCall>()
  let hasBucketPolicy = false
  for (const [step, calls] of steps)
    for (const call of calls.filter((one) => one.principal === principal))
      for (const { action, resource, conditions } of asked(call, account)) {
        const key = JSON.stringify([hasBucketPolicy, action, resource, conditions])
        if (action !== 'sts:GetCallerIdentity' && !found.has(key))
          found.set(key, { step, hasBucketPolicy, action, resource, conditions })
        if (action === 's3:PutBucketPolicy') hasBucketPolicy = true
      }
  return [...found.values()]
}
