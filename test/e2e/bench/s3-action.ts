import type { Call } from '../../../src/outside/stand-in/stand-in.ts'

/**
 * The IAM action that S3 asks for to answer a request (https://docs.aws.amazon.com/AmazonS3/latest/userguide/
 * using-with-s3-policy-actions.html). Throws for a request that is not in these tables: nothing is guessed.
 */
export const s3Action = ({ method, query }: Call, object: string): string => {
  const parameters = new URLSearchParams(query)
  const setting = [...parameters.keys()].find((name) => name in SETTINGS)
  const action =
    object === ''
      ? setting === undefined
        ? BUCKET[parameters.has('versions') ? `${method} versions` : method]
        : settingAction(method, SETTINGS[setting] ?? '')
      : setting === undefined
        ? `${OBJECT[method]}${parameters.has('versionId') ? 'Version' : ''}`
        : undefined
  if (action === undefined || [...parameters.keys()].some((name) => name !== setting && !PLAIN.includes(name)))
    throw new Error(`no IAM action is known for S3 ${method} of ${object === '' ? 'a bucket' : 'an object'} ?${query}`)
  return `s3:${action}`
}

const BUCKET: Readonly<Record<string, string>> = {
  GET: 'ListBucket',
  'GET versions': 'ListBucketVersions',
  HEAD: 'ListBucket',
  PUT: 'CreateBucket',
  DELETE: 'DeleteBucket'
}

const OBJECT: Readonly<Record<string, string>> = {
  GET: 'GetObject',
  HEAD: 'GetObject',
  PUT: 'PutObject',
  DELETE: 'DeleteObject'
}

/** Parameters that choose no other action. */
const PLAIN = [
  ...['x-id', 'list-type', 'prefix', 'max-keys', 'delimiter', 'continuation-token', 'versionId', 'versions'],
  ...['encoding-type', 'marker', 'start-after', 'fetch-owner', 'key-marker', 'version-id-marker']
]

/** The parameter that names a setting of a bucket, and how IAM calls that setting. */
const SETTINGS: Readonly<Record<string, string>> = {
  abac: 'BucketAbac',
  accelerate: 'AccelerateConfiguration',
  acl: 'BucketAcl',
  cors: 'BucketCORS',
  encryption: 'EncryptionConfiguration',
  'intelligent-tiering': 'IntelligentTieringConfiguration',
  inventory: 'InventoryConfiguration',
  lifecycle: 'LifecycleConfiguration',
  location: 'BucketLocation',
  logging: 'BucketLogging',
  metadataConfiguration: 'BucketMetadataTableConfiguration',
  notification: 'BucketNotification',
  'object-lock': 'BucketObjectLockConfiguration',
  ownershipControls: 'BucketOwnershipControls',
  policy: 'BucketPolicy',
  publicAccessBlock: 'BucketPublicAccessBlock',
  replication: 'ReplicationConfiguration',
  requestPayment: 'BucketRequestPayment',
  tagging: 'BucketTagging',
  versioning: 'BucketVersioning',
  website: 'BucketWebsite'
}

/** To delete a setting is to put none, but for the two that have an action of their own. */
const settingAction = (method: string, setting: string): string | undefined => {
  switch (method) {
    case 'GET':
      return `Get${setting}`
    case 'PUT':
      return `Put${setting}`
    case 'DELETE':
      return `${setting === 'BucketPolicy' || setting === 'BucketWebsite' ? 'Delete' : 'Put'}${setting}`
    default:
      return undefined
  }
}
