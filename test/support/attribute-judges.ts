/**
 * What judges an attribute that AWS or the provider may fill in where no file writes it: a finding of preflight, which
 * `foreign-settings.ts` provokes; a rule on plans, with a value that it must refuse; or nothing, for a reason.
 */
export type Judge =
  | { readonly preflight: string }
  | { readonly plan: 'plan-as-declared' | 'plan-nothing-more'; readonly refuses: unknown; readonly at?: string }
  | { readonly nothing: string }

const preflight = (rule: string): Judge => ({ preflight: rule })
const asDeclared = (refuses: unknown, at?: string): Judge => ({
  plan: 'plan-as-declared',
  refuses,
  ...(at === undefined ? {} : { at })
})
const nothingMore = (refuses: unknown): Judge => ({ plan: 'plan-nothing-more', refuses })

const id: Judge = { nothing: 'the name by which OpenTofu knows it, made of other attributes' }
const waiting: Judge = { nothing: 'how long OpenTofu itself waits' }
const prefix = nothingMore('Zenthea')
const tags = nothingMore({ Owner: 'another team' })

/**
 * By type: every attribute, at any depth, that is optional and computed, and every block, of which the schema does not say
 * whether the provider fills it in. A block stands for what is in it, but for what has a row of its own.
 */
export const attributeJudges: Readonly<Record<string, Readonly<Record<string, Judge>>>> = {
  aws_dynamodb_table: {
    attribute: preflight('table-key'),
    global_secondary_index: preflight('table-streams-and-indexes'),
    'global_secondary_index.on_demand_throughput.max_read_request_units': preflight('table-streams-and-indexes'),
    'global_secondary_index.on_demand_throughput.max_write_request_units': preflight('table-streams-and-indexes'),
    'global_secondary_index.read_capacity': preflight('table-streams-and-indexes'),
    'global_secondary_index.write_capacity': preflight('table-streams-and-indexes'),
    hash_key: preflight('table-key'),
    id,
    import_table: { nothing: 'only said when a table is made, and never read' },
    local_secondary_index: preflight('table-streams-and-indexes'),
    on_demand_throughput: preflight('table-throughput'),
    'on_demand_throughput.max_read_request_units': preflight('table-throughput'),
    'on_demand_throughput.max_write_request_units': preflight('table-throughput'),
    point_in_time_recovery: preflight('table-recovery'),
    'point_in_time_recovery.recovery_period_in_days': asDeclared(7, 'point_in_time_recovery.0.recovery_period_in_days'),
    read_capacity: preflight('table-billing'),
    replica: preflight('table-replicas'),
    'replica.kms_key_arn': preflight('table-replicas'),
    server_side_encryption: preflight('table-encryption'),
    'server_side_encryption.kms_key_arn': preflight('table-encryption-key'),
    stream_view_type: preflight('table-streams-and-indexes'),
    tags_all: tags,
    timeouts: waiting,
    ttl: preflight('table-expiry'),
    write_capacity: preflight('table-billing')
  },
  aws_iam_policy: { id, name: asDeclared('Other'), name_prefix: prefix, tags_all: tags },
  aws_iam_role: {
    id,
    inline_policy: { nothing: 'aws_iam_role_policies_exclusive has the names, aws_iam_role_policy the text' },
    managed_policy_arns: { nothing: 'aws_iam_role_policy_attachments_exclusive has them all' },
    name: asDeclared('Other'),
    name_prefix: prefix,
    tags_all: tags
  },
  aws_iam_role_policies_exclusive: {},
  aws_iam_role_policy: { id, name: asDeclared('other'), name_prefix: prefix },
  aws_iam_role_policy_attachments_exclusive: {},
  aws_s3_bucket: {
    acceleration_status: preflight('bucket-acceleration'),
    acl: preflight('bucket-access-list'),
    bucket: asDeclared('another-bucket'),
    bucket_prefix: nothingMore('zenthea'),
    cors_rule: preflight('bucket-cross-origin-access'),
    grant: preflight('bucket-access-list'),
    id,
    lifecycle_rule: preflight('bucket-lifecycle'),
    'lifecycle_rule.id': preflight('bucket-lifecycle'),
    logging: preflight('bucket-logging'),
    object_lock_configuration: preflight('bucket-object-lock'),
    object_lock_enabled: preflight('bucket-object-lock'),
    policy: preflight('bucket-policy'),
    replication_configuration: preflight('bucket-replication'),
    request_payer: preflight('bucket-request-payment'),
    server_side_encryption_configuration: preflight('bucket-encryption'),
    tags_all: tags,
    timeouts: waiting,
    versioning: preflight('bucket-versioning'),
    website: preflight('bucket-website')
  },
  aws_s3_bucket_ownership_controls: { id, rule: preflight('bucket-ownership') },
  aws_s3_bucket_policy: { id },
  aws_s3_bucket_public_access_block: { id },
  aws_s3_bucket_server_side_encryption_configuration: { id, rule: preflight('bucket-encryption') },
  aws_s3_bucket_versioning: {
    id,
    versioning_configuration: preflight('bucket-versioning'),
    'versioning_configuration.mfa_delete': preflight('bucket-versioning')
  },
  'data.aws_caller_identity': { id: { nothing: 'AWS says the account; the postcondition compares it' } }
}
