import { createHash } from 'node:crypto'
import type { Answer, Call } from './call.ts'
import type { Bucket, Principal, World } from './world.ts'
import { document, element, s3Error, text, textsOf } from './xml.ts'

const done: Answer = { status: 200 }
const flags = ['BlockPublicAcls', 'IgnorePublicAcls', 'BlockPublicPolicy', 'RestrictPublicBuckets']

const tagsIn = (xml: string): Record<string, string> => {
  const [keys, values] = [textsOf(xml, 'Key'), textsOf(xml, 'Value')]
  return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? '']))
}

const create = (world: World, call: Call, account: string): Answer => {
  const name = call.bucket ?? ''
  const existing = world.buckets.get(name)
  if (existing !== undefined)
    return existing.account === account ? s3Error(409, 'BucketAlreadyOwnedByYou') : s3Error(409, 'BucketAlreadyExists')
  const owned = [...world.buckets.values()].filter((bucket) => bucket.account === account)
  if (owned.length >= (world.bucketQuota ?? Infinity))
    return s3Error(400, 'TooManyBuckets', 'You have attempted to create more buckets than allowed')
  const [place = 'us-east-1'] = textsOf(call.body, 'LocationConstraint')
  if (place !== call.region) return s3Error(400, 'IllegalLocationConstraintException')
  const ownership = call.headers['x-amz-object-ownership']
  world.buckets.set(name, {
    account,
    region: place,
    tags: world.takesTags ? tagsIn(call.body) : {},
    objects: [],
    ...(world.takesTags ? {} : { created: new Date().toISOString() }),
    ...(ownership === undefined ? {} : { ownership }),
    ...(world.hasDefaults
      ? {
          ownership: ownership ?? 'BucketOwnerEnforced',
          encryption: { algorithm: 'AES256' },
          publicAccess: Object.fromEntries(flags.map((flag) => [flag, true]))
        }
      : {})
  })
  return { status: 200, headers: { location: `/${name}` } }
}

type Condition = { readonly ArnNotEquals?: { readonly 'aws:PrincipalArn': string | ReadonlyArray<string> } }

const binds = (condition: Condition | undefined, role: string): boolean => {
  const named = condition?.ArnNotEquals?.['aws:PrincipalArn']
  return condition === undefined || (named !== undefined && ![named].flat().includes(role))
}

/** The whole ARN of the calling role, as aws:PrincipalArn has it. Source: IAM, "AWS global condition context keys". */
const roleOf = ({ arn, role }: Principal): string =>
  role ?? arn.replace(/^arn:([^:]+):sts::(\d+):assumed-role\/([^/]+)\/.*$/, 'arn:$1:iam::$2:role/$3')

const actions: Readonly<Record<string, string>> = { ListObjectVersions: 'ListBucketVersions' }

/** A Deny of the bucket's own policy binds everybody, or everybody but the roles that it names by their whole ARN. */
const isDenied = ({ policy }: Bucket, operation: string, role: string): boolean => {
  if (policy === undefined) return false
  const { Statement } = JSON.parse(policy) as {
    Statement: ReadonlyArray<{ Effect: string; Action: ReadonlyArray<string>; Condition?: Condition }>
  }
  return Statement.some(
    ({ Effect, Action, Condition }) =>
      Effect === 'Deny' && binds(Condition, role) && Action.includes(`s3:${actions[operation] ?? operation}`)
  )
}

/** Source: Amazon S3 User Guide, "Using server-side encryption with AWS KMS", and the public reports of its codes. */
const locked = (key: string | undefined, { keys }: World): Answer | undefined => {
  const state = key === undefined ? undefined : keys.get(key)
  if (state === 'Disabled') return s3Error(400, 'KMS.DisabledException', `${key} is disabled.`)
  return state === 'PendingDeletion'
    ? s3Error(400, 'KMS.KMSInvalidStateException', `${key} is pending deletion.`)
    : undefined
}

