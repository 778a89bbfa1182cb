import type { Declaration } from '../declaration/declaration.ts'
import { everyAction, readIam, regional } from './actions.ts'
import { type PolicyDocument, policyDocument } from './document.ts'
import { keyAccess } from './shared-statements.ts'
import { stackArns } from './stack-names.ts'

/**
 * The most that either role can ever have, with any policy attached to it. That is this stack's bucket, state, table and IAM
 * names, in this account and region, and no action that is not listed. The two denials also bind where a bucket's or table's
 * own policy would allow something. Source: IAM, "Permissions boundaries for IAM entities".
 */
export const boundaryPolicy = (declaration: Declaration): PolicyDocument => {
  const arn = stackArns(declaration)
  const resources = [arn.bucket, arn.stateObject, arn.lockTable]
  return policyDocument(
    {
      Sid: 'ThisStateInThisRegion',
      Effect: 'Allow',
      Action: regional,
      Resource: resources,
      Condition: {
        StringEquals: { 'aws:RequestedRegion': declaration.region.aws, 'aws:ResourceAccount': declaration.account }
      }
    },
    keyAccess(declaration),
    { Sid: 'ReadThisIam', Effect: 'Allow', Action: readIam, Resource: [arn.operator, arn.automation, arn.boundary] },
    { Sid: 'DenyOtherActions', Effect: 'Deny', NotAction: everyAction, Resource: ['*'] },
    {
      Sid: 'DenyOtherResources',
      Effect: 'Deny',
      Action: everyAction,
      NotResource: [...resources, arn.keys, arn.operator, arn.automation, arn.boundary]
    }
  )
}
