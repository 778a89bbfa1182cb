import type { Declaration } from '../declaration/declaration.ts'
import type { PolicyDocument } from '../iam/document.ts'
import type { PublicAccessBlock, Tags } from '../outside/aws/bucket.port.ts'

/** The state bucket as the emitted file declares it, default tags included. */
export type WantedBucket = {
  readonly name: string
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
