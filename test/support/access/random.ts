import fc from 'fast-check'
import type { Access } from '../../../src/access/access.ts'
import type { Conditions, PolicyDocument, Statement } from '../../../src/iam/document.ts'

/** The stack that random policies speak of. */
export const account = '111122223333'
export const bucket = 'arn:aws:s3:::b-state'
export const operator = `arn:aws:iam::${account}:role/f/Operator`
const automation = `arn:aws:iam::${account}:role/f/Automation`
const table = `arn:aws:dynamodb:eu-central-1:${account}:table/locks`

const some = <A>(items: ReadonlyArray<A>, maxLength = 3): fc.Arbitrary<Array<A>> =>
  fc.uniqueArray(fc.constantFrom(...items), { minLength: 1, maxLength })

const actions = [
  '*',
  's3:*',
  's3:GetObject',
  's3:getOBJECT',
  's3:Get*',
  's3:*Object',
  's3:?etObject',
  's3:PutObject',
  's3:GetObject*',
  'dynamodb:PutItem',
  'dynamodb:*Item',
  'sts:AssumeRole',
  'sts:*',
  'iam:GetRole'
]
const resources = [
  '*',
  bucket,
  `${bucket}/*`,
  `${bucket}/a/key`,
  `${bucket}/a/*`,
  `${bucket}/?/k*y`,
  'arn:aws:s3:::b-stat?',
  `${bucket}/\${aws:username}`,
  table,
  `${table}*`,
  `arn:aws:dynamodb:*:${account}:table/locks`,
  operator,
  automation,
  `arn:aws:iam::${account}:role/*`
]
const principals: ReadonlyArray<NonNullable<Statement['Principal']> | { readonly Service: string }> = [
  '*',
  { AWS: ['*'] },
  { AWS: [account] },
  { AWS: [`arn:aws:iam::${account}:root`] },
  { AWS: ['arn:aws:iam::999988887777:root'] },
  { AWS: [operator] },
  { AWS: [automation, `arn:aws:iam::${account}:role/Other`] },
  { AWS: [`arn:aws:sts::${account}:assumed-role/Operator/ann`] },
  { AWS: [`arn:aws:iam::${account}:user/operators/ann`, account] },
  { AWS: ['arn:aws:iam::999988887777:role/Other'] },
  { AWS: [`arn:aws:iam::${account}:role/f/*`] },
  { Service: 'ec2.amazonaws.com' }
]
/** Of what is not decided: a change of it may widen. A denial alone may have it. */
const notPrincipals: ReadonlyArray<object> = [
  { AWS: [operator] },
  { AWS: [`arn:aws:iam::${account}:user/operators/ann`, `arn:aws:iam::${account}:root`] },
  { AWS: ['arn:aws:iam::999988887777:root'] }
]

const line = (names: ReadonlyArray<string>, key: string, values: ReadonlyArray<string>): fc.Arbitrary<Conditions> =>
  fc
    .tuple(fc.constantFrom(...names), fc.constantFrom(key, key.toUpperCase()), some(values))
    .chain(([name, spelled, list]) =>
      fc.constantFrom<Conditions>({ [name]: { [spelled]: list } }, { [name]: { [spelled]: list[0] ?? '' } })
    )

const texts = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike', 'StringEqualsIfExists']
const arns = ['ArnLike', 'ArnNotLike', 'ArnEquals', 'ArnNotEquals', 'ArnLikeIfExists']
const numbers = [
  'NumericLessThan',
  'NumericLessThanEquals',
  'NumericGreaterThan',
  'NumericNotEquals',
  'NumericEquals',
  'NumericLessThanIfExists'
]
const lines = [
  line(texts, 'aws:RequestedRegion', ['eu-central-1', 'eu-*', 'eu-west-1', '*']),
  line(['Bool', 'BoolIfExists'], 'aws:SecureTransport', ['true', 'false', 'True']),
  line(numbers, 's3:TlsVersion', ['1.2', '1.3', '1']),
  line(numbers, 'aws:MultiFactorAuthAge', ['3600', '43200', '60']),
  line(['Bool', 'Null'], 'aws:MultiFactorAuthPresent', ['true', 'false']),
  line(
    ['ForAllValues:StringEquals', 'ForAnyValue:StringEquals', 'ForAnyValue:StringNotEquals', 'ForAllValues:StringLike'],
    'dynamodb:LeadingKeys',
    ['lock', 'lock-md5', 'lock*']
  ),
  line(['Null'], 'dynamodb:LeadingKeys', ['true', 'false']),
  line(['StringLike', 'StringNotLike'], 'dynamodb:LeadingKeys', ['lock', 'lock*']),
  line(arns, 'aws:PrincipalArn', [
    operator,
    `arn:aws:iam::${account}:role/f/*`,
    `arn:aws:iam::${account}:user/operators/*`,
    'arn:aws:iam::*:role/*'
  ]),
  line(['StringEquals', 'StringNotEquals'], 'aws:PrincipalAccount', [account, '999988887777']),
  line(arns, 'aws:SourceArn', ['arn:aws:s3:*:*:a*', 'arn:aws:s3:::a?c', 'arn:aws:sns:eu-central-1:1:x']),
  line(
    [
      'ForAnyValue:StringLike',
      'ForAllValues:StringNotEquals',
      'ForAnyValue:StringNotLike',
      'ForAllValues:StringNotLike'
    ],
    'aws:TagKeys',
    ['team', 'team*', '*-id', 'cost']
  ),
  line(['Null'], 'aws:TagKeys', ['true', 'false']),
  line(['StringNotEqualsIfExists', 'StringLikeIfExists', 'StringNotLikeIfExists'], 's3:prefix', ['a/', 'a/*', '?/']),
  line(['NumericGreaterThanEqualsIfExists', 'NumericNotEqualsIfExists'], 's3:max-keys', ['10', '100', '1.5'])
]

