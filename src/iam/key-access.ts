import type { Declaration } from '../declaration/declaration.ts'
import { readKey } from './actions.ts'
import type { Statement } from './document.ts'
import { stackArns } from './stack-names.ts'

/**
 * Reads the metadata of the AWS managed key for DynamoDB, and of no other key: a request for it names the alias.
 * Source: AWS KMS, "Condition keys", kms:RequestAlias.
 */
export const keyAccess = (declaration: Declaration): Statement => ({
  Sid: 'ReadTableKey',
  Effect: 'Allow',
  Action: readKey,
  Resource: [stackArns(declaration).keys],
  Condition: { StringEquals: { 'kms:RequestAlias': 'alias/aws/dynamodb' } }
})
