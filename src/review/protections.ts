import type { Declaration } from '../declaration/declaration.ts'
import { stateBucketPolicy } from '../iam/state-bucket-policy.ts'
import { onOneLine, type Json, type JsonObject, sameJson, valueAt } from '../terraform/json.ts'
import { type EmittedParts, textsOf } from './emitted-parts.ts'
import { code } from './markdown.ts'

/** What each statement of the bucket policy says, in the words of a reader; only where it says just that. */
const sentences: Readonly<Record<string, string>> = {
  TlsOnly: 'requests without TLS',
  TlsNotBelow12: 'TLS below 1.2',
  ThisAccountOnly: 'principals of another account',
  DeclaredEncryptionOnly: 'writing an object with another encryption than the declared one',
  HistoryStays: 'deleting the bucket, an object or a version of one; changing versioning, life cycle or replication',
  BootstrapPrincipalSetsPolicy:
    'changing the bucket policy, access lists, ownership, public access or encryption, save to the bootstrap principal'
}

type Row = readonly [what: string, how: string]

/** What keeps the history of the state and its lock, one row each. */
export const protectionRows = (declaration: Declaration, parts: EmittedParts): ReadonlyArray<Row> => [
  ...bucketPolicyRows(declaration, parts.statements('state_bucket_policy')),
  [
    'versions of the state',
    versions(at(parts.resource('aws_s3_bucket_versioning', 'state'), 'versioning_configuration', 'status'))
  ],
  ['public access to the bucket', publicAccess(parts.resource('aws_s3_bucket_public_access_block', 'state'))],
  [
    'ownership of objects',
    ownership(at(parts.resource('aws_s3_bucket_ownership_controls', 'state'), 'rule', 'object_ownership'))
  ],
  ['destruction of the bucket', byTofu(parts.resource('aws_s3_bucket', 'state'))],
  ['destruction of the lock table', tableDestruction(parts.resource('aws_dynamodb_table', 'lock'))],
  ['restoring the lock table', restoring(parts.resource('aws_dynamodb_table', 'lock'))]
]

const bucketPolicyRows = (declaration: Declaration, statements: ReadonlyArray<JsonObject>): ReadonlyArray<Row> => {
  const expected = stateBucketPolicy(declaration).Statement
  const rows = expected.map(({ Sid }): Row => {
    const found = statements.find((statement) => statement['Sid'] === Sid)
    const isIt =
      found !== undefined &&
      sameJson(
        found,
        expected.find((one) => one.Sid === Sid)
      )
    const said = isIt
      ? (sentences[Sid] ?? code(Sid))
      : found === undefined
        ? `${code(Sid)}: the statement is missing`
        : asWritten(found)
    return ['the bucket policy denies everybody', said]
  })
  const others = statements.filter(({ Sid }) => !expected.some((one) => one.Sid === Sid))
  return [...rows, ...others.map((one): Row => ['the bucket policy also says', asWritten(one)])]
}

const asWritten = (statement: JsonObject): string => code(onOneLine(statement))

/** A value inside of nested records, as text; `nothing` where it is missing. */
const at = (value: Json | undefined, ...path: ReadonlyArray<string>): string => {
  const found = valueAt(value, ...path)
  return found === undefined ? 'nothing' : textsOf(found).join()
}

const versions = (status: string): string =>
  status === 'Enabled' ? '`Enabled`: every earlier state is kept' : `${code(status)}: earlier states are not kept`

const flags = ['block_public_acls', 'block_public_policy', 'ignore_public_acls', 'restrict_public_buckets']

const publicAccess = (block: JsonObject): string => {
  const open = flags.filter((flag) => block[flag] !== true)
  return open.length === 0 ? 'blocked in all four ways' : `not blocked: ${open.map(code).join(', ')}`
}

const ownership = (value: string): string =>
  value === 'BucketOwnerEnforced' ? '`BucketOwnerEnforced`: access lists have no effect' : code(value)

const isRefusedByTofu = (resource: JsonObject): boolean => at(resource, 'lifecycle', 'prevent_destroy') === 'true'

const byTofu = (resource: JsonObject): string =>
  isRefusedByTofu(resource) ? 'refused by OpenTofu (`prevent_destroy`)' : 'not refused by OpenTofu'

const tableDestruction = (table: JsonObject): string => {
  const [other, none] = isRefusedByTofu(table) ? ['and by', 'but not by'] : ['but by', 'nor by']
  const isProtected = table['deletion_protection_enabled'] === true
  return `${byTofu(table)} ${isProtected ? `${other} DynamoDB (deletion protection)` : `${none} DynamoDB`}`
}

const restoring = (table: JsonObject): string => {
  const days = at(table, 'point_in_time_recovery', 'recovery_period_in_days')
  const isOn = at(table, 'point_in_time_recovery', 'enabled') === 'true'
  return isOn ? `to any second of the last ${days === '1' ? 'day' : `${days} days`}` : 'not possible'
}
