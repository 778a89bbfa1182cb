/** The sub-resources of a bucket that are asked for by a query parameter. Source: Amazon S3 API Reference. */
const bySubresource: Readonly<Record<string, string>> = {
  abac: 'BucketAbac',
  accelerate: 'BucketAccelerateConfiguration',
  acl: 'BucketAcl',
  cors: 'BucketCors',
  'intelligent-tiering': 'BucketIntelligentTieringConfigurations',
  inventory: 'BucketInventoryConfigurations',
  logging: 'BucketLogging',
  metadataConfiguration: 'BucketMetadataConfiguration',
  notification: 'BucketNotificationConfiguration',
  'object-lock': 'ObjectLockConfiguration',
  requestPayment: 'BucketRequestPayment',
  website: 'BucketWebsite',
  ownershipControls: 'BucketOwnershipControls',
  tagging: 'BucketTagging',
  publicAccessBlock: 'PublicAccessBlock',
  encryption: 'BucketEncryption',
  versioning: 'BucketVersioning',
  policy: 'BucketPolicy',
  lifecycle: 'BucketLifecycleConfiguration',
  replication: 'BucketReplication'
}

/** Of these, GET without an id gives a list. */
const lists = ['intelligent-tiering', 'inventory']

/** The operation of S3 that a method and a query mean, on a bucket or on an object of it. */
export const s3Operation = (method: string, query: URLSearchParams, key: string, bucket: string): string => {
  if (bucket === '') return `${method === 'GET' ? 'List' : method}Buckets`
  if (key !== '') return `${method === 'GET' ? 'Get' : method === 'PUT' ? 'Put' : method}Object`
  if (method === 'HEAD') return 'HeadBucket'
  if (query.has('versions')) return 'ListObjectVersions'
  if (query.has('list-type')) return 'ListObjectsV2'
  const subresource = Object.keys(bySubresource).find((name) => query.has(name))
  if (subresource === undefined)
    return { PUT: 'CreateBucket', DELETE: 'DeleteBucket' }[method] ?? `${method} of a bucket`
  if (method === 'GET' && lists.includes(subresource)) return `List${bySubresource[subresource]}`
  return `${method.slice(0, 1)}${method.slice(1).toLowerCase()}${bySubresource[subresource]}`
}
