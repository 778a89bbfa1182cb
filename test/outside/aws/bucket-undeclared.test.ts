import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { UndeclaredOfBucket } from '../../../src/outside/aws/bucket.port.ts'
import { bucketOf } from '../../support/bucket-of.ts'
import { given, settings } from '../../support/bucket-answers.ts'
import { portsOn, refusal } from '../../support/noting-ports.ts'

const test = suite('each setting of a bucket that no stack declares, as AWS tells it')

const of = bucketOf('a-bucket', '111122223333')

type Read = readonly [answer: object, readAs: unknown]

const owner = { Owner: { ID: 'me' } }
const user = (ID: string | undefined, Permission?: string) => ({ Grantee: { Type: 'CanonicalUser', ID }, Permission })
const uploads = { AbortIncompleteMultipartUpload: { DaysAfterInitiation: 7 } }

/** What a rule has beside the end of uploads, and what it does then. Source: Amazon S3, LifecycleRule. */
const does: ReadonlyArray<readonly [more: object, words: string]> = [
  [{ Expiration: {} }, 'ends what is stored'],
  [{ Expiration: { ExpiredObjectDeleteMarker: true } }, 'removes delete markers'],
  [{ NoncurrentVersionExpiration: {} }, 'ends older versions'],
  [{ Transitions: [{}] }, 'moves what is stored'],
  [{ NoncurrentVersionTransitions: [{}] }, 'moves older versions'],
  [
    { Expiration: {}, NoncurrentVersionExpiration: {}, Transitions: [{}], NoncurrentVersionTransitions: [{}] },
    'ends what is stored and ends older versions and moves what is stored and moves older versions'
  ]
]

