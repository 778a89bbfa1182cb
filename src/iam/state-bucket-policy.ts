import { type Declaration, bootstrapPrincipals } from '../declaration/declaration.ts'
import { type PolicyDocument, policyDocument } from './document.ts'
import { stackArns } from './stack-names.ts'

/** One alone stands without a list, so that a stack that is not handed over keeps its text. */
const settersOf = (declaration: Declaration): string | ReadonlyArray<string> => {
  const arns = bootstrapPrincipals(declaration).map(([, arn]) => arn)
  return arns.length === 1 ? declaration.bootstrapPrincipal : arns
}

/**
 * What the state bucket refuses, from any caller. It allows nothing: access is granted by the roles alone. Deny statements of a
 * bucket policy bind the bootstrap principal too; it can change the policy, and that is seen.
 */
export const stateBucketPolicy = (declaration: Declaration): PolicyDocument => {
  const { bucket, objects } = stackArns(declaration)
  const everyone = { Effect: 'Deny', Principal: '*' } as const
  return policyDocument(
    {
      ...everyone,
      Sid: 'TlsOnly',
      Action: ['s3:*'],
      Resource: [bucket, objects],
      Condition: { Bool: { 'aws:SecureTransport': 'false' } }
    },
    {
      ...everyone,
      Sid: 'TlsNotBelow12',
      Action: ['s3:*'],
      Resource: [bucket, objects],
      Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } }
    },
    {
      ...everyone,
      Sid: 'ThisAccountOnly',
      Action: ['s3:*'],
      Resource: [bucket, objects],
      Condition: { StringNotEquals: { 'aws:PrincipalAccount': declaration.account } }
    },
    {
      ...everyone,
      Sid: 'DeclaredEncryptionOnly',
      Action: ['s3:PutObject'],
      Resource: [objects],
      Condition: { StringNotEquals: { 's3:x-amz-server-side-encryption': declaration.backend.encryption } }
    },
    {
      ...everyone,
      Sid: 'HistoryStays',
      Action: [
        's3:DeleteBucket',
        's3:DeleteObject',
        's3:DeleteObjectVersion',
        's3:PutBucketVersioning',
        's3:PutLifecycleConfiguration',
        's3:PutReplicationConfiguration',
        's3:ReplicateDelete',
        's3:ReplicateObject'
      ],
      Resource: [bucket, objects]
    },
    {
      ...everyone,
      Sid: 'BootstrapPrincipalSetsPolicy',
      Action: [
        's3:DeleteBucketPolicy',
        's3:PutBucketAcl',
        's3:PutBucketOwnershipControls',
        's3:PutBucketPolicy',
        's3:PutBucketPublicAccessBlock',
        's3:PutEncryptionConfiguration'
      ],
      Resource: [bucket],
      Condition: { ArnNotEquals: { 'aws:PrincipalArn': settersOf(declaration) } }
    }
  )
}
