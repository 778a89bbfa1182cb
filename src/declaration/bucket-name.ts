import type * as t from 'io-ts'
import { named } from '../diagnostics/named.ts'

const reservedPrefixes = ['xn--', 'sthree-', 'amzn-s3-demo-']
const reservedSuffixes = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3', '-an']

/**
 * A general purpose bucket's name. Source: Amazon S3, "General purpose bucket naming rules".
 * Narrower than AWS in one point: no dots, since a dotted name breaks TLS with virtual-hosted addresses.
 */
export const BucketName = named(
  'bucket-name',
  {
    rule: 'bucket-name',
    clause: 'J.7.0 §3.3',
    expected:
      'an S3 bucket name: 3 to 63 lower-case letters, digits and hyphens, a letter or digit at both ends, no prefix or suffix that AWS reserves',
    remedy: 'Choose another bucket name; it must be free in all of AWS and cannot be changed later.'
  },
  (text) =>
    /^[a-z0-9][a-z0-9-]{1,61}[a-z0-9]$/.test(text) &&
    !reservedPrefixes.some((prefix) => text.startsWith(prefix)) &&
    !reservedSuffixes.some((suffix) => text.endsWith(suffix))
)
export type BucketName = t.TypeOf<typeof BucketName>