const object = ({ stored }: Bucket, key: string): Answer => {
  const found = stored?.get(key)
  return found === undefined
    ? s3Error(404, 'NoSuchKey', 'The specified key does not exist.')
    : {
        status: 200,
        headers: {
          'content-type': 'application/json',
          ...(found.versionId === undefined ? {} : { 'x-amz-version-id': found.versionId })
        },
        body: found.body
      }
}

const owner = element('Owner', text('ID', '75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a'))
const grantee = owner
  .replace('<Owner>', '<Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="CanonicalUser">')
  .replace('</Owner>', '</Grantee>')

/**
 * What a bucket says of a setting that nobody made: a code, or a document without anything in it.
 * Source: Amazon S3 API Reference, each operation, and "Error responses".
 */
const untouched: Readonly<Record<string, Answer>> = {
  GetBucketAbac: document(element('AbacStatus', text('Status', 'Disabled'))),
  GetBucketAccelerateConfiguration: document('<AccelerateConfiguration/>'),
  GetBucketAcl: document(
    element(
      'AccessControlPolicy',
      owner,
      element('AccessControlList', element('Grant', grantee, text('Permission', 'FULL_CONTROL')))
    )
  ),
  GetBucketCors: s3Error(404, 'NoSuchCORSConfiguration'),
  GetBucketLogging: document('<BucketLoggingStatus/>'),
  GetBucketMetadataConfiguration: s3Error(404, 'MetadataConfigurationNotFound'),
  GetBucketNotificationConfiguration: document('<NotificationConfiguration/>'),
  GetBucketRequestPayment: document(element('RequestPaymentConfiguration', text('Payer', 'BucketOwner'))),
  GetBucketWebsite: s3Error(404, 'NoSuchWebsiteConfiguration'),
  GetObjectLockConfiguration: s3Error(404, 'ObjectLockConfigurationNotFoundError'),
  ListBucketIntelligentTieringConfigurations: document(
    element('ListBucketIntelligentTieringConfigurationsOutput', text('IsTruncated', 'false'))
  ),
  ListBucketInventoryConfigurations: document(
    element('ListInventoryConfigurationsResult', text('IsTruncated', 'false'))
  )
}

