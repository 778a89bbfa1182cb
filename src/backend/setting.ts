import type { Clause } from '../diagnostics/diagnostic.ts'
import * as O from 'fp-ts/lib/Option.js'
import type { ReadonlyNonEmptyArray } from 'fp-ts/lib/ReadonlyNonEmptyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import { ownTags, systemTools } from './system-tags.ts'
import { type Origin, answerOf } from '../diagnostics/origin.ts'

/** Whether a setting is as declared, was never made, or differs. Making one that was never made changes nothing. */
type Standing = 'right' | 'unset' | 'wrong'

/** One setting of the bucket or the table: what the stack declares beside what is there. */
export type Setting = {
  readonly name: SettingName
  readonly clause: Clause
  readonly expected: string
  readonly actual: string
  readonly standing: Standing
  /** The service of AWS that made the thing, where its tags say so. */
  readonly madeBy?: string
}

/** Each setting that is judged, and the clause that demands it. */
export const clauses = {
  region: 'J.7.0 §7',
  ownership: 'J.6.2 §6',
  tags: 'J.6.2 §7',
  'public access': 'J.6.2 §6',
  encryption: 'J.7.0 §3.2',
  versioning: 'J.6.2 §7',
  policy: 'J.7.0 §7',
  'access list': 'J.7.0 §7',
  acceleration: 'J.7.0 §7',
  'attribute-based access': 'J.7.0 §7',
  'cross-origin access': 'J.7.0 §7',
  inventories: 'J.7.0 §7',
  lifecycle: 'J.6.2 §7',
  logging: 'J.7.0 §6',
  'metadata tables': 'J.7.0 §7',
  notifications: 'J.7.0 §6',
  'object lock': 'J.7.0 §9',
  replication: 'J.7.0 §7',
  'request payment': 'J.7.0 §7',
  tiering: 'J.6.2 §7',
  website: 'J.7.0 §7',
  key: 'J.6.2 §5',
  billing: 'J.6.2 §7',
  'deletion protection': 'J.6.2 §7',
  recovery: 'J.6.2 §7',
  replicas: 'J.7.0 §7',
  'streams and indexes': 'J.7.0 §5',
  'storage class': 'J.7.0 §9',
  throughput: 'J.7.0 §4',
  'encryption key': 'J.7.0 §3.2',
  'contributor insights': 'J.7.0 §6',
  expiry: 'J.7.0 §4',
  'kinesis streams': 'J.7.0 §7',
  'resource policy': 'J.7.0 §7'
} as const satisfies Readonly<Record<string, Clause>>

/** The name of a setting, as it is shown everywhere. */
type SettingName = keyof typeof clauses

/** A setting that is as it must be, or is not. */
export const setting = (name: SettingName, expected: string, actual: string, standing: Standing): Setting => ({
  name,
  clause: clauses[name],
  expected,
  actual,
  standing
})

/** A setting that AWS says in one word. */
export const same = (name: SettingName, expected: string, actual: string): Setting =>
  setting(name, expected, actual, expected === actual ? 'right' : 'wrong')

/** A setting that may be one of several things, of which the first is shown as the expected one. */
export const oneOf = (
  name: SettingName,
  [expected, ...others]: ReadonlyNonEmptyArray<string>,
  actual: string
): Setting => setting(name, expected, actual, [expected, ...others].includes(actual) ? 'right' : 'wrong')

/** A setting that may not have been made yet. */
export const made = <A>(
  name: SettingName,
  expected: string,
  actual: O.Option<A>,
  text: (value: A) => string,
  isRight: (value: A) => boolean
): Setting =>
  pipe(
    actual,
    O.match(
      () => setting(name, expected, 'not set', 'unset'),
      (value) => setting(name, expected, text(value), isRight(value) ? 'right' : 'wrong')
    )
  )

/** Tags as they are shown: `Key=Value`, in the order of their keys. */
const tagText = (tags: Readonly<Record<string, string>>): string =>
  Object.keys(tags).length === 0
    ? 'none'
    : Object.entries(tags)
        .map(([key, value]) => `${key}=${value}`)
        .toSorted()
        .join(', ')

/**
 * Tags are the mark by which seed knows its own: all of them. One that an organisation or its policies add beside them changes
 * nothing about who may do what. A tag of AWS itself makes no difference either, and tells which service made the thing.
 */
export const sameTags = (
  expected: Readonly<Record<string, string>>,
  actual: Readonly<Record<string, string>>
): Setting => {
  const madeBy = systemTools(actual)
  const standing = Object.entries(expected).every(([key, value]) => actual[key] === value)
    ? 'right'
    : Object.keys(actual).length === 0
      ? 'unset'
      : 'wrong'
  const text = tagText(ownTags(actual))
  return madeBy === undefined
    ? setting('tags', tagText(expected), text, standing)
    : { ...setting('tags', tagText(expected), `${text}, beside tags of ${madeBy}`, standing), madeBy }
}

/** The rule that stands for a setting: `bucket-public-access`. */
export const ruleOf = (thing: 'bucket' | 'table', name: string): string => `${thing}-${name.replaceAll(' ', '-')}`

/** The calls of AWS whose answers say what a setting is. A test holds them to the calls that a run makes. */
const asked: Readonly<Record<'bucket' | 'table', Partial<Readonly<Record<Setting['name'], ReadonlyArray<string>>>>>> = {
  bucket: {
    ownership: ['S3 GetBucketOwnershipControls'],
    tags: ['S3 GetBucketTagging'],
    'public access': ['S3 GetPublicAccessBlock'],
    encryption: ['S3 GetBucketEncryption'],
    versioning: ['S3 GetBucketVersioning'],
    policy: ['S3 GetBucketPolicy'],
    'access list': ['S3 GetBucketAcl'],
    acceleration: ['S3 GetBucketAccelerateConfiguration'],
    'attribute-based access': ['S3 GetBucketAbac'],
    'cross-origin access': ['S3 GetBucketCors'],
    inventories: ['S3 ListBucketInventoryConfigurations'],
    lifecycle: ['S3 GetBucketLifecycleConfiguration'],
    logging: ['S3 GetBucketLogging'],
    'metadata tables': ['S3 GetBucketMetadataConfiguration'],
    notifications: ['S3 GetBucketNotificationConfiguration'],
    'object lock': ['S3 GetObjectLockConfiguration'],
    replication: ['S3 GetBucketReplication'],
    'request payment': ['S3 GetBucketRequestPayment'],
    tiering: ['S3 ListBucketIntelligentTieringConfigurations'],
    website: ['S3 GetBucketWebsite']
  },
  table: {
    tags: ['DynamoDB ListTagsOfResource'],
    recovery: ['DynamoDB DescribeContinuousBackups'],
    'encryption key': ['DynamoDB DescribeTable', 'KMS DescribeKey'],
    'contributor insights': ['DynamoDB DescribeContributorInsights'],
    expiry: ['DynamoDB DescribeTimeToLive'],
    'kinesis streams': ['DynamoDB DescribeKinesisStreamingDestination'],
    'resource policy': ['DynamoDB GetResourcePolicy']
  }
}

/** The calls that one setting was read from. DescribeTable says everything of a table that has no question of its own. */
export const settingOrigin = (thing: 'bucket' | 'table', name: Setting['name']): Origin =>
  answerOf(...(asked[thing][name] ?? ['DynamoDB DescribeTable']))
