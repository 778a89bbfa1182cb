import type { Bucket, Table } from './aws-double/world.ts'

/** Something that somebody else set on the bucket or the table, and the findings of preflight that it is refused by; none where it does nothing. */
export type ForeignSetting = {
  readonly what: string
  readonly refusedBy: ReadonlyArray<string>
} & ({ readonly bucket: (bucket: Bucket) => void } | { readonly table: (table: Table) => void })

const said =
  (operation: string, xml: string) =>
  (bucket: Bucket): void =>
    void (bucket.said = { ...bucket.said, [operation]: xml })

const answered =
  (operation: string, json: unknown) =>
  (table: Table): void =>
    void (table.said = { ...table.said, [operation]: json })

const described =
  (parts: Readonly<Record<string, unknown>>) =>
  (table: Table): void =>
    void (table.described = { ...table.described, ...parts })

const OWNER = '<ID>75aa57f09aa0c8caeab4f8c24e99d10f8e7faeebf76c078efc7c6caea54ba06a</ID>'
const grant = (type: string, who: string, permission: string): string =>
  `<Grant><Grantee xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="${type}">${who}</Grantee><Permission>${permission}</Permission></Grant>`
const owners = grant('CanonicalUser', OWNER, 'FULL_CONTROL')
const acl = (...grants: ReadonlyArray<string>): ((bucket: Bucket) => void) =>
  said(
    'GetBucketAcl',
    `<AccessControlPolicy><Owner>${OWNER}</Owner><AccessControlList>${grants.join('')}</AccessControlList></AccessControlPolicy>`
  )

const id = '<Id>list</Id>'
const destination = (inner: string): string => `<Destination>${inner}</Destination>`
const toBucket = '<Bucket>arn:aws:s3:::another-bucket</Bucket>'