const read = (bucket: Bucket, { operation, key, query }: Call): Answer | undefined => {
  const said = bucket.said?.[operation]
  if (said !== undefined) return document(said)
  switch (operation) {
    case 'GetObject':
      return object(bucket, key)
    case 'HeadBucket':
      return { status: 200, headers: { 'x-amz-bucket-region': bucket.region } }
    case 'GetBucketOwnershipControls':
      return bucket.ownership === undefined
        ? s3Error(404, 'OwnershipControlsNotFoundError')
        : document(element('OwnershipControls', element('Rule', text('ObjectOwnership', bucket.ownership))))
    case 'GetBucketTagging': {
      const tags = Object.entries(bucket.tags).map(([key, value]) =>
        element('Tag', text('Key', key), text('Value', value))
      )
      return tags.length === 0 ? s3Error(404, 'NoSuchTagSet') : document(element('Tagging', element('TagSet', ...tags)))
    }
    case 'GetPublicAccessBlock': {
      const block = bucket.publicAccess
      return block === undefined
        ? s3Error(404, 'NoSuchPublicAccessBlockConfiguration')
        : document(
            element('PublicAccessBlockConfiguration', ...flags.map((flag) => text(flag, String(block[flag] ?? false))))
          )
    }
    case 'GetBucketEncryption': {
      if (bucket.encryption === undefined) return s3Error(404, 'ServerSideEncryptionConfigurationNotFoundError')
      const { algorithm, key } = bucket.encryption
      const byDefault = [text('SSEAlgorithm', algorithm), ...(key === undefined ? [] : [text('KMSMasterKeyID', key)])]
      const rule = element(
        'Rule',
        element('ApplyServerSideEncryptionByDefault', ...byDefault),
        text('BucketKeyEnabled', 'false')
      )
      return document(element('ServerSideEncryptionConfiguration', rule))
    }
    case 'GetBucketVersioning':
      return document(
        element(
          'VersioningConfiguration',
          ...(bucket.versioning === undefined ? [] : [text('Status', bucket.versioning)])
        )
      )
    case 'GetBucketPolicy':
      return bucket.policy === undefined ? s3Error(404, 'NoSuchBucketPolicy') : { status: 200, body: bucket.policy }
    case 'GetBucketLifecycleConfiguration':
      if (bucket.lifecycleRule !== undefined) return document(element('LifecycleConfiguration', bucket.lifecycleRule))
      return bucket.hasLifecycle === true
        ? document(element('LifecycleConfiguration', element('Rule', text('ID', 'x'), text('Status', 'Enabled'))))
        : s3Error(404, 'NoSuchLifecycleConfiguration')
    case 'GetBucketReplication':
      return bucket.hasReplication === true
        ? document(element('ReplicationConfiguration', text('Role', 'x'), element('Rule', text('Status', 'Enabled'))))
        : s3Error(404, 'ReplicationConfigurationNotFoundError')
    case 'ListObjectsV2':
      return document(element('ListBucketResult', text('KeyCount', String(Math.min(bucket.objects.length, 1)))))
    case 'ListObjectVersions': {
      const made = bucket.objects.slice(0, 1).map((key) => ({ key, body: '', versionId: 'v1' }))
      const all = [...made, ...(bucket.older ?? [])].filter((one) => one.key.startsWith(query['prefix'] ?? ''))
      const most = Number(query['max-keys'] ?? 1000)
      // The AWS CLI asks for it unasked. Source: Amazon S3 API Reference, ListObjectVersions.
      const isEncoded = query['encoding-type'] === 'url'
      const versions = all
        .slice(0, most)
        .map(({ key, body, versionId }) =>
          element(
            body === undefined ? 'DeleteMarker' : 'Version',
            text('Key', isEncoded ? encodeURIComponent(key) : key),
            text('VersionId', versionId),
            ...(body === undefined ? [] : [text('ETag', `"${createHash('md5').update(body).digest('hex')}"`)])
          )
        )
      return document(
        element(
          'ListVersionsResult',
          ...(isEncoded ? [text('EncodingType', 'url')] : []),
          text('IsTruncated', String(most > 0 && Math.max(bucket.objects.length, all.length) > most)),
          ...versions
        )
      )
    }
    default:
      return untouched[operation]
  }
}

/** A copy of an older version within the bucket, which becomes the newest one. Source: Amazon S3 API Reference, CopyObject. */
const copied = (bucket: Bucket, key: string, source: string): Answer => {
  const versionId = /\?versionId=([^&]+)$/.exec(source)?.[1]
  const found = bucket.older?.find((one) => one.key === key && one.versionId === versionId)
  if (found?.body === undefined) return s3Error(404, 'NoSuchVersion')
  bucket.stored = new Map([[key, { body: found.body, versionId: 'copied' }]])
  return document(element('CopyObjectResult', text('ETag', 'x'), text('LastModified', '2026-01-31T12:00:00.000Z')))
}

