import type { Access } from '../../src/access/access.ts'
import type { Json } from '../../src/terraform/json.ts'

export const account = '111122223333'
export const role = `arn:aws:iam::${account}:role/Operator`
export const bucket = 'arn:aws:s3:::b'

export type Statement = Readonly<Record<string, Json>>
export type Documents = Partial<Readonly<Record<'policy' | 'boundary' | 'trust' | 'bucket', ReadonlyArray<Statement>>>>

const document = (statements: ReadonlyArray<Statement>): Json => ({ Version: '2012-10-17', Statement: statements })

export const access = ({ policy = [], boundary, trust, bucket: own }: Documents): Access => ({
  partition: 'aws',
  roles: [
    {
      name: 'the role',
      arn: role,
      policies: [document(policy)],
      boundary: boundary && document(boundary),
      trust: trust && document(trust)
    }
  ],
  buckets: [{ arn: bucket, account, policy: own && document(own) }]
})

export const allow = (more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Action: 's3:GetObject',
  Resource: '*',
  ...more
})
export const deny = (more: Statement = {}): Statement => ({ ...allow(more), Effect: 'Deny' })
export const trusts = (more: Statement = {}): Statement => ({
  Effect: 'Allow',
  Principal: { AWS: account },
  Action: 'sts:AssumeRole',
  ...more
})

export const policy = (...statements: ReadonlyArray<Statement>): Documents => ({ policy: statements })
export const trust = (...statements: ReadonlyArray<Statement>): Documents => ({ trust: statements })

export const keys = (operator: string, value: Json): Statement => ({
  Condition: { [operator]: { 'dynamodb:LeadingKeys': value } }
})

/** Without the keys that have no value, as a document is written. */
export const clean = (of: Documents): Documents => JSON.parse(JSON.stringify(of)) as Documents