/** Documents of the Amazon S3 API Reference, the examples of each operation, and of its User Guide. */
const ofBucket: ReadonlyArray<readonly [rule: string | undefined, what: string, (bucket: Bucket) => void]> = [
  [
    'access-list',
    'a grant to everybody',
    acl(owners, grant('Group', '<URI>http://acs.amazonaws.com/groups/global/AllUsers</URI>', 'READ'))
  ],
  ['access-list', 'a grant to another account', acl(owners, grant('CanonicalUser', '<ID>0123</ID>', 'FULL_CONTROL'))],
  [
    'access-list',
    'another account in the place of the owner',
    acl(grant('CanonicalUser', '<ID>0123</ID>', 'FULL_CONTROL'))
  ],
  ['access-list', 'less than all for the owner', acl(grant('CanonicalUser', OWNER, 'READ'))],
  ['access-list', 'no grant at all', acl()],
  [
    'acceleration',
    'acceleration',
    said(
      'GetBucketAccelerateConfiguration',
      '<AccelerateConfiguration><Status>Enabled</Status></AccelerateConfiguration>'
    )
  ],
  [
    undefined,
    'a suspended acceleration',
    said(
      'GetBucketAccelerateConfiguration',
      '<AccelerateConfiguration><Status>Suspended</Status></AccelerateConfiguration>'
    )
  ],
  [
    'attribute-based-access',
    'access by tags',
    said('GetBucketAbac', '<AbacStatus><Status>Enabled</Status></AbacStatus>')
  ],
  [undefined, 'no word about access by tags', said('GetBucketAbac', '<AbacStatus/>')],
  [
    'cross-origin-access',
    'a rule for other origins',
    said(
      'GetBucketCors',
      '<CORSConfiguration><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>GET</AllowedMethod></CORSRule></CORSConfiguration>'
    )
  ],
  [
    'inventories',
    'an inventory',
    said(
      'ListBucketInventoryConfigurations',
      `<ListInventoryConfigurationsResult><InventoryConfiguration>${id}<IsEnabled>true</IsEnabled>${destination(`<S3BucketDestination><Format>CSV</Format>${toBucket}</S3BucketDestination>`)}</InventoryConfiguration><IsTruncated>false</IsTruncated></ListInventoryConfigurationsResult>`
    )
  ],
  [
    undefined,
    'an inventory that is disabled',
    said(
      'ListBucketInventoryConfigurations',
      `<ListInventoryConfigurationsResult><InventoryConfiguration>${id}<IsEnabled>false</IsEnabled>${destination(`<S3BucketDestination><Format>CSV</Format>${toBucket}</S3BucketDestination>`)}</InventoryConfiguration><IsTruncated>false</IsTruncated></ListInventoryConfigurationsResult>`
    )
  ],
  [
    'inventories',
    'a disabled inventory on the first of two pages',
    said(
      'ListBucketInventoryConfigurations',
      `<ListInventoryConfigurationsResult><InventoryConfiguration>${id}<IsEnabled>false</IsEnabled>${destination(`<S3BucketDestination><Format>CSV</Format>${toBucket}</S3BucketDestination>`)}</InventoryConfiguration><IsTruncated>true</IsTruncated></ListInventoryConfigurationsResult>`
    )
  ],
  [
    'inventories',
    'a list of inventories that begins on its second page',
    said(
      'ListBucketInventoryConfigurations',
      '<ListInventoryConfigurationsResult><IsTruncated>true</IsTruncated></ListInventoryConfigurationsResult>'
    )
  ],
  ['lifecycle', 'a lifecycle rule that ends what is stored', (bucket) => void (bucket.hasLifecycle = true)],
  [
    'logging',
    'a log of its requests',
    said(
      'GetBucketLogging',
      '<BucketLoggingStatus><LoggingEnabled><TargetBucket>another-bucket</TargetBucket><TargetPrefix>log/</TargetPrefix></LoggingEnabled></BucketLoggingStatus>'
    )
  ],
  [
    'metadata-tables',
    'tables of what it holds',
    said(
      'GetBucketMetadataConfiguration',
      '<GetBucketMetadataConfigurationResult><MetadataConfigurationResult><DestinationResult><TableBucketType>aws</TableBucketType></DestinationResult></MetadataConfigurationResult></GetBucketMetadataConfigurationResult>'
    )
  ],
  [
    'notifications',
    'a topic that is told',
    said(
      'GetBucketNotificationConfiguration',
      '<NotificationConfiguration><TopicConfiguration><Id>x</Id><Topic>arn:aws:sns:eu-central-1:444455556666:x</Topic><Event>s3:ObjectCreated:*</Event></TopicConfiguration></NotificationConfiguration>'
    )
  ],
  [
    'notifications',
    'a function that is started',
    said(
      'GetBucketNotificationConfiguration',
      '<NotificationConfiguration><CloudFunctionConfiguration><Id>x</Id><CloudFunction>arn:aws:lambda:eu-central-1:444455556666:function:x</CloudFunction><Event>s3:ObjectCreated:*</Event></CloudFunctionConfiguration></NotificationConfiguration>'
    )
  ],
  [
    'notifications',
    'EventBridge, which has no setting of its own',
    said(
      'GetBucketNotificationConfiguration',
      '<NotificationConfiguration><EventBridgeConfiguration/></NotificationConfiguration>'
    )
  ],
  [
    'object-lock',
    'an object lock',
    said(
      'GetObjectLockConfiguration',
      '<ObjectLockConfiguration><ObjectLockEnabled>Enabled</ObjectLockEnabled></ObjectLockConfiguration>'
    )
  ],
  ['replication', 'a rule that copies what is stored', (bucket) => void (bucket.hasReplication = true)],
  [
    undefined,
    'a rule that copies and is disabled',
    said(
      'GetBucketReplication',
      '<ReplicationConfiguration><Role>x</Role><Rule><Status>Disabled</Status></Rule></ReplicationConfiguration>'
    )
  ],
  [
    'replication',
    'one that copies beside a disabled one',
    said(
      'GetBucketReplication',
      '<ReplicationConfiguration><Role>x</Role><Rule><Status>Disabled</Status></Rule><Rule><Status>Enabled</Status></Rule></ReplicationConfiguration>'
    )
  ],
  [
    'replication',
    'a replication without a rule',
    said('GetBucketReplication', '<ReplicationConfiguration><Role>x</Role></ReplicationConfiguration>')
  ],
  [
    'request-payment',
    'requests that the caller pays',
    said(
      'GetBucketRequestPayment',
      '<RequestPaymentConfiguration><Payer>Requester</Payer></RequestPaymentConfiguration>'
    )
  ],
  [
    'tiering',
    'an archive for what nobody reads',
    said(
      'ListBucketIntelligentTieringConfigurations',
      `<ListBucketIntelligentTieringConfigurationsOutput><IsTruncated>false</IsTruncated><IntelligentTieringConfiguration>${id}<Status>Enabled</Status><Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering></IntelligentTieringConfiguration></ListBucketIntelligentTieringConfigurationsOutput>`
    )
  ],
  [
    undefined,
    'an archive that is disabled',
    said(
      'ListBucketIntelligentTieringConfigurations',
      `<ListBucketIntelligentTieringConfigurationsOutput><IsTruncated>false</IsTruncated><IntelligentTieringConfiguration>${id}<Status>Disabled</Status><Tiering><AccessTier>ARCHIVE_ACCESS</AccessTier><Days>90</Days></Tiering></IntelligentTieringConfiguration></ListBucketIntelligentTieringConfigurationsOutput>`
    )
  ],
  [
    'versioning',
    'a deletion that asks for MFA',
    said(
      'GetBucketVersioning',
      '<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Enabled</MfaDelete></VersioningConfiguration>'
    )
  ],
  [
    undefined,
    'a deletion that asks for no MFA',
    said(
      'GetBucketVersioning',
      '<VersioningConfiguration><Status>Enabled</Status><MfaDelete>Disabled</MfaDelete></VersioningConfiguration>'
    )
  ],
  [
    'website',
    'a website',
    said(
      'GetBucketWebsite',
      '<WebsiteConfiguration><IndexDocument><Suffix>index.html</Suffix></IndexDocument></WebsiteConfiguration>'
    )
  ],
  [
    'website',
    'a website that only redirects',
    said(
      'GetBucketWebsite',
      '<WebsiteConfiguration><RedirectAllRequestsTo><HostName>example.com</HostName></RedirectAllRequestsTo></WebsiteConfiguration>'
    )
  ],
  ['ownership', 'another ownership', (bucket) => void (bucket.ownership = 'BucketOwnerPreferred')],
  ['encryption', 'another encryption', (bucket) => void (bucket.encryption = { algorithm: 'aws:kms' })],
  ['policy', 'another policy', (bucket) => void (bucket.policy = (bucket.policy ?? '').replace('1.2', '1.1'))],
  ['versioning', 'suspended versioning', (bucket) => void (bucket.versioning = 'Suspended')]
]