/** Each setting that no stack declares: what it is read as. Source: Amazon S3 API Reference and "Error responses". */
const undeclared: Readonly<Record<UndeclaredOfBucket, readonly [command: string, ReadonlyArray<Read>]>> = {
  'access list': [
    'GetBucketAcl',
    [
      [{ ...owner, Grants: [user('me', 'FULL_CONTROL')] }, 'FULL_CONTROL for the owner'],
      [{ ...owner, Grants: [user('you', 'READ')] }, 'READ for another account'],
      [{ Grants: [user(undefined, 'READ')] }, 'READ for another account'],
      [{ ...owner, Grants: [{ Grantee: { Type: 'Group', ID: 'me' } }] }, 'something for a group'],
      [
        { ...owner, Grants: [{ Grantee: { Type: 'Other', ID: 'me' }, Permission: 'READ' }, user('me', 'WRITE')] },
        'READ for another account, WRITE for the owner'
      ],
      [{ ...owner, Grants: [] }, 'none'],
      [{}, 'none']
    ]
  ],
  acceleration: [
    'GetBucketAccelerateConfiguration',
    [
      [{}, 'none'],
      [{ Status: 'Enabled' }, 'Enabled']
    ]
  ],
  'attribute-based access': [
    'GetBucketAbac',
    [
      [{}, 'none'],
      [{ AbacStatus: { Status: 'Enabled' } }, 'Enabled']
    ]
  ],
  'cross-origin access': [
    'GetBucketCors',
    [
      [refusal('NoSuchCORSConfiguration'), 'none'],
      [{ $metadata: {}, CORSRules: [{}] }, 'CORSRules']
    ]
  ],
  inventories: [
    'ListBucketInventoryConfigurations',
    [
      [{}, 'none'],
      [{ InventoryConfigurationList: [{}, {}] }, '2'],
      [{ InventoryConfigurationList: [{}], IsTruncated: true }, '1 and more'],
      [{ IsTruncated: true }, '0 and more'],
      [{ InventoryConfigurationList: [], IsTruncated: false }, 'none'],
      [{ InventoryConfigurationList: [{ IsEnabled: false }, { IsEnabled: true }, {}] }, '2'],
      [{ InventoryConfigurationList: [{ IsEnabled: false }] }, 'none']
    ]
  ],
  lifecycle: [
    'GetBucketLifecycleConfiguration',
    [
      [refusal('NoSuchLifecycleConfiguration'), 'none'],
      [{}, 'none'],
      [{ Rules: [uploads, { ...uploads, Transitions: [], NoncurrentVersionTransitions: [] }] }, 'none'],
      [{ Rules: [{ Status: 'Disabled', Expiration: {} }, { Status: 'Disabled' }] }, 'none'],
      [{ Rules: [{}] }, 'a rule that does what is not known here'],
      [{ Rules: [{ Status: 'Enabled', Expiration: {} }, { Expiration: {} }] }, 'a rule that ends what is stored'],
      ...does.map(([more, words]): Read => [{ Rules: [uploads, { ...uploads, ...more }] }, `a rule that ${words}`])
    ]
  ],
  logging: [
    'GetBucketLogging',
    [
      [{ $metadata: {} }, 'none'],
      [{ LoggingEnabled: {}, A: undefined }, 'LoggingEnabled']
    ]
  ],
  'metadata tables': [
    'GetBucketMetadataConfiguration',
    [
      [refusal('MetadataConfigurationNotFound'), 'none'],
      [{ X: 1, Y: 2 }, 'X, Y']
    ]
  ],
  notifications: [
    'GetBucketNotificationConfiguration',
    [
      [{ TopicConfigurations: [] }, 'none'],
      [{ EventBridgeConfiguration: {} }, 'EventBridgeConfiguration']
    ]
  ],
  'object lock': [
    'GetObjectLockConfiguration',
    [
      [refusal('ObjectLockConfigurationNotFoundError'), 'none'],
      [{ ObjectLockConfiguration: {} }, 'ObjectLockConfiguration']
    ]
  ],
  replication: [
    'GetBucketReplication',
    [
      [refusal('ReplicationConfigurationNotFoundError'), 'none'],
      [{ ReplicationConfiguration: { Rules: [{ Status: 'Disabled' }] } }, 'none'],
      [{ ReplicationConfiguration: { Rules: [{ Status: 'Disabled' }, { Status: 'Disabled' }] } }, 'none'],
      ...[
        {},
        { ReplicationConfiguration: {} },
        { ReplicationConfiguration: { Rules: [] } },
        { ReplicationConfiguration: { Rules: [{ Status: 'Disabled' }, { Status: 'Enabled' }] } }
      ].map((answer): Read => [answer, 'a rule that copies what is stored'])
    ]
  ],
  'request payment': [
    'GetBucketRequestPayment',
    [
      [{ Payer: 'Requester' }, 'Requester'],
      [{}, 'the answer has no Payer']
    ]
  ],
  tiering: [
    'ListBucketIntelligentTieringConfigurations',
    [
      [{}, 'none'],
      [{ IntelligentTieringConfigurationList: [{}] }, '1'],
      [{ IntelligentTieringConfigurationList: [{ Status: 'Disabled' }] }, 'none'],
      [{ IsTruncated: true }, '0 and more']
    ]
  ],
  website: [
    'GetBucketWebsite',
    [
      [refusal('NoSuchWebsiteConfiguration'), 'none'],
      [{ IndexDocument: {} }, 'IndexDocument']
    ]
  ]
}
for (const [name, [command, reads]] of Object.entries(undeclared))
  test(`${command} is read as ${name}, which no stack declares`, async () => {
    for (const [answer, readAs] of reads) {
      const found = await settings({ [command]: answer })
      const read = typeof found === 'string' ? found : found.undeclared[name as UndeclaredOfBucket]
      assert.is(read, readAs, JSON.stringify(answer))
    }
  })

test('another refusal of one of these questions is a failure, with its call and its code', async () => {
  for (const command of Object.values(undeclared).map(([name]) => name)) {
    const found = await portsOn({ ...given, [command]: refusal('NoSuchThing', 400) }).bucket.settings(of)()
    assert.equal(E.isLeft(found) && [found.left.call, found.left.code], [`S3 ${command}`, 'NoSuchThing'])
  }
})

test('each of these questions is asked once, about this bucket of this account', async () => {
  const { asked, bucket } = portsOn(given)
  await bucket.settings(of)()
  for (const command of Object.values(undeclared).map(([name]) => name))
    assert.equal(
      asked.filter(([name]) => name === command),
      [[command, { Bucket: 'a-bucket', ExpectedBucketOwner: '111122223333' }]]
    )
})

test.run()
