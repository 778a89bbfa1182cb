import { iamName } from '../declaration/arn.ts'
import type { Declaration } from '../declaration/declaration.ts'
import type { LockKey } from '../declaration/names.ts'

/** Every resource of a stack that a policy can name, by its literal ARN. All of them follow from the declaration. */
export type StackArns = {
  readonly bucket: string
  /** Every object of the bucket; only for statements that deny. */
  readonly objects: string
  readonly stateObject: string
  readonly lockTable: string
  /** Every KMS key of account and region; only together with a condition on the alias. */
  readonly keys: string
  readonly operator: string
  readonly automation: string
  readonly boundary: string
}

export const stackArns = (declaration: Declaration): StackArns => {
  const { account, region, backend, operatorRole, automationRole, permissionsBoundary, bootstrapPrincipal } =
    declaration
  const { partition } = iamName(bootstrapPrincipal)
  const bucket = `arn:${partition}:s3:::${backend.bucket}`
  return {
    bucket,
    objects: `${bucket}/*`,
    stateObject: `${bucket}/${backend.key}`,
    lockTable: `arn:${partition}:dynamodb:${region.aws}:${account}:table/${backend.lockTable}`,
    keys: `arn:${partition}:kms:${region.aws}:${account}:key/*`,
    operator: operatorRole,
    automation: automationRole,
    boundary: permissionsBoundary
  }
}

/**
 * The partition keys of the lock table that belong to one state: OpenTofu's lock and digest, and preflight's probe.
 * Source: OpenTofu, internal/backend/remote-state/s3/client.go; the probe is ours and never OpenTofu's.
 */
export const lockId = ({ backend }: Declaration) => `${backend.bucket}/${backend.key}` as LockKey<'lock'>
export const digestId = (of: Declaration) => `${lockId(of)}-md5` as LockKey<'digest'>
export const probeId = (of: Declaration) => `${lockId(of)}#preflight` as LockKey<'probe'>
