import type { Statement } from './document.ts'
import type { Declaration } from '../declaration/declaration.ts'
import { readKey } from './actions.ts'
import { digestId, lockId, probeId, stackArns } from './stack-names.ts'

/** What a role may do to which items of one lock table. */
export type LockAccess = {
  readonly Sid: string
  readonly actions: ReadonlyArray<string>
  readonly table: string
  readonly ids: ReadonlyArray<string>
}

/**
 * Access to single items of the lock table. `ForAllValues` is true of a request that names no key at all, so the second
 * condition asks that there is one. Source: IAM, "Multivalued context keys"; DynamoDB, "Using IAM policy conditions".
 */
export const lockAccess = ({ Sid, actions, table, ids }: LockAccess): Statement => ({
  Sid,
  Effect: 'Allow',
  Action: actions,
  Resource: [table],
  Condition: {
    'ForAllValues:StringEquals': { 'dynamodb:LeadingKeys': ids },
    Null: { 'dynamodb:LeadingKeys': 'false' }
  }
})

/**
 * Takes and releases the lock of one state, and reads and writes its digest. Preflight may also try the lock with its probe. No
 * digest is deleted: OpenTofu never does.
 */
export const stateLockAccess = (declaration: Declaration): ReadonlyArray<Statement> => {
  const { lockTable: table } = stackArns(declaration)
  const [lock, digest, probe] = [lockId(declaration), digestId(declaration), probeId(declaration)]
  return [
    lockAccess({ Sid: 'ReadLock', actions: ['dynamodb:GetItem'], table, ids: [lock, digest, probe] }),
    lockAccess({ Sid: 'WriteLock', actions: ['dynamodb:PutItem'], table, ids: [lock, digest, probe] }),
    lockAccess({ Sid: 'ReleaseLock', actions: ['dynamodb:DeleteItem'], table, ids: [lock, probe] })
  ]
}

/**
 * Reads the metadata of the AWS managed key for DynamoDB, and of no other key. A request for that metadata names the alias.
 * Source: AWS KMS, "Condition keys", kms:RequestAlias.
 */
export const keyAccess = (declaration: Declaration): Statement => ({
  Sid: 'ReadTableKey',
  Effect: 'Allow',
  Action: readKey,
  Resource: [stackArns(declaration).keys],
  Condition: { StringEquals: { 'kms:RequestAlias': 'alias/aws/dynamodb' } }
})
