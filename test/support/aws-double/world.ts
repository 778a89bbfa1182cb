/** What exists in the double's AWS. Tests may change it as they like, before and between runs. */
export type Bucket = {
  account: string
  region: string
  ownership?: string
  tags: Record<string, string>
  /** The four flags, in the order of the API: BlockPublicAcls, IgnorePublicAcls, BlockPublicPolicy, RestrictPublicBuckets. */
  publicAccess?: Record<string, boolean>
  encryption?: { algorithm: string; key?: string }
  versioning?: string
  policy?: string
  hasLifecycle?: boolean
  /** One more rule, in the XML of S3. */
  lifecycleRule?: string
  hasReplication?: boolean
  /** What it answers to an operation, in the XML of S3, where it is not as on the day on which it was made. */
  said?: Record<string, string>
  objects: Array<string>
  /** When it was made, in RFC 3339; long ago where it is not said. */
  created?: string
  /** What a GetObject gives, by its name; `key` is the KMS key that it is encrypted with. */
  stored?: Map<string, { body: string; versionId?: string; key?: string }>
  /** What was stored before, the newest first; without a body it was deleted. */
  older?: Array<{ key: string; body?: string; versionId: string }>
}

export type Table = {
  account: string
  region: string
  status: string
  hashKey: string
  billing: string
  isProtected: boolean
  encryption?: string
  /** A key of somebody's own; without it the one that AWS manages. */
  encryptionKey?: string
  replicas: Array<string>
  witnesses?: Array<string>
  /** Of the time to live; DISABLED where it is not said. */
  expiry?: string
  hasStream: boolean
  /** Parts of its description that a new table has not. */
  described?: Record<string, unknown>
  /** What it answers to an operation, where it is not as on the day on which it was made. */
  said?: Record<string, unknown>
  tags: Record<string, string>
  recoveryDays?: number
  items: Array<Record<string, unknown>>
  /** As they were before the last write, which a read that is not consistent may still see. */
  itemsBefore?: Array<Record<string, unknown>>
  /** How many more times it is described as CREATING. */
  asksUntilActive: number
  /** How many more times it is described as DELETING; for ever where it is not said. */
  asksUntilGone?: number
  /** How many more times its backups cannot be set yet. */
  asksUntilBackups: number
}

/** `role` is the whole ARN of the role, where it has a path: STS leaves it out of `arn`. */
export type Principal = { account: string; arn: string; role?: string }

export type World = {
  readonly buckets: Map<string, Bucket>
  readonly tables: Map<string, Table>
  /** Who calls, by access key; anyone else is refused. */
  readonly principals: Map<string, Principal>
  /** The state of a customer's KMS key, by its ARN, in the words of KMS. */
  readonly keys: Map<string, 'Enabled' | 'Disabled' | 'PendingDeletion'>
  /** Regions that are off for the account. */
  readonly regionsOff: Set<string>
  /** How many buckets the account may have; as many as it likes where it is not said. */
  bucketQuota?: number
  /** True: a new bucket has the settings that AWS gives it since April 2023; false: none of them, as some stand-ins. */
  hasDefaults: boolean
  /** False: a new bucket does not get the tags that its creation brings, as in LocalStack and moto. */
  takesTags: boolean
  /** How new tables come to be. */
  asksUntilActive: number
  asksUntilBackups: number
}

export const emptyWorld = (): World => ({
  buckets: new Map(),
  tables: new Map(),
  principals: new Map(),
  keys: new Map(),
  regionsOff: new Set(),
  hasDefaults: true,
  takesTags: true,
  asksUntilActive: 2,
  asksUntilBackups: 1
})
