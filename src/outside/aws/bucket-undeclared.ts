import * as S3 from '@aws-sdk/client-s3'
import * as R from 'fp-ts/lib/Record.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { UndeclaredOfBucket } from './bucket.port.ts'
import { type Calling, NONE, type Question, asking, given } from './call.ts'
import type { AwsFailure } from './failure.port.ts'

/**
 * The parts of an answer by AWS's names; `none` where there is none. Parts that no release of this program knows are named too.
 */
const parts = ({ $metadata: _, ...answer }: { readonly $metadata: unknown }): string =>
  Object.entries(answer)
    .filter(
      ([, value]: readonly [string, unknown]) => value !== undefined && !(Array.isArray(value) && value.length === 0)
    )
    .map(([name]) => name)
    .join(', ') || NONE

/** How many there are of a list that comes in pages; its first page tells whether there is one. */
const counted = (list: ReadonlyArray<unknown> = [], isTruncated: boolean | undefined): string =>
  list.length === 0 && isTruncated !== true ? NONE : `${list.length}${isTruncated === true ? ' and more' : ''}`

/** Who is granted what, without the names and addresses of accounts and persons. */
const grants = ({ Grants = [], Owner }: S3.GetBucketAclCommandOutput): string =>
  Grants.map(({ Grantee, Permission }) => {
    const isOwner = Grantee?.Type === 'CanonicalUser' && Owner?.ID !== undefined && Grantee.ID === Owner.ID
    return `${Permission ?? 'something'} for ${isOwner ? 'the owner' : Grantee?.Type === 'Group' ? 'a group' : 'another account'}`
  }).join(', ') || NONE

/**
 * What a rule does to what is stored, in words. Nothing, where it only ends uploads that were never completed, or where it is
 * disabled. A rule of which nothing is known is not taken for harmless. Source: Amazon S3, LifecycleRule.
 */
const doneBy = (rule: S3.LifecycleRule): ReadonlyArray<string> => {
  if (rule.Status === 'Disabled') return []
  const { Expiration, NoncurrentVersionExpiration, Transitions = [], NoncurrentVersionTransitions = [] } = rule
  const done = [
    ...(Expiration === undefined
      ? []
      : [Expiration.ExpiredObjectDeleteMarker === true ? 'removes delete markers' : 'ends what is stored']),
    ...(NoncurrentVersionExpiration === undefined ? [] : ['ends older versions']),
    ...(Transitions.length === 0 ? [] : ['moves what is stored']),
    ...(NoncurrentVersionTransitions.length === 0 ? [] : ['moves older versions'])
  ]
  return done.length === 0 && rule.AbortIncompleteMultipartUpload === undefined ? ['does what is not known here'] : done
}

type OfBucket = Question<S3.S3Client, { readonly Bucket: string; readonly ExpectedBucketOwner: string }>

/** Source of each code: Amazon S3, "Error responses"; of the one for metadata tables: the AWS provider of OpenTofu. */
const ofBucket: Readonly<Record<UndeclaredOfBucket, OfBucket>> = {
  'access list': {
    call: 'S3 GetBucketAcl',
    ask: async (s3, input, options) => grants(await s3.send(new S3.GetBucketAclCommand(input), options))
  },
  acceleration: {
    call: 'S3 GetBucketAccelerateConfiguration',
    ask: async (s3, input, options) =>
      (await s3.send(new S3.GetBucketAccelerateConfigurationCommand(input), options)).Status ?? NONE
  },
  'attribute-based access': {
    call: 'S3 GetBucketAbac',
    ask: async (s3, input, options) =>
      (await s3.send(new S3.GetBucketAbacCommand(input), options)).AbacStatus?.Status ?? NONE
  },
  'cross-origin access': {
    call: 'S3 GetBucketCors',
    neverSet: 'NoSuchCORSConfiguration',
    ask: async (s3, input, options) => parts(await s3.send(new S3.GetBucketCorsCommand(input), options))
  },
  inventories: {
    call: 'S3 ListBucketInventoryConfigurations',
    ask: async (s3, input, options) => {
      const answer = await s3.send(new S3.ListBucketInventoryConfigurationsCommand(input), options)
      const { InventoryConfigurationList: list, IsTruncated } = answer
      return counted(
        list?.filter(({ IsEnabled }) => IsEnabled !== false),
        IsTruncated
      )
    }
  },
  lifecycle: {
    call: 'S3 GetBucketLifecycleConfiguration',
    neverSet: 'NoSuchLifecycleConfiguration',
    ask: async (s3, input, options) => {
      const { Rules = [] } = await s3.send(new S3.GetBucketLifecycleConfigurationCommand(input), options)
      const done = [...new Set(Rules.flatMap(doneBy))]
      return done.length === 0 ? NONE : `a rule that ${done.join(' and ')}`
    }
  },
  logging: {
    call: 'S3 GetBucketLogging',
    ask: async (s3, input, options) => parts(await s3.send(new S3.GetBucketLoggingCommand(input), options))
  },
  'metadata tables': {
    call: 'S3 GetBucketMetadataConfiguration',
    neverSet: 'MetadataConfigurationNotFound',
    ask: async (s3, input, options) =>
      parts(await s3.send(new S3.GetBucketMetadataConfigurationCommand(input), options))
  },
  notifications: {
    call: 'S3 GetBucketNotificationConfiguration',
    ask: async (s3, input, options) =>
      parts(await s3.send(new S3.GetBucketNotificationConfigurationCommand(input), options))
  },
  'object lock': {
    call: 'S3 GetObjectLockConfiguration',
    neverSet: 'ObjectLockConfigurationNotFoundError',
    ask: async (s3, input, options) => parts(await s3.send(new S3.GetObjectLockConfigurationCommand(input), options))
  },
  replication: {
    call: 'S3 GetBucketReplication',
    neverSet: 'ReplicationConfigurationNotFoundError',
    ask: async (s3, input, options) => {
      const { ReplicationConfiguration } = await s3.send(new S3.GetBucketReplicationCommand(input), options)
      const rules = ReplicationConfiguration?.Rules ?? []
      const isOff = rules.length > 0 && rules.every(({ Status }) => Status === 'Disabled')
      return isOff ? NONE : 'a rule that copies what is stored'
    }
  },
  'request payment': {
    call: 'S3 GetBucketRequestPayment',
    ask: async (s3, input, options) =>
      given((await s3.send(new S3.GetBucketRequestPaymentCommand(input), options)).Payer, 'Payer')
  },
  tiering: {
    call: 'S3 ListBucketIntelligentTieringConfigurations',
    ask: async (s3, input, options) => {
      const answer = await s3.send(new S3.ListBucketIntelligentTieringConfigurationsCommand(input), options)
      const { IntelligentTieringConfigurationList: list, IsTruncated } = answer
      return counted(
        list?.filter(({ Status }) => Status !== 'Disabled'),
        IsTruncated
      )
    }
  },
  website: {
    call: 'S3 GetBucketWebsite',
    neverSet: 'NoSuchWebsiteConfiguration',
    ask: async (s3, input, options) => parts(await s3.send(new S3.GetBucketWebsiteCommand(input), options))
  }
}

/** What a bucket has that no stack declares, one question each. */
export const undeclaredOfBucket = (
  s3: S3.S3Client,
  calling: Calling,
  input: Parameters<OfBucket['ask']>[1]
): Readonly<Record<UndeclaredOfBucket, TE.TaskEither<AwsFailure, string>>> =>
  pipe(ofBucket, R.map(asking(calling, s3, input)))
