import { BucketName } from '../declaration/names.ts'
import * as t from 'io-ts'
import { closed } from '../diagnostics/closed.ts'
import type { Meaning } from '../diagnostics/decode.ts'
import { guarded } from '../diagnostics/named.ts'
import { RecoveryDays } from '../declaration/settings.ts'
import { Tags } from '../declaration/tags.ts'
import type { PolicyDocument } from '../iam/document.ts'

/** What a problem with the emitted file says: seed makes what it knows in full, or nothing. */
export const beyondSeed: Meaning = {
  rule: 'seed-knows-every-setting',
  clause: 'J.6.2 §7',
  remedy: 'Correct the stack or its parts: seed knows only the form that J.7.0 authorises, and would leave this out.'
}

/** Text without an expression: `${` and `%{` begin one, or its escape, and seed evaluates neither. */
const isLiteral = (value: unknown): boolean => !/[$%]\{/.test(JSON.stringify(value) ?? '${')

const LiteralTags = t.refinement(Tags, isLiteral, 'tags without an expression')
const prevented = closed('{ prevent_destroy }', { prevent_destroy: t.literal(true) })
const ofBucket = { bucket: t.literal('${aws_s3_bucket.state.id}') }

const bucket = closed('the state bucket', { bucket: BucketName, tags: LiteralTags, lifecycle: prevented })
const ownership = closed('ownership controls', {
  ...ofBucket,
  rule: closed('{ object_ownership }', { object_ownership: t.literal('BucketOwnerEnforced') })
})
const publicAccess = closed('a public access block', {
  ...ofBucket,
  block_public_acls: t.literal(true),
  block_public_policy: t.literal(true),
  ignore_public_acls: t.literal(true),
  restrict_public_buckets: t.literal(true)
})
const encryption = closed('an encryption configuration', {
  ...ofBucket,
  rule: closed('a rule', {
    apply_server_side_encryption_by_default: closed('{ sse_algorithm }', { sse_algorithm: t.literal('AES256') })
  })
})
const versioning = closed('a versioning configuration', {
  ...ofBucket,
  versioning_configuration: closed('{ status }', { status: t.literal('Enabled') })
})
const policy = closed('a bucket policy', { ...ofBucket, policy: t.literal('${jsonencode(local.state_bucket_policy)}') })
const table = closed('the lock table', {
  name: t.string,
  billing_mode: t.literal('PAY_PER_REQUEST'),
  hash_key: t.literal('LockID'),
  attribute: closed('{ name, type }', { name: t.literal('LockID'), type: t.literal('S') }),
  point_in_time_recovery: closed('{ enabled, recovery_period_in_days }', {
    enabled: t.literal(true),
    recovery_period_in_days: RecoveryDays
  }),
  server_side_encryption: closed('{ enabled }', { enabled: t.literal(true) }),
  deletion_protection_enabled: t.literal(true),
  tags: LiteralTags,
  lifecycle: prevented
})

const PolicyOfEmit = guarded<PolicyDocument>(
  { ...beyondSeed, expected: 'a policy document without an expression' },
  (value): value is PolicyDocument =>
    t.type({ Version: t.literal('2012-10-17'), Statement: t.array(t.type({ Sid: t.string })) }).is(value) &&
    isLiteral(value)
)

const oneState = <C extends t.Mixed>(body: C) => closed('one block, named state', { state: body })

/** The parts of an emitted file that seed makes; other blocks are not its business. */
export const EmittedForm = t.type({
  locals: t.type({ state_bucket_policy: PolicyOfEmit }),
  provider: t.type({ aws: t.type({ default_tags: closed('{ tags }', { tags: LiteralTags }) }) }),
  resource: t.type({
    aws_s3_bucket: oneState(bucket),
    aws_s3_bucket_ownership_controls: oneState(ownership),
    aws_s3_bucket_public_access_block: oneState(publicAccess),
    aws_s3_bucket_server_side_encryption_configuration: oneState(encryption),
    aws_s3_bucket_versioning: oneState(versioning),
    aws_s3_bucket_policy: oneState(policy),
    aws_dynamodb_table: closed('one table, named lock', { lock: table })
  })
})
