import { type Documents, account, allow, bucket, deny, keys, policy, role, trust, trusts } from './documents.ts'

export type Case = readonly [what: string, before: Documents, after: Documents, expected: string]

/**
 * What is known to be hard, decided by hand. Source: IAM User Guide, "Policy evaluation logic", "Condition operators",
 * "Multivalued context keys", "Principal", "Action", "NotAction", "Permissions boundaries for IAM entities".
 */
export const cases: ReadonlyArray<Case> = [
  ['an action in another case', policy(allow()), policy(allow({ Action: 's3:GETobject' })), ''],
  ['one action and a list of it', policy(allow()), policy(allow({ Action: ['s3:GetObject'] })), ''],
  ['a statement twice', policy(allow()), policy(allow(), allow()), ''],
  ['another Sid', policy(allow({ Sid: 'A' })), policy(allow({ Sid: 'B' })), ''],
  [
    'a statement in two',
    policy(allow({ Action: ['s3:A', 's3:B'] })),
    policy(allow({ Action: 's3:B' }), allow({ Action: 's3:A' })),
    ''
  ],
  [
    'a wildcard over what is there',
    policy(allow({ Action: ['s3:Get*', 's3:GetObject'] })),
    policy(allow({ Action: 's3:Get*' })),
    ''
  ],
  ['a wildcard within a name', policy(allow()), policy(allow({ Action: 's3:*Object' })), 'widens'],
  ['a question mark within a name', policy(allow()), policy(allow({ Action: 's3:?etObject' })), 'widens'],
  ['two stars and one', policy(allow({ Action: 's3:**' })), policy(allow({ Action: 's3:*' })), ''],
  [
    'NotAction with one name less',
    policy(allow({ Action: '*' }), deny({ Action: undefined as never, NotAction: ['s3:A', 's3:B'] })),
    policy(allow({ Action: '*' }), deny({ Action: undefined as never, NotAction: ['s3:A'] })),
    'narrows'
  ],
  [
    'NotResource with one name more',
    policy(allow({ Resource: undefined as never, NotResource: [`${bucket}/a`] })),
    policy(allow({ Resource: undefined as never, NotResource: [`${bucket}/a`, `${bucket}/b`] })),
    'narrows'
  ],
  ['a denial of what is not allowed', policy(allow()), policy(allow(), deny({ Action: 's3:PutObject' })), ''],
  ['a denial that ends', policy(allow(), deny({ Resource: `${bucket}/a` })), policy(allow()), 'widens'],
  [
    'an allowance that a boundary caps',
    { policy: [allow()], boundary: [allow()] },
    { policy: [allow({ Action: 's3:*' })], boundary: [allow()] },
    ''
  ],
  [
    'a boundary that ends',
    { policy: [allow({ Action: 's3:*' })], boundary: [allow()] },
    { policy: [allow({ Action: 's3:*' })] },
    'widens'
  ],
  [
    'ForAllValues without Null',
    policy(allow({ Condition: { 'ForAllValues:StringEquals': { k: 'a' }, Null: { k: 'false' } } })),
    policy(allow({ Condition: { 'ForAllValues:StringEquals': { k: 'a' } } })),
    'widens'
  ],
  [
    'ForAllValues and ForAnyValue of one value',
    policy(allow(keys('ForAllValues:StringEquals', 'a'))),
    policy(allow(keys('ForAnyValue:StringEquals', 'a'))),
    'narrows,widens'
  ],
  ['Null turned round', policy(allow(keys('Null', 'true'))), policy(allow(keys('Null', 'false'))), 'narrows,widens'],
  ['Null of both', policy(allow(keys('Null', ['true', 'false']))), policy(allow()), ''],
  [
    'a key in another case',
    policy(allow({ Condition: { StringEquals: { 'AWS:requestedregion': 'a' } } })),
    policy(allow({ Condition: { StringEquals: { 'aws:RequestedRegion': 'a' } } })),
    ''
  ],
  [
    'a value in another case',
    policy(allow({ Condition: { StringEquals: { k: 'a' } } })),
    policy(allow({ Condition: { StringEquals: { k: 'A' } } })),
    'narrows,widens'
  ],
  [
    'StringLike without a wildcard',
    policy(allow({ Condition: { StringEquals: { k: 'a' } } })),
    policy(allow({ Condition: { StringLike: { k: ['a'] } } })),
    ''
  ],
  [
    'IfExists',
    policy(allow({ Condition: { StringEquals: { k: 'a' } } })),
    policy(allow({ Condition: { StringEqualsIfExists: { k: 'a' } } })),
    'widens'
  ],
  [
    'ArnEquals and ArnLike',
    policy(allow({ Condition: { ArnEquals: { k: 'arn:aws:s3:::a*' } } })),
    policy(allow({ Condition: { ArnLike: { k: 'arn:aws:s3:::a*' } } })),
    ''
  ],
  [
    'less and less or equal',
    policy(allow({ Condition: { NumericLessThan: { k: '5' } } })),
    policy(allow({ Condition: { NumericLessThanEquals: { k: 5 } } })),
    'widens'
  ],
  [
    '1 and 1.0',
    policy(allow({ Condition: { NumericLessThan: { k: '1' } } })),
    policy(allow({ Condition: { NumericLessThan: { k: '1.0' } } })),
    ''
  ],
  [
    'an account and its root',
    trust(trusts()),
    trust(trusts({ Principal: { AWS: [`arn:aws:iam::${account}:root`] } })),
    ''
  ],
  ['* and { AWS: * }', trust(trusts({ Principal: '*' })), trust(trusts({ Principal: { AWS: '*' } })), ''],
  [
    'an account instead of one of its roles',
    trust(trusts({ Principal: { AWS: `arn:aws:iam::${account}:role/A` } })),
    trust(trusts()),
    'narrows,widens'
  ],
  [
    'a session instead of its role',
    trust(trusts({ Principal: { AWS: `arn:aws:iam::${account}:role/A` } })),
    trust(trusts({ Principal: { AWS: `arn:aws:sts::${account}:assumed-role/A/s` } })),
    'narrows,widens'
  ],
  [
    'a role named and asked for by condition',
    trust(
      trusts({
        Principal: { AWS: '*' },
        Condition: { ArnEquals: { 'aws:PrincipalArn': `arn:aws:iam::${account}:role/A` } }
      })
    ),
    trust(),
    'narrows'
  ],
  [
    'an older MFA',
    trust(trusts({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' } } })),
    trust(trusts({ Condition: { NumericLessThan: { 'aws:MultiFactorAuthAge': '43200' } } })),
    'widens'
  ],
  [
    'a bucket policy that no longer denies others',
    { bucket: [deny({ Principal: '*', Resource: `${bucket}/*` })] },
    { bucket: [] },
    'widens'
  ],
  [
    'a bucket policy that grants past the boundary',
    { policy: [], boundary: [] },
    { policy: [], boundary: [], bucket: [allow({ Principal: '*', Resource: `${bucket}/*` })] },
    'widens'
  ],
  [
    'a bucket policy that grants to the role, capped',
    { policy: [], boundary: [] },
    { policy: [], boundary: [], bucket: [allow({ Principal: { AWS: role }, Resource: `${bucket}/*` })] },
    ''
  ],
  [
    'a policy variable that is the same',
    policy(allow({ Resource: 'arn:aws:s3:::b/${aws:username}' })),
    policy(allow({ Resource: 'arn:aws:s3:::b/${aws:username}' }), allow({ Action: 's3:X', Resource: `${bucket}/x` })),
    'widens'
  ],
  [
    'a policy variable that changes',
    policy(allow({ Resource: 'arn:aws:s3:::b/${aws:username}' })),
    policy(allow({ Resource: 'arn:aws:s3:::b/${aws:userid}' })),
    'may widen'
  ],
  [
    'NotPrincipal',
    { bucket: [deny({ NotPrincipal: { AWS: role }, Resource: `${bucket}/*` })] },
    { bucket: [] },
    'may widen'
  ],
  [
    'a boundary that ends, where NotPrincipal denied each role that has one',
    {
      policy: [allow()],
      boundary: [allow()],
      bucket: [deny({ NotPrincipal: { AWS: role }, Resource: `${bucket}/*` })]
    },
    { policy: [allow()], bucket: [deny({ NotPrincipal: { AWS: role }, Resource: `${bucket}/*` })] },
    'may widen'
  ],
  [
    'a date',
    policy(allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } } })),
    policy(allow({ Condition: { DateLessThan: { 'aws:CurrentTime': '2031-01-01T00:00:00Z' } } })),
    'may widen'
  ],
  [
    'an address',
    policy(allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } } })),
    policy(allow({ Condition: { IpAddress: { 'aws:SourceIp': '10.0.0.0/9' } } })),
    'may widen'
  ],
  ['an operator that nobody knows', policy(allow()), policy(allow({ Condition: { Looks: { k: 'a' } } })), 'may widen'],
  ['an element that nobody knows', policy(), policy(allow({ Unless: 'x' })), 'may widen'],
  ['a statement that is not an object', policy(), policy('x' as never), 'may widen']
]
