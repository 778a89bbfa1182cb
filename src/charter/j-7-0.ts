import { type Declaration, declarationFields, optionalFields } from '../declaration/declaration.ts'
import type { AuthorisedBlock, Charter } from './charter.ts'
import { awsCallerIdentity, document, importOf } from './j-7-0/blocks.ts'
import {
  awsDynamodbTable,
  awsS3Bucket,
  awsS3BucketOwnershipControls,
  awsS3BucketPolicy,
  awsS3BucketPublicAccessBlock,
  awsS3BucketServerSideEncryptionConfiguration,
  awsS3BucketVersioning
} from './j-7-0/bucket-and-table.ts'
import {
  awsIamPolicy,
  awsIamRole,
  awsIamRolePoliciesExclusive,
  awsIamRolePolicy,
  awsIamRolePolicyAttachmentsExclusive
} from './j-7-0/roles.ts'
import { providerAws } from './j-7-0/provider-aws.ts'
import { awsProviderReleases } from './j-7-0/provider-releases.ts'
import { terraform } from './j-7-0/terraform.ts'

type Entry = readonly [string, AuthorisedBlock]

const bucketSettings = [
  ['aws_s3_bucket', awsS3Bucket, 'J.7.0 §5', 'the bucket that holds the state'],
  ['aws_s3_bucket_ownership_controls', awsS3BucketOwnershipControls, 'J.7.0 §7', 'access by identity only'],
  ['aws_s3_bucket_policy', awsS3BucketPolicy, 'J.7.0 §7', "the bucket's own refusals"],
  ['aws_s3_bucket_public_access_block', awsS3BucketPublicAccessBlock, 'J.7.0 §7', 'no public access'],
  [
    'aws_s3_bucket_server_side_encryption_configuration',
    awsS3BucketServerSideEncryptionConfiguration,
    'J.7.0 §3.2',
    'encryption at rest'
  ],
  ['aws_s3_bucket_versioning', awsS3BucketVersioning, 'J.6.2 §7', 'the history of the state']
] as const

const bucket: ReadonlyArray<Entry> = bucketSettings.flatMap(([type, body, clause, purpose]): ReadonlyArray<Entry> => [
  [`${type}.state`, { clause, purpose, body }],
  [
    `import ${type}.state`,
    { clause, purpose: `adoption of ${purpose}`, body: ({ backend }) => importOf(`${type}.state`, backend.bucket) }
  ]
])

const table: ReadonlyArray<Entry> = [
  ['aws_dynamodb_table.lock', { clause: 'J.7.0 §4', purpose: 'the table that holds the lock', body: awsDynamodbTable }],
  [
    'import aws_dynamodb_table.lock',
    {
      clause: 'J.7.0 §4',
      purpose: 'adoption of the lock table',
      body: ({ backend }) => importOf('aws_dynamodb_table.lock', backend.lockTable)
    }
  ]
]

const role = (
  kind: 'operator' | 'automation',
  arn: (declaration: Declaration) => Declaration['operatorRole']
): ReadonlyArray<Entry> => [
  [
    `aws_iam_role.${kind}`,
    { clause: 'J.7.0 §5', purpose: `the ${kind} role`, body: (declaration) => awsIamRole(kind, arn(declaration)) }
  ],
  [
    `aws_iam_role_policy.${kind}`,
    { clause: 'J.7.0 §7', purpose: `what the ${kind} role may do`, body: () => awsIamRolePolicy(kind) }
  ],
  [
    `aws_iam_role_policies_exclusive.${kind}`,
    {
      clause: 'J.7.0 §7',
      purpose: `no other policy in the ${kind} role`,
      body: () => awsIamRolePoliciesExclusive(kind)
    }
  ],
  [
    `aws_iam_role_policy_attachments_exclusive.${kind}`,
    {
      clause: 'J.7.0 §7',
      purpose: `no policy attached to the ${kind} role`,
      body: () => awsIamRolePolicyAttachmentsExclusive(kind)
    }
  ],
  [
    `local.${kind}_policy`,
    { clause: 'J.7.0 §7', purpose: `what the ${kind} role may do, as a document`, body: document }
  ],
  [`local.${kind}_trust`, { clause: 'J.7.0 §7', purpose: `who may be ${kind}`, body: document }]
]

/** The blocks that one function of the authoring surface makes. */
const madeBy = (part: string, entries: ReadonlyArray<Entry>): ReadonlyArray<Entry> =>
  entries.map(([place, block]) => [place, { ...block, part }])

/** A charter that tells an editor its own name and the releases that it knows. */
type J70 = Omit<Charter, 'phase' | 'providerReleases'> & {
  readonly phase: 'J.7.0'
  readonly providerReleases: typeof awsProviderReleases
}

/** Phase J.7.0 as data: what it authorises for one stack, block by block, each exactly once. */
export const j70: J70 = {
  phase: 'J.7.0',
  declaration: { ...declarationFields, ...optionalFields },
  optional: new Set(Object.keys(optionalFields)),
  providerReleases: awsProviderReleases,
  blocks: new Map<string, AuthorisedBlock>([
    ['terraform', { clause: 'J.7.0 §4', purpose: 'versions and the remote, locked backend', body: terraform }],
    ['provider.aws', { clause: 'J.7.0 §3.1', purpose: 'the one provider configuration', body: providerAws }],
    [
      'data.aws_caller_identity.current',
      { clause: 'J.7.0 §4', purpose: 'the check of the live account', body: awsCallerIdentity }
    ],
    ...madeBy('stateBucket', [
      ...bucket,
      [
        'local.state_bucket_policy',
        { clause: 'J.7.0 §7', purpose: "the bucket's own refusals, as a document", body: document }
      ]
    ]),
    ...madeBy('lockTable', table),
    ...madeBy('permissionsBoundary', [
      [
        'aws_iam_policy.boundary',
        { clause: 'J.7.0 §7', purpose: 'the permissions boundary of both roles', body: awsIamPolicy }
      ],
      [
        'local.boundary_policy',
        { clause: 'J.7.0 §7', purpose: 'the permissions boundary, as a document', body: document }
      ]
    ]),
    ...madeBy(
      'operatorRole',
      role('operator', ({ operatorRole }) => operatorRole)
    ),
    ...madeBy(
      'automationRole',
      role('automation', ({ automationRole }) => automationRole)
    )
  ])
}