const kinesis = (...states: ReadonlyArray<string>): ((table: Table) => void) =>
  answered('DescribeKinesisStreamingDestination', {
    TableName: 'zenthea-staging-eu-tflock',
    KinesisDataStreamDestinations: states.map((DestinationStatus) => ({
      StreamArn: 'arn:aws:kinesis:eu-central-1:444455556666:stream/x',
      DestinationStatus
    }))
  })

/** Answers of the Amazon DynamoDB API Reference. */
const ofTable: ReadonlyArray<readonly [rule: string | undefined, what: string, (table: Table) => void]> = [
  [
    'contributor-insights',
    'a list of its busiest keys',
    answered('DescribeContributorInsights', { ContributorInsightsStatus: 'ENABLED' })
  ],
  [
    'contributor-insights',
    'such a list on its way',
    answered('DescribeContributorInsights', { ContributorInsightsStatus: 'ENABLING' })
  ],
  [
    'contributor-insights',
    'such a list that failed',
    answered('DescribeContributorInsights', { ContributorInsightsStatus: 'FAILED' })
  ],
  ['expiry', 'items that expire', (table) => void (table.expiry = 'ENABLED')],
  ['kinesis-streams', 'a stream of Kinesis', kinesis('ACTIVE')],
  ['kinesis-streams', 'one on its way beside one that ended', kinesis('DISABLED', 'ENABLING')],
  ['kinesis-streams', 'one that fails today', kinesis('ENABLE_FAILED')],
  [undefined, 'one that ended', kinesis('DISABLED')],
  [
    'resource-policy',
    'a policy of its own',
    answered('GetResourcePolicy', { Policy: '{"Version":"2012-10-17","Statement":[]}', RevisionId: '1' })
  ],
  ['replicas', 'a replica', (table) => void table.replicas.push('us-east-1')],
  [
    'storage-class',
    'another storage class',
    described({ TableClassSummary: { TableClass: 'STANDARD_INFREQUENT_ACCESS' } })
  ],
  [
    undefined,
    'the storage class that it had from the beginning',
    described({ TableClassSummary: { TableClass: 'STANDARD' } })
  ],
  ['streams-and-indexes', 'a stream', (table) => void (table.hasStream = true)],
  ['streams-and-indexes', 'a local index', described({ LocalSecondaryIndexes: [{ IndexName: 'x' }] })],
  ['streams-and-indexes', 'a global index', described({ GlobalSecondaryIndexes: [{ IndexName: 'x' }] })],
  ['streams-and-indexes', 'an index of vectors', described({ VectorIndexes: [{ IndexName: 'x' }] })],
  [
    'throughput',
    'a limit of reads',
    described({ OnDemandThroughput: { MaxReadRequestUnits: 1, MaxWriteRequestUnits: -1 } })
  ],
  [
    undefined,
    'a limit that was taken away',
    described({ OnDemandThroughput: { MaxReadRequestUnits: -1, MaxWriteRequestUnits: -1 } })
  ],
  ['billing', 'another way of billing', (table) => void (table.billing = 'PROVISIONED')],
  ['encryption', 'no encryption by KMS', (table) => void delete table.encryption],
  [
    'encryption-key',
    'the key of somebody else',
    (table) =>
      void (table.encryptionKey = 'arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555')
  ],
  ['key', 'another key', (table) => void (table.hashKey = 'Id')],
  ['recovery', 'no recovery', (table) => void delete table.recoveryDays]
]

/** What somebody may set on the bucket and the table beside what is declared. */
export const foreignSettings: ReadonlyArray<ForeignSetting> = [
  ...ofBucket.map(([rule, what, bucket]) => ({
    what,
    bucket,
    refusedBy: rule === undefined ? [] : [`bucket-${rule}`]
  })),
  ...ofTable.map(([rule, what, table]) => ({ what, table, refusedBy: rule === undefined ? [] : [`table-${rule}`] }))
]
