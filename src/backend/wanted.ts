import type { Declaration, EmittedFile } from '../declaration/declaration.ts'
import type { BucketName } from '../declaration/names.ts'
import type { PolicyDocument } from '../iam/document.ts'
import type { PublicAccessBlock, Tags } from '../outside/aws/bucket.port.ts'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { decode } from '../diagnostics/decode.ts'
import type { Validated } from '../diagnostics/validated.ts'
import { stackArns } from '../iam/stack-names.ts'
import { EmittedForm, beyondSeed } from './emitted-form.ts'

/** The state bucket as the emitted file declares it, default tags included. */
export type WantedBucket = {
  readonly name: BucketName
  readonly ownership: 'BucketOwnerEnforced'
  readonly publicAccess: PublicAccessBlock
  readonly encryption: 'AES256'
  readonly versioning: 'Enabled'
  readonly policy: PolicyDocument
  readonly tags: Tags
}

/** The lock table as the emitted file declares it, default tags included. */
export type WantedTable = {
  readonly name: string
  readonly arn: string
  readonly hashKey: 'LockID'
  readonly billing: 'PAY_PER_REQUEST'
  readonly recoveryDays: number
  readonly tags: Tags
}

/** All that seed may make, and for whom. */
export type Wanted = {
  readonly stack: string
  readonly declaration: Declaration
  readonly bucket: WantedBucket
  readonly table: WantedTable
}

/**
 * The bucket and the table that an emitted file declares, read from the very text that OpenTofu will read. So what seed
 * makes and what the `import` blocks adopt cannot differ. A setting that seed does not know is a problem.
 */
export const wantedOf = (file: EmittedFile): Validated<Wanted> => {
  const { declaration } = file
  return pipe(
    decode(EmittedForm, JSON.parse(file.text) as unknown, [], beyondSeed),
    E.map(({ locals, provider, resource }): Wanted => {
      const { aws_s3_bucket: bucket, aws_dynamodb_table: table } = resource
      const tagged = (own: Declaration['tags']): Declaration['tags'] => ({ ...provider.aws.default_tags.tags, ...own })
      return {
        stack: file.stack,
        declaration,
        bucket: {
          name: bucket.state.bucket,
          ownership: resource.aws_s3_bucket_ownership_controls.state.rule.object_ownership,
          publicAccess: {
            blockPublicAcls: true,
            blockPublicPolicy: true,
            ignorePublicAcls: true,
            restrictPublicBuckets: true
          },
          encryption:
            resource.aws_s3_bucket_server_side_encryption_configuration.state.rule
              .apply_server_side_encryption_by_default.sse_algorithm,
          versioning: resource.aws_s3_bucket_versioning.state.versioning_configuration.status,
          policy: locals.state_bucket_policy,
          tags: tagged(bucket.state.tags)
        },
        table: {
          name: table.lock.name,
          arn: stackArns(declaration).lockTable,
          hashKey: table.lock.hash_key,
          billing: table.lock.billing_mode,
          recoveryDays: table.lock.point_in_time_recovery.recovery_period_in_days,
          tags: tagged(table.lock.tags)
        }
      }
    })
  )
}
