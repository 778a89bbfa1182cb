import type * as t from 'io-ts'
import { type Branded, named } from '../diagnostics/named.ts'

/** An environment's name, as it stands in state keys and file names. */
export const Environment = named(
  {
    rule: 'environment',
    clause: 'J.7.0 §3.4',
    expected: 'an environment name: lower-case letters, digits and single hyphens, beginning with a letter, at most 32',
    remedy: 'Name the environment in lower-case letters, digits and single hyphens.'
  },
  (text) => text.length <= 32 && /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(text)
)
export type Environment = t.TypeOf<typeof Environment>

/**
 * A logical region's name. It has no hyphen, so that `<environment>-<logical region>` can be read in one way only.
 */
export const LogicalRegion = named(
  {
    rule: 'logical-region',
    clause: 'J.7.0 §3.4',
    expected: 'a logical region: lower-case letters and digits, beginning with a letter, no hyphen, at most 16',
    remedy: 'Name the logical region by a short word; the AWS region stands beside it in `region.aws`.'
  },
  (text) => /^[a-z][a-z0-9]{0,15}$/.test(text)
)
export type LogicalRegion = t.TypeOf<typeof LogicalRegion>

/** An AWS account: twelve digits as text, so that leading zeros stay. Source: AWS, "AWS account identifiers". */
export const AccountId = named(
  {
    rule: 'account-id',
    clause: 'J.7.0 §3.3',
    expected: 'an AWS account id: 12 digits, as text',
    remedy: "Write the account's 12 digits between quotes, leading zeros included."
  },
  (text) => /^[0-9]{12}$/.test(text)
)
export type AccountId = t.TypeOf<typeof AccountId>

/**
 * The key of a state object. Three endings and beginnings are refused because OpenTofu derives names with them, so that
 * one state's key would be another's digest (`-md5`), lock file (`.tflock`) or workspace (`env:/`).
 * Source: OpenTofu, internal/backend/remote-state/s3.
 */
export const StateKey = named(
  {
    rule: 'state-key',
    clause: 'J.6.2 §4',
    expected:
      'an object key of letters, digits, . _ - and single slashes, without a slash at either end, not beginning with env:/ and not ending with -md5 or .tflock',
    remedy: "Write `<account>/<environment>/<logical region>/terraform.tfstate` with this stack's own values."
  },
  (text) =>
    text.length <= 512 &&
    /^[A-Za-z0-9._-]+(\/[A-Za-z0-9._-]+)*$/.test(text) &&
    !text.endsWith('-md5') &&
    !text.endsWith('.tflock')
)
export type StateKey = t.TypeOf<typeof StateKey>

const reservedPrefixes = ['xn--', 'sthree-', 'amzn-s3-demo-']
const reservedSuffixes = ['-s3alias', '--ol-s3', '.mrap', '--x-s3', '--table-s3', '-an']

/**
 * A general purpose bucket's name. Source: Amazon S3, "General purpose bucket naming rules".
 * Narrower than AWS in one point: no dots, since a dotted name breaks TLS with virtual-hosted addresses.
 */
export const BucketName = named(
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

/** A DynamoDB table's name. Source: Amazon DynamoDB, "Supported data types and naming rules". */
export const TableName = named(
  {
    rule: 'table-name',
    clause: 'J.7.0 §3.3',
    expected: 'a DynamoDB table name: 3 to 255 letters, digits, underscores, dots and hyphens',
    remedy: 'Choose another name for the lock table; it cannot be changed later.'
  },
  (text) => /^[A-Za-z0-9_.-]{3,255}$/.test(text)
)
export type TableName = t.TypeOf<typeof TableName>

/** The three items that a stack may have in its lock table. */
type LockItemName = 'lock' | 'digest' | 'probe'

/** The partition key of one of these items. A call that takes or releases a lock accepts the key of the probe alone. */
export type LockKey<Of extends LockItemName = LockItemName> = Branded<Of>
