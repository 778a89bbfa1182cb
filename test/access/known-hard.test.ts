import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { carriesNothing, carriesOne, type Carried } from '../../src/access/criterion.ts'
import { difference } from '../../src/access/difference.ts'
import type { PolicyDocument } from '../../src/iam/document.ts'
import { type Point, changeAt, simulatedAt } from '../support/access/agreement.ts'
import { type Documents, accessOf, account, bucket, operator } from '../support/access/random.ts'

/**
 * What is known to be hard to read, each with what AWS documents of it, and with the answer of the independent simulator
 * where it gives one. `undecided` is what this program does not decide: a change of it may widen, and counts as widening.
 * Source of every row: IAM User Guide, the page that is named.
 */
type Answer = 'allowed' | 'denied' | 'undecided'

type Row = {
  readonly what: string
  readonly page: string
  readonly of: Partial<Readonly<Record<'identity' | 'boundary' | 'trust' | 'policy', ReadonlyArray<object>>>>
  readonly version?: string
  /** What a request carries beside the usual, and what comes of it. */
  readonly asks: ReadonlyArray<
    readonly [carries: Readonly<Record<string, string | ReadonlyArray<string> | undefined>>, Answer]
  >
  /** Why the simulator is not asked. */
  readonly apart?: string
}

const none: Documents = {
  identity: { Version: '2012-10-17', Statement: [] },
  boundary: undefined,
  trust: { Version: '2012-10-17', Statement: [] },
  policy: undefined
}

const object = `${bucket}/a/key`
const allow = (more: object = {}): object => ({ Effect: 'Allow', Action: 's3:GetObject', Resource: '*', ...more })
const deny = (more: object = {}): object => ({ ...allow(more), Effect: 'Deny' })
const only = (condition: object): Row['of'] => ({ identity: [allow({ Condition: condition })] })
const trusts = (principal: unknown, more: object = {}): Row['of'] => ({
  identity: [allow()],
  trust: [{ Effect: 'Allow', Principal: principal, Action: 'sts:AssumeRole', ...more }]
})
const become = (who: string) => ({ principal: who, action: 'sts:AssumeRole', resource: operator })
const role = (name: string, of = account): string => `arn:aws:iam::${of}:role/${name}`
const other = '999988887777'
const keys = 'dynamodb:leadingkeys'

