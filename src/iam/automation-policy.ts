import type { Declaration } from '../declaration/declaration.ts'
import { lockItems, readBoundary, readBucket, readKey, readRoles, readState, readTable } from './actions.ts'
import { type PolicyDocument, ordered, policyDocument } from './document.ts'
import { keyAccess, lockAccess } from './shared-statements.ts'
import { digestId, lockId, stackArns } from './stack-names.ts'

const everyAction = ordered([
  ...readBucket,
  ...readState,
  ...readTable,
  ...readKey,
  ...lockItems,
  ...readRoles,
  ...readBoundary
])

/**
 * What automation may do: plan. It reads the state and the managed resources and takes and releases the lock; every
 * write is denied, the state's and its digest's included (J.7.0 §5, §6: nothing is applied unattended).
 */
export const automationPolicy = (declaration: Declaration): PolicyDocument => {
  const arn = stackArns(declaration)
  const [lock, digest] = [lockId(declaration), digestId(declaration)]
  return policyDocument(
    { Sid: 'ReadBucket', Effect: 'Allow', Action: readBucket, Resource: [arn.bucket] },
    { Sid: 'ReadState', Effect: 'Allow', Action: readState, Resource: [arn.stateObject] },
    { Sid: 'ReadTable', Effect: 'Allow', Action: readTable, Resource: [arn.lockTable] },
    lockAccess({ Sid: 'ReadLock', actions: ['dynamodb:GetItem'], table: arn.lockTable, ids: [lock, digest] }),
    lockAccess({
      Sid: 'TakeLock',
      actions: ['dynamodb:DeleteItem', 'dynamodb:PutItem'],
      table: arn.lockTable,
      ids: [lock]
    }),
    keyAccess(declaration),
    { Sid: 'ReadRoles', Effect: 'Allow', Action: readRoles, Resource: [arn.operator, arn.automation] },
    { Sid: 'ReadBoundary', Effect: 'Allow', Action: readBoundary, Resource: [arn.boundary] },
    {
      Sid: 'DenyEveryWrite',
      Effect: 'Deny',
      NotAction: everyAction,
      Resource: ['*']
    },
    {
      Sid: 'DenyOtherItems',
      Effect: 'Deny',
      Action: ['dynamodb:DeleteItem', 'dynamodb:PutItem'],
      Resource: ['*'],
      Condition: { 'ForAnyValue:StringNotEquals': { 'dynamodb:LeadingKeys': [lock] } }
    }
  )
}
