import type { Meaning } from '../diagnostics/decode.ts'

/** What is said of a setting of the state bucket that differs, wherever it is written. */
export const bucketVersioning: Meaning = {
  rule: 'bucket-versioning',
  clause: 'J.6.2 §7',
  remedy: 'Keep versioning enabled: the history of a state is preserved.'
}

export const bucketOwnership: Meaning = {
  rule: 'bucket-ownership',
  clause: 'J.7.0 §7',
  remedy: 'Keep BucketOwnerEnforced: access is by identity, and access control lists have no effect.'
}

export const bucketPublicAccess: Meaning = {
  rule: 'bucket-public-access',
  clause: 'J.7.0 §7',
  remedy: 'Keep public access blocked in all four ways: access is by identity only.'
}

export const bucketTls: Meaning = {
  rule: 'bucket-tls',
  clause: 'J.7.0 §7',
  remedy: 'Keep TLS 1.2 as the least: the bucket policy denies what comes without it.'
}