/** What is not decided, for itself. */
const undecidedLines = [
  line(['DateLessThan', 'DateGreaterThanEquals', 'DateNotEquals'], 'aws:CurrentTime', [
    '2026-01-01T00:00:00Z',
    '2030-01-01T00:00:00Z'
  ]),
  line(['IpAddress', 'NotIpAddress'], 'aws:SourceIp', ['10.0.0.0/8', '192.0.2.0/24', '10.1.0.0/16']),
  line(['StringEquals', 'StringNotLike'], 'aws:PrincipalTag/team', ['${aws:username}', 'a'])
]

const conditions = fc.oneof(
  { arbitrary: fc.constant<Conditions | undefined>(undefined), weight: 3 },
  {
    arbitrary: fc
      .uniqueArray(
        fc.oneof({ arbitrary: fc.oneof(...lines), weight: 9 }, { arbitrary: fc.oneof(...undecidedLines), weight: 1 }),
        { minLength: 1, maxLength: 3, selector: (one) => Object.keys(one)[0] ?? '' }
      )
      .map((list): Conditions | undefined => Object.assign({}, ...list) as Conditions),
    weight: 4
  }
)

const oneOrMany = <A>(list: ReadonlyArray<A>, isOne: boolean): unknown => (isOne && list.length === 1 ? list[0] : list)

type Kind = 'identity' | 'resource' | 'trust'

const statement = (kind: Kind): fc.Arbitrary<Statement> =>
  fc
    .record({
      Effect: fc.constantFrom('Allow', 'Allow', 'Deny'),
      isOne: fc.boolean(),
      not: fc.constantFrom('', '', '', 'Not'),
      actions: some(
        kind === 'trust'
          ? ['sts:AssumeRole', 'sts:*', 'sts:Assume*', 'sts:TagSession']
          : kind === 'resource'
            ? actions.filter((one) => one.startsWith('s3:'))
            : actions
      ),
      notResource: fc.constantFrom('', '', '', 'Not'),
      resources: some(kind === 'resource' ? resources.filter((one) => one.startsWith(bucket)) : resources),
      principal: fc.constantFrom(...principals),
      notPrincipal: fc.option(fc.constantFrom(...notPrincipals), { freq: 8 }),
      Condition: conditions
    })
    .map(
      ({ Effect, isOne, not, actions: list, notResource, resources: places, principal, notPrincipal, Condition }) => {
        const made = {
          Effect,
          ...(kind !== 'identity' &&
            (Effect === 'Deny' && notPrincipal !== null ? { NotPrincipal: notPrincipal } : { Principal: principal })),
          [kind === 'trust' ? 'Action' : `${not}Action`]: oneOrMany(list, isOne),
          ...(kind !== 'trust' && { [`${notResource}Resource`]: oneOrMany(places, isOne) }),
          ...(Condition && { Condition })
        }
        return made as unknown as Statement
      }
    )

const document = (kind: Kind, most = 4): fc.Arbitrary<PolicyDocument> =>
  fc.array(statement(kind), { minLength: 1, maxLength: most }).map((list) => ({
    Version: '2012-10-17',
    Statement: list.map((one, index) => ({ ...one, Sid: `S${index}` }))
  }))

const maybe = <A>(of: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> => fc.option(of, { nil: undefined, freq: 2 })

type Documents = {
  readonly identity: PolicyDocument
  readonly boundary: PolicyDocument | undefined
  readonly trust: PolicyDocument
  readonly policy: PolicyDocument | undefined
}

/** The documents of one side. */
const documents: fc.Arbitrary<Documents> = fc.record({
  identity: document('identity'),
  boundary: maybe(document('identity', 3)),
  trust: document('trust', 3),
  policy: maybe(document('resource'))
})

/** Two sides: the second is the first with one to three documents or statements of another. */
export const pairs: fc.Arbitrary<readonly [Documents, Documents]> = fc
  .tuple(
    documents,
    documents,
    fc.subarray(['identity', 'boundary', 'trust', 'policy'] as const, { minLength: 1 }),
    fc.nat(3)
  )
  .map(([one, other, parts, at]) => {
    const changed = parts.map((part) => {
      const [mine, its] = [one[part], other[part]]
      if (mine === undefined || its === undefined) return [part, its]
      const list = mine.Statement.filter((_, index) => index !== at)
      return [part, { ...mine, Statement: [...list, ...its.Statement.slice(0, 1)] }]
    })
    return [one, { ...one, ...(Object.fromEntries(changed) as Partial<Documents>) }] as const
  })

/** The documents as what the engine compares. */
export const accessOf = ({ identity, boundary, trust, policy }: Documents): Access => {
  const json = (of: PolicyDocument | undefined): never => of as never
  return {
    partition: 'aws',
    roles: [
      {
        name: 'the operator role',
        arn: operator,
        policies: [json(identity)],
        boundary: json(boundary),
        trust: json(trust)
      }
    ],
    buckets: [{ arn: bucket, account, policy: json(policy) }]
  }
}

export type { Documents }
