import major from 'semver/functions/major.js'
import { lookedUp } from '../diagnostics/record.ts'
import type { Declaration } from '../declaration/declaration.ts'
import { sameJson } from '../terraform/json.ts'
import { attributesOf, isNothing, own } from './value.ts'

/** Whether AWS or the provider gives a value by itself, where the file does not write it. */
type Given = (value: unknown, declaration: Declaration) => boolean

const text: Given = (value) => typeof value === 'string'

/** Set by another resource of the same file, which is judged there, or owned by an `_exclusive` one. */
const elsewhere: Given = () => true

/** The owner of a bucket has all rights to it, and no other principal has any. An ACL says so where ownership is enforced. */
const ownerAlone: Given = (value) =>
  Array.isArray(value) &&
  value.length === 1 &&
  own(value[0], 'type') === 'CanonicalUser' &&
  JSON.stringify(own(value[0], 'permissions')) === '["FULL_CONTROL"]'

const uploads = ['abort_incomplete_multipart_upload_days', 'id', 'prefix', 'enabled', 'tags']

/** Lifecycle rules that are disabled, or end uploads which were never completed and nothing else: preflight lets them pass too. */
const ofNothingStored: Given = (value) =>
  Array.isArray(value) &&
  value.every(
    (rule) =>
      own(rule, 'enabled') === false ||
      (!isNothing(own(rule, 'abort_incomplete_multipart_upload_days')) &&
        Object.entries(attributesOf(rule)).every(([name, inner]) => uploads.includes(name) || isNothing(inner)))
  )

/** A replication whose rules are all disabled. Preflight lets it pass too. */
const copiesNothing: Given = (value) =>
  Array.isArray(value) &&
  value.every((one) => {
    const rules = own(one, 'rules')
    return Array.isArray(rules) && rules.length > 0 && rules.every((rule) => own(rule, 'status') === 'Disabled')
  })

/** A limit of requests that was taken away again. Source: Amazon DynamoDB, OnDemandThroughput. */
const unlimited: Given = (value) =>
  Array.isArray(value) &&
  value.every((limits) => Object.values(attributesOf(limits)).every((most) => most === -1 || isNothing(most)))

/** What a resource has without anybody writing it, by type and attribute. Source: the provider's own schema, and real plans. */
const given: Readonly<Record<string, Readonly<Record<string, Given>>>> = {
  aws_dynamodb_table: {
    arn: text,
    on_demand_throughput: unlimited,
    table_class: (value) => value === 'STANDARD',
    'server_side_encryption.kms_key_arn': text
  },
  aws_iam_policy: { arn: text, policy_id: text },
  aws_iam_role: {
    arn: text,
    create_date: text,
    unique_id: text,
    inline_policy: elsewhere,
    managed_policy_arns: elsewhere
  },
  aws_s3_bucket: {
    acceleration_status: (value) => value === 'Suspended',
    arn: text,
    bucket_domain_name: text,
    bucket_regional_domain_name: (value, { backend, region }) =>
      typeof value === 'string' && value.startsWith(`${backend.bucket}.s3.${region.aws}.`),
    grant: ownerAlone,
    hosted_zone_id: text,
    lifecycle_rule: ofNothingStored,
    policy: elsewhere,
    region: (value, { region }) => value === region.aws,
    replication_configuration: copiesNothing,
    request_payer: (value) => value === 'BucketOwner',
    server_side_encryption_configuration: elsewhere,
    versioning: elsewhere
  },
  aws_s3_bucket_versioning: { 'versioning_configuration.mfa_delete': (value) => value === 'Disabled' }
}

const everywhere: Readonly<Record<string, Given>> = { id: text, tags_all: elsewhere }

/** The declared region, which line 6 gives to every resource that has one. */
const declaredRegion: Given = (value, { region }) => value === region.aws

/** What a table that is billed by request can serve at once as it is made. Source: AWS, "DynamoDB warm throughput". */
const asMade: Given = (value) => sameJson(value, [{ read_units_per_second: 12000, write_units_per_second: 4000 }])

/** S3 refuses a caller's own keys where they are not asked for. The bucket policy refuses them anyway. */
const withoutOwnKeys: Given = (value) => sameJson(value, ['SSE-C'])

/**
 * What line 6 of the provider gives beside that, by its documents and sources; no plan of it was seen. Every other new
 * attribute is refused. Sources: the provider's guide "Enhanced Region Support" (`region`, and `bucket_region` of a
 * bucket, whose `region` it was), its documents of `aws_s3_bucket` (`bucket_namespace`), `aws_dynamodb_table`
 * (`warm_throughput`) and of the encryption of a bucket (`blocked_encryption_types`, which AWS sets since 2026).
 */
const givenByLine6: Readonly<Record<string, Readonly<Record<string, Given>>>> = {
  aws_dynamodb_table: { region: declaredRegion, warm_throughput: asMade },
  aws_s3_bucket: { bucket_namespace: (value) => value === 'global', bucket_region: declaredRegion },
  aws_s3_bucket_ownership_controls: { region: declaredRegion },
  aws_s3_bucket_policy: { region: declaredRegion },
  aws_s3_bucket_public_access_block: { region: declaredRegion },
  aws_s3_bucket_server_side_encryption_configuration: {
    region: declaredRegion,
    'rule.blocked_encryption_types': withoutOwnKeys
  },
  aws_s3_bucket_versioning: { region: declaredRegion }
}

const givenOf = (declaration: Declaration, type: string, path: string): Given | undefined => {
  const isLine6 = major(declaration.versions.awsProvider) === 6
  return (
    lookedUp(lookedUp(given, type) ?? {}, path) ??
    (isLine6 ? lookedUp(lookedUp(givenByLine6, type) ?? {}, path) : undefined) ??
    lookedUp(everywhere, path)
  )
}

/**
 * Attributes that a resource would have without a known source: a replication, a website, a stream. The file does not
 * write them, and neither another resource nor AWS nor the provider gives them. A plan does not show such attributes as
 * changes.
 */
export const unwritten = (
  declaration: Declaration,
  type: string,
  written: unknown,
  after: unknown,
  at = ''
): ReadonlyArray<string> =>
  Object.entries(attributesOf(after)).flatMap(([name, value]) => {
    const path = at === '' ? name : `${at}.${name}`
    const counterpart = own(written, name)
    if (counterpart === undefined) {
      return isNothing(value) || givenOf(declaration, type, path)?.(value, declaration) === true ? [] : [path]
    }
    return Array.isArray(value) && value.length === 1 && !Array.isArray(counterpart)
      ? unwritten(declaration, type, counterpart, value[0], path)
      : []
  })