const write = (bucket: Bucket, { operation, body, key, headers }: Call): Answer | undefined => {
  switch (operation) {
    case 'PutObject':
      if ((headers['x-amz-server-side-encryption'] ?? 'AES256') !== 'AES256') return s3Error(501, 'NotHonoured')
      return headers['x-amz-copy-source'] === undefined
        ? undefined
        : copied(bucket, key, decodeURIComponent(headers['x-amz-copy-source']))
    case 'PutBucketTagging':
      bucket.tags = tagsIn(body)
      return { status: 204 }
    case 'PutPublicAccessBlock':
      bucket.publicAccess = Object.fromEntries(flags.map((flag) => [flag, textsOf(body, flag)[0] === 'true']))
      return done
    case 'PutBucketEncryption':
      if (textsOf(body, 'BucketKeyEnabled')[0] === 'true') return s3Error(501, 'NotHonoured', 'BucketKeyEnabled')
      bucket.encryption = { algorithm: textsOf(body, 'SSEAlgorithm')[0] ?? '' }
      return done
    case 'PutBucketVersioning':
      if (bucket.said?.['GetBucketVersioning']?.includes('<MfaDelete>Enabled') === true)
        return s3Error(403, 'AccessDenied', 'Mfa Authentication must be used for this request')
      bucket.versioning = textsOf(body, 'Status')[0] ?? ''
      return done
    case 'PutBucketOwnershipControls':
      bucket.ownership = textsOf(body, 'ObjectOwnership')[0] ?? ''
      return done
    case 'PutBucketAccelerateConfiguration':
    case 'PutBucketAbac':
    case 'PutBucketLogging':
    case 'PutBucketNotificationConfiguration':
    case 'PutBucketRequestPayment':
      // AWS answers the question with the document that it was given.
      bucket.said = { ...bucket.said, [operation.replace('Put', 'Get')]: body.replace(/^<\?xml[^>]*\?>\s*/, '') }
      return done
    case 'DeleteBucketCors':
    case 'DeleteBucketMetadataConfiguration':
    case 'DeleteBucketWebsite':
      delete bucket.said?.[operation.replace('Delete', 'Get')]
      return { status: 204 }
    case 'DeleteBucketLifecycleConfiguration':
      bucket.hasLifecycle = false
      delete bucket.lifecycleRule
      return { status: 204 }
    case 'DeleteBucketReplication':
      bucket.hasReplication = false
      delete bucket.said?.['GetBucketReplication']
      return { status: 204 }
    case 'DeleteBucketPolicy':
      delete bucket.policy
      return { status: 204 }
    case 'PutBucketPolicy':
      bucket.policy = body
      return { status: 204 }
    default:
      return undefined
  }
}

const list = ({ buckets }: World, { prefix = '' }: Call['query'], account: string): Answer =>
  document(
    element(
      'ListAllMyBucketsResult',
      element(
        'Buckets',
        ...[...buckets]
          .filter(([name, bucket]) => bucket.account === account && name.startsWith(prefix))
          .map(([name, { created = '2020-01-01T00:00:00.000Z' }]) =>
            element('Bucket', text('Name', name), text('CreationDate', created))
          )
      )
    )
  )

const arnOf = ({ bucket, key }: Call): string => `arn:aws:s3:::${bucket}${key === '' ? '' : `/${key}`}`

/** S3 as far as seed and preflight ask it: REST and XML, the owner enforced, a bucket answering only in its region. */
export const s3 = (world: World, call: Call, principal: Principal): Answer => {
  const { account } = principal
  if (call.operation === 'CreateBucket') return create(world, call, account)
  if (call.operation === 'ListBuckets') return list(world, call.query, account)
  const bucket = world.buckets.get(call.bucket ?? '')
  if (bucket === undefined) return s3Error(404, 'NoSuchBucket')
  const expected = call.headers['x-amz-expected-bucket-owner']
  if (bucket.account !== account || (expected !== undefined && expected !== bucket.account))
    return s3Error(403, 'AccessDenied', 'Access Denied')
  if (bucket.region !== call.region)
    return { ...s3Error(301, 'PermanentRedirect'), headers: { 'x-amz-bucket-region': bucket.region } }
  if (isDenied(bucket, call.operation, roleOf(principal)))
    return s3Error(
      403,
      'AccessDenied',
      `User: ${principal.arn} is not authorized to perform: s3:${call.operation} on resource: "${arnOf(call)}" with an explicit deny in a resource-based policy`
    )
  if (call.operation === 'DeleteBucket') {
    if (bucket.objects.length + (bucket.stored?.size ?? 0) > 0) return s3Error(409, 'BucketNotEmpty')
    world.buckets.delete(call.bucket ?? '')
    return { status: 204 }
  }
  const under = call.operation === 'GetObject' ? bucket.stored?.get(call.key)?.key : undefined
  return (
    locked(under, world) ?? read(bucket, call) ?? write(bucket, call) ?? s3Error(501, 'NotImplemented', call.operation)
  )
}
