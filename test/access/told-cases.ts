import { type Documents, account, allow, bucket, deny, keys, policy, role, trust, trusts } from './documents.ts'

type Told = readonly [what: string, before: Documents, after: Documents]

const when = (condition: Parameters<typeof allow>[0] & object) => allow({ Condition: condition })
const some = (user: string): string => `arn:aws:iam::${account}:user/${user}`

/** Changes whose words rest on more than one thing: several operators, several principals, several ways. */
export const told: ReadonlyArray<Told> = [
  [
    'two things that cannot be decided, written in no order',
    policy(),
    policy(when({ Zoom: { k: 'a' }, Date: { j: 'b' } }), when({ Looks: { k: 'a' } }))
  ],
  [
    'what cannot be decided narrows, and is told as what may widen',
    policy(allow()),
    policy(allow(), deny({ Condition: { Looks: { k: 'a' } } }))
  ],
  [
    'a key that is a number here and a text there, before',
    policy(when({ NumericLessThan: { k: '5' } }), allow({ Action: 's3:A', Condition: { StringEquals: { k: 'a' } } })),
    policy(allow({ Action: 's3:A', Condition: { StringEquals: { k: 'a' } } }))
  ],
  [
    'a key that is a number here and a text there, after',
    policy(when({ StringEquals: { k: 'a' } })),
    policy(when({ StringEquals: { k: 'a' } }), allow({ Action: 's3:A', Condition: { NumericLessThan: { k: '5' } } }))
  ],
  [
    'two keys, one of them a number alone',
    policy(when({ NumericLessThan: { n: '5' }, StringEquals: { k: 'a' } })),
    policy(when({ NumericLessThan: { n: '7' }, StringEquals: { k: ['a', 'b'] } }))
  ],
  [
    'each value of a list',
    policy(allow(keys('ForAllValues:StringEquals', ['a', 'b']))),
    policy(allow(keys('ForAllValues:StringEquals', ['a', 'b', 'c'])))
  ],
  [
    'any value of a list',
    policy(allow(keys('ForAnyValue:StringLike', ['a*']))),
    policy(allow(keys('ForAnyValue:StringLike', ['a*', 'b*'])))
  ],
  [
    'a list beside one value',
    policy(allow(keys('StringEquals', 'a'))),
    policy(allow(keys('StringEquals', 'a')), allow({ Action: 's3:A', ...keys('ForAnyValue:StringEquals', 'b') }))
  ],
  [
    'principals, written in no order',
    trust(),
    trust(trusts({ Principal: { AWS: [some('zoe'), some('anna'), role], Service: 'ec2.amazonaws.com' } }))
  ],
  ['a principal that is not a text', trust(), trust(trusts({ Principal: { AWS: { a: 'b' } as never } }))],
  ['a principal that is a list', trust(), trust(trusts({ Principal: ['a'] }))],
  [
    'NotPrincipal that names others',
    { bucket: [] },
    { bucket: [deny({ NotPrincipal: { AWS: some('anna') }, Resource: `${bucket}/*` })] }
  ],
  ['a condition that is not an object', policy(), policy(when('x' as never))],
  ['an operator whose keys are no object', policy(), policy(when({ StringEquals: 'x' }))],
  ['a key whose value is an object', policy(), policy(when({ StringEquals: { k: { z: 1, a: 2 } } }))],
  ['an action without a service', policy(), policy(allow({ Action: ['getobject', 'S3:GetObject'] }))],
  ['a resource of too few parts', policy(), policy(allow({ Resource: ['arn:aws:s3:b', '*'] }))],
  ['Action and NotAction at once', policy(), policy(allow({ NotAction: 's3:A' }))],
  ['a statement that is not understood, with its Sid', policy(), policy(allow({ Sid: 'Mine', Unless: 'x' }))],
  ['a denial that is not understood', policy(allow()), policy(allow(), deny({ Sid: 'Mine', Unless: 'x' }))],
  [
    'denials, told by their Sid in order',
    policy(allow()),
    policy(allow(), deny({ Sid: 'Zulu' }), deny({ Sid: 'Alpha' }), deny({ Sid: '' }))
  ],
  [
    'two ways at once, in order',
    policy(),
    policy(when({ StringEquals: { z: '1' } }), when({ StringEquals: { a: '2' }, Bool: { m: 'true' } }))
  ],
  ['any action on any resource', policy(), policy(allow({ Action: '*', Resource: '*' }))]
]
