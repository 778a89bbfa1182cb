import type { Declaration } from '../declaration/declaration.ts'

/**
 * The partition keys of the lock table that belong to one state: OpenTofu's lock and digest, and preflight's probe.
 * Source: OpenTofu, internal/backend/remote-state/s3/client.go; the probe is ours and never OpenTofu's.
 */
export const lockId = ({ backend }: Declaration): string => `${backend.bucket}/${backend.key}`
export const digestId = (declaration: Declaration): string => `${lockId(declaration)}-md5`
export const probeId = (declaration: Declaration): string => `${lockId(declaration)}#preflight`