const rows: ReadonlyArray<Row> = [
  {
    what: 'NotAction allows everything else',
    page: 'IAM JSON policy elements: NotAction',
    of: { identity: [{ Effect: 'Allow', NotAction: ['s3:GetObject', 's3:Delete*'], Resource: '*' }] },
    asks: [
      [{ action: 's3:PutObject' }, 'allowed'],
      [{ action: 's3:GetObject' }, 'denied'],
      [{ action: 's3:DeleteObject' }, 'denied']
    ]
  },
  {
    what: 'NotAction with Deny denies everything else',
    page: 'IAM JSON policy elements: NotAction',
    of: { identity: [allow({ Action: 's3:*' }), { Effect: 'Deny', NotAction: 's3:GetObject', Resource: '*' }] },
    asks: [
      [{ action: 's3:GetObject' }, 'allowed'],
      [{ action: 's3:PutObject' }, 'denied']
    ]
  },
  {
    what: 'NotResource names all but these',
    page: 'IAM JSON policy elements: NotResource',
    of: { identity: [{ Effect: 'Allow', Action: 's3:GetObject', NotResource: [`${bucket}/a/*`] }] },
    asks: [
      [{ resource: `${bucket}/b` }, 'allowed'],
      [{ resource: `${bucket}/a/b` }, 'denied']
    ]
  },
  {
    what: 'wildcards within names of actions',
    page: 'IAM JSON policy elements: Action',
    of: { identity: [allow({ Action: ['s3:*Object', 's3:Put?bject*'] })] },
    asks: [
      [{ action: 's3:GetObject' }, 'allowed'],
      [{ action: 's3:GetObjectAcl' }, 'denied'],
      [{ action: 's3:PutObjectAcl' }, 'allowed']
    ]
  },
  {
    what: 'wildcards within a resource: ? is one character, * any run, across slashes',
    page: 'IAM JSON policy elements: Resource',
    of: { identity: [allow({ Resource: `${bucket}/?/k*y` })] },
    asks: [
      [{ resource: `${bucket}/a/key` }, 'allowed'],
      [{ resource: `${bucket}/a/k/e/y` }, 'allowed'],
      [{ resource: `${bucket}/ab/key` }, 'denied']
    ]
  },
  {
    what: 'a * of a resource goes across colons',
    page: 'IAM JSON policy elements: Resource',
    of: { identity: [allow({ Resource: 'arn:aws:s3:*key' })] },
    apart: 'it wants six parts in a pattern',
    asks: [[{ resource: object }, 'undecided']]
  },
  {
    what: 'names of actions have no case, resources do',
    page: 'IAM JSON policy elements: Action',
    of: { identity: [allow({ Action: 'S3:gETobject', Resource: `${bucket}/a/KEY` })] },
    asks: [
      [{ resource: `${bucket}/a/KEY` }, 'allowed'],
      [{ resource: object }, 'denied']
    ]
  },
  {
    what: 'names of condition keys have no case, their values do',
    page: 'IAM JSON policy elements: Condition',
    of: only({ StringEquals: { 'AWS:requestedREGION': 'eu-central-1' } }),
    asks: [
      [{ 'key aws:requestedregion': 'eu-central-1' }, 'allowed'],
      [{ 'key aws:requestedregion': 'EU-central-1' }, 'denied'],
      [{}, 'denied']
    ]
  },
  {
    what: 'ForAllValues is true of a request without the key',
    page: 'Multivalued context keys',
    of: only({ 'ForAllValues:StringEquals': { [keys]: ['lock'] } }),
    asks: [
      [{}, 'allowed'],
      [{ [`key ${keys}`]: ['lock'] }, 'allowed'],
      [{ [`key ${keys}`]: ['lock', 'other'] }, 'denied']
    ]
  },
  {
    what: 'ForAllValues with Null asks for the key',
    page: 'Multivalued context keys',
    of: only({ 'ForAllValues:StringEquals': { [keys]: ['lock'] }, Null: { [keys]: 'false' } }),
    asks: [
      [{}, 'denied'],
      [{ [`key ${keys}`]: ['lock'] }, 'allowed']
    ]
  },
  {
    what: 'ForAnyValue asks for one of them',
    page: 'Multivalued context keys',
    of: only({ 'ForAnyValue:StringEquals': { [keys]: ['lock'] } }),
    asks: [
      [{}, 'denied'],
      [{ [`key ${keys}`]: ['other', 'lock'] }, 'allowed'],
      [{ [`key ${keys}`]: ['other'] }, 'denied']
    ]
  },
  {
    what: 'Null is true of a key that is not there',
    page: 'Condition operators: Null',
    of: only({ Null: { 'aws:SourceArn': 'true' } }),
    asks: [
      [{}, 'allowed'],
      [{ 'key aws:sourcearn': 'arn:aws:s3:::x' }, 'denied']
    ]
  },
  {
    what: 'IfExists is true of a key that is not there',
    page: 'Condition operators: ...IfExists',
    of: only({ StringEqualsIfExists: { 'aws:RequestedRegion': 'eu-central-1' } }),
    asks: [
      [{}, 'allowed'],
      [{ 'key aws:requestedregion': 'us-east-1' }, 'denied']
    ]
  },
  {
    what: 'a negated operator is true of a key that is not there',
    page: 'Condition operators: StringNotEquals',
    of: only({ StringNotEquals: { 'aws:RequestedRegion': 'us-east-1' } }),
    asks: [
      [{}, 'allowed'],
      [{ 'key aws:requestedregion': 'us-east-1' }, 'denied']
    ]
  },
  {
    what: 'several values are an or, and of a negated operator a nor',
    page: 'Conditions with multiple context keys or values',
    of: {
      identity: [
        allow({ Condition: { StringEquals: { 'aws:RequestedRegion': ['a', 'b'] } } }),
        allow({ Action: 's3:PutObject', Condition: { StringNotEquals: { 'aws:RequestedRegion': ['a', 'b'] } } })
      ]
    },
    asks: [
      [{ 'key aws:requestedregion': 'b' }, 'allowed'],
      [{ 'key aws:requestedregion': 'c' }, 'denied'],
      [{ action: 's3:PutObject', 'key aws:requestedregion': 'b' }, 'denied'],
      [{ action: 's3:PutObject', 'key aws:requestedregion': 'c' }, 'allowed']
    ]
  },
  {
    what: 'several operators and keys are an and',
    page: 'Conditions with multiple context keys or values',
    of: only({ Bool: { 'aws:SecureTransport': 'true' }, NumericGreaterThanEquals: { 's3:TlsVersion': '1.2' } }),
    asks: [
      [{ 'key aws:securetransport': 'true', 'key s3:tlsversion': '1.3' }, 'allowed'],
      [{ 'key aws:securetransport': 'true', 'key s3:tlsversion': '1.1' }, 'denied'],
      [{ 'key s3:tlsversion': '1.3' }, 'denied']
    ]
  },
  {
    what: 'an empty condition is none',
    page: 'IAM JSON policy elements: Condition',
    of: only({}),
    asks: [[{}, 'allowed']]
  },
  {
    what: 'Bool has no case',
    page: 'Condition operators: Bool',
    of: only({ Bool: { 'aws:SecureTransport': 'True' } }),
    asks: [
      [{ 'key aws:securetransport': 'true' }, 'allowed'],
      [{ 'key aws:securetransport': 'false' }, 'denied'],
      [{}, 'denied']
    ]
  },
  {
    what: 'an ARN is compared segment by segment, a * of ArnLike stays in its own',
    page: 'Condition operators: ArnLike',
    of: only({ ArnLike: { 'aws:SourceArn': 'arn:aws:s3:*:*:a*' } }),
    asks: [
      [{ 'key aws:sourcearn': 'arn:aws:s3:::abc' }, 'allowed'],
      [{ 'key aws:sourcearn': 'arn:aws:sns:x:1:abc' }, 'denied']
    ]
  },
  ...[
    { DateGreaterThan: { 'aws:CurrentTime': '2020-01-01T00:00:00Z' } },
    { IpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
    { BinaryEquals: { 'aws:x': 'QmluYXJ5' } }
  ].map((condition): Row => ({
    what: `${Object.keys(condition).join()} is not decided`,
    page: 'Condition operators',
    of: only(condition),
    apart: 'it is not decided here',
    asks: [[{}, 'undecided']]
  })),
  {
    what: 'a policy variable is not decided',
    page: 'Policy elements: Variables and tags',
    of: { identity: [allow({ Resource: `${bucket}/\${aws:username}` })] },
    apart: 'it is not decided here',
    asks: [[{ resource: `${bucket}/ann` }, 'undecided']]
  },
  {
    what: 'in the version of 2008 a policy variable is a text',
    page: 'IAM JSON policy elements: Version',
    of: { identity: [allow({ Resource: `${bucket}/\${aws:username}` })] },
    version: '2008-10-17',
    apart: 'it reads variables in each version',
    asks: [
      [{ resource: `${bucket}/\${aws:username}` }, 'allowed'],
      [{ resource: `${bucket}/ann` }, 'denied']
    ]
  },
  {
    what: 'a denial on a condition goes before every allowance, where it is met',
    page: 'Policy evaluation logic',
    of: { identity: [allow(), deny({ Condition: { Bool: { 'aws:SecureTransport': 'false' } } })] },
    asks: [
      [{ 'key aws:securetransport': 'false' }, 'denied'],
      [{ 'key aws:securetransport': 'true' }, 'allowed'],
      [{}, 'allowed']
    ]
  },

  // Principals.
  ...[account, `arn:aws:iam::${account}:root`].map((name): Row => ({
    what: `the account, written ${name}`,
    page: 'IAM JSON policy elements: Principal, AWS account principals',
    of: trusts({ AWS: name }),
    asks: [
      [become(role('Any')), 'allowed'],
      [become(role('Any', other)), 'denied']
    ]
  })),
  ...['*', { AWS: '*' }, { AWS: ['*'] }].map((name): Row => ({
    what: `everybody, written ${JSON.stringify(name)}`,
    page: 'IAM JSON policy elements: Principal, All principals',
    of: trusts(name),
    asks: [
      [become(role('Any')), 'allowed'],
      [become(role('Any', other)), 'allowed']
    ]
  })),
  {
    what: 'a role',
    page: 'IAM JSON policy elements: Principal, IAM role principals',
    of: trusts({ AWS: role('a/Planner') }),
    asks: [
      [become(role('a/Planner')), 'allowed'],
      [become(role('a/Other')), 'denied']
    ]
  },
  {
    what: 'a session of a role, which has its name and no path',
    page: 'IAM JSON policy elements: Principal, Assumed-role session principals',
    of: trusts({ AWS: `arn:aws:sts::${account}:assumed-role/Planner/ann` }),
    asks: [
      [become(`${role('a/Planner')} ann`), 'allowed'],
      [become(`${role('Planner')} ann`), 'allowed'],
      [become(`${role('a/Planner')} bob`), 'denied']
    ]
  },
  {
    what: 'a service',
    page: 'IAM JSON policy elements: Principal, AWS service principals',
    of: trusts({ Service: 'ec2.amazonaws.com' }),
    apart: 'services are asked about by their name alone',
    asks: [
      [become('Service ec2.amazonaws.com'), 'allowed'],
      [become(role('Any')), 'denied']
    ]
  },
  {
    what: 'a federated identity',
    page: 'IAM JSON policy elements: Principal, Federated user principals',
    of: trusts({ Federated: `arn:aws:iam::${account}:saml-provider/x` }, { Action: 'sts:AssumeRoleWithSAML' }),
    apart: 'federated identities are asked about by their name alone',
    asks: [
      [{ ...become(`Federated arn:aws:iam::${account}:saml-provider/x`), action: 'sts:assumerolewithsaml' }, 'allowed'],
      [{ ...become(role('Any')), action: 'sts:assumerolewithsaml' }, 'denied']
    ]
  },
  ...[
    { AWS: 'AROAEXAMPLEEXAMPLE123' },
    { AWS: 'AIDAEXAMPLEEXAMPLE123' },
    { AWS: role('*') },
    { AWS: `arn:aws:iam::${account}:group/x` }
  ].map((name): Row => ({
    what: `a principal that is not read: ${JSON.stringify(name)}`,
    page: 'IAM JSON policy elements: Principal',
    of: trusts(name),
    apart: 'it is not decided here',
    asks: [[become(role('Any')), 'undecided']]
  })),
  {
    what: 'NotPrincipal is not decided',
    page: 'IAM JSON policy elements: NotPrincipal',
    of: { trust: [{ Effect: 'Allow', NotPrincipal: { AWS: role('A') }, Action: 'sts:AssumeRole' }] },
    apart: 'it is not decided here',
    asks: [[become(role('Any')), 'undecided']]
  }
]

const pointOf = (carries: Row['asks'][number][0]): Point => {
  const of = (value: string | ReadonlyArray<string> | undefined): Carried =>
    value === undefined
      ? carriesNothing
      : typeof value === 'string'
        ? carriesOne(value)
        : { texts: value, isList: true }
  const usual = { principal: operator, action: 's3:GetObject', resource: object }
  return new Map(
    Object.entries({ ...usual, ...carries }).map(([name, value]) => [
      name,
      of(name === 'action' && typeof value === 'string' ? value.toLowerCase() : value)
    ])
  )
}

const documentsOf = ({ of, version = '2012-10-17' }: Row): Documents => ({
  ...none,
  ...Object.fromEntries(
    Object.entries(of).map(([name, Statement]) => [name, { Version: version, Statement } as unknown as PolicyDocument])
  )
})

/** What the engine says of one request: that of two sides, where one is the policies and the other is none. */
const decided = (documents: Documents, point: Point): Answer => {
  const found = difference(accessOf(none), accessOf({ ...documents }))
  const change = changeAt(found, point)
  if (change === undefined) return 'denied'
  return change.undecided.length > 0 ? 'undecided' : change.after.level > 0 ? 'allowed' : 'denied'
}

const test = suite('access, known to be hard')

for (const row of rows)
  test(`${row.what} (${row.page})`, () => {
    const documents = documentsOf(row)
    for (const [carries, expected] of row.asks) {
      const point = pointOf(carries)
      assert.is(decided(documents, point), expected, JSON.stringify(carries))
      if (row.apart === undefined)
        assert.is(simulatedAt(documents, point), expected, `the simulator: ${JSON.stringify(carries)}`)
    }
  })

test.run()
