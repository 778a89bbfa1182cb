import type { Declaration } from '../declaration/declaration.ts'
import {
  askBucket,
  askTable,
  changeBucket,
  changeTable,
  everyAction,
  readBoundary,
  readBucket,
  readRoles,
  readState,
  readTable,
  writeState
} from './actions.ts'
import { type PolicyDocument, ordered, policyDocument } from './document.ts'
import { keyAccess, stateLockAccess } from './shared-statements.ts'
import { stackArns } from './stack-names.ts'

const bucketActions = ordered([...readBucket, ...askBucket, ...changeBucket])
const tableActions = ordered([...readTable, ...askTable, ...changeTable])

/**
 * What a human operator may do: init, plan and apply on this one state. The operator may also change the tags and settings of
 * its bucket and table. No IAM write, no deletion, nothing outside of the stack (J.7.0 §5, §7).
 */
export const operatorPolicy = (declaration: Declaration): PolicyDocument => {
  const arn = stackArns(declaration)
  return policyDocument(
    { Sid: 'ReadAndTagBucket', Effect: 'Allow', Action: bucketActions, Resource: [arn.bucket] },
    { Sid: 'ReadAndWriteState', Effect: 'Allow', Action: [...readState, ...writeState], Resource: [arn.stateObject] },
    { Sid: 'ReadAndSetTable', Effect: 'Allow', Action: tableActions, Resource: [arn.lockTable] },
    ...stateLockAccess(declaration),
    keyAccess(declaration),
    { Sid: 'ReadRoles', Effect: 'Allow', Action: readRoles, Resource: [arn.operator, arn.automation] },
    { Sid: 'ReadBoundary', Effect: 'Allow', Action: readBoundary, Resource: [arn.boundary] },
    {
      Sid: 'DenyEverythingElse',
      Effect: 'Deny',
      NotAction: everyAction,
      Resource: ['*']
    }
  )
}
