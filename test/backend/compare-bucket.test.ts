import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { compareBucket, untouchedBucket } from '../../src/backend/compare-bucket.ts'
import type { BucketSettings, UndeclaredOfBucket } from '../../src/outside/aws/bucket.port.ts'
import { wantedOfStaging } from '../support/wanted.ts'

const test = suite('each setting of a bucket, as AWS may answer it')

const { bucket } = wantedOfStaging()
const on = { blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true }
const allOff = {
  blockPublicAcls: false,
  blockPublicPolicy: false,
  ignorePublicAcls: false,
  restrictPublicBuckets: false
}
const policy = (of: unknown): BucketSettings['policy'] => O.some(JSON.stringify(of))

const right: BucketSettings = {
  ownership: O.some('BucketOwnerEnforced'),
  publicAccess: O.some(on),
  encryption: O.some({ algorithm: 'AES256', key: undefined }),
  versioning: O.some('Enabled'),
  policy: policy(bucket.policy),
  tags: bucket.tags,
  undeclared: untouchedBucket
}

const tags = (change: Readonly<Record<string, string>>) => ({ ...bucket.tags, ...change }) as BucketSettings['tags']
const [firstTag = '', firstValue = ''] = Object.entries(bucket.tags)[0] ?? []
const withoutFirst = Object.fromEntries(Object.entries(bucket.tags).slice(1)) as BucketSettings['tags']
const [statement] = bucket.policy.Statement

type Row = readonly [
  what: string,
  change: Partial<BucketSettings>,
  name: string,
  standing: 'unset' | 'wrong',
  actual: RegExp
]

const rows: ReadonlyArray<Row> = [
  ['no ownership', { ownership: O.none }, 'ownership', 'unset', /^not set$/],
  ['ownership of writers', { ownership: O.some('ObjectWriter') }, 'ownership', 'wrong', /^ObjectWriter$/],
  ['preferred ownership', { ownership: O.some('BucketOwnerPreferred') }, 'ownership', 'wrong', /Preferred/],
  ['no tags', { tags: {} }, 'tags', 'unset', /^none$/],
  ['a tag too few', { tags: withoutFirst }, 'tags', 'wrong', /=/],
  ['another value of a tag', { tags: tags({ [firstTag]: `${firstValue}x` }) }, 'tags', 'wrong', /=/],
  ['no block of public access', { publicAccess: O.none }, 'public access', 'unset', /^not set$/],
  ...(Object.keys(on) as ReadonlyArray<keyof typeof on>).map((flag): Row => [
    `${flag} off`,
    { publicAccess: O.some({ ...on, [flag]: false }) },
    'public access',
    'wrong',
    new RegExp(
      `^blocked only by ${Object.keys(on)
        .filter((other) => other !== flag)
        .join(', ')}$`
    )
  ]),
  ['all four off', { publicAccess: O.some(allOff) }, 'public access', 'wrong', /^blocked only by nothing$/],
  ['no encryption', { encryption: O.none }, 'encryption', 'unset', /^not set$/],
  ['KMS', { encryption: O.some({ algorithm: 'aws:kms', key: undefined }) }, 'encryption', 'wrong', /^aws:kms$/],
  [
    'twice KMS',
    { encryption: O.some({ algorithm: 'aws:kms:dsse', key: 'k' }) },
    'encryption',
    'wrong',
    /dsse with the key k/
  ],
  [
    'a key beside it',
    { encryption: O.some({ algorithm: 'AES256', key: 'k' }) },
    'encryption',
    'wrong',
    /with the key k/
  ],
  ['no versioning', { versioning: O.none }, 'versioning', 'unset', /^not set$/],
  ['suspended versioning', { versioning: O.some('Suspended') }, 'versioning', 'wrong', /^Suspended$/],
  ['no policy', { policy: O.none }, 'policy', 'unset', /^not set$/],
  ...['{', '"text"', '[]', '{"Statement":"text"}'].map((text): Row => [
    `a policy that is ${text}`,
    { policy: O.some(text) },
    'policy',
    'wrong',
    /^another text$/
  ]),
  [
    'a policy of its own',
    { policy: O.some('{"Statement":[{"Sid":"A"},{},{"Sid":"B"}]}') },
    'policy',
    'wrong',
    /: A, a statement without a Sid, B$/
  ],
  [
    'a policy without statements',
    { policy: policy({ ...bucket.policy, Statement: [] }) },
    'policy',
    'wrong',
    /another policy/
  ],
  [
    'a statement too few',
    { policy: policy({ ...bucket.policy, Statement: bucket.policy.Statement.slice(1) }) },
    'policy',
    'wrong',
    /another policy/
  ],
  [
    'a statement without its Sid too many',
    { policy: policy({ ...bucket.policy, Statement: [...bucket.policy.Statement, { ...statement, Sid: undefined }] }) },
    'policy',
    'wrong',
    /a statement without a Sid/
  ],
  [
    'a statement that allows',
    {
      policy: policy({
        ...bucket.policy,
        Statement: bucket.policy.Statement.map((one) => ({ ...one, Effect: 'Allow' }))
      })
    },
    'policy',
    'wrong',
    /another policy/
  ]
]

/** AWS's words for each setting that no stack declares: what changes nothing, and what does. */
const others: Readonly<Record<UndeclaredOfBucket, readonly [harmless: ReadonlyArray<string>, other: string]>> = {
  'access list': [['FULL_CONTROL for the owner'], 'READ for everyone'],
  acceleration: [['none', 'Suspended'], 'Enabled'],
  'attribute-based access': [['none', 'Disabled'], 'Enabled'],
  'cross-origin access': [['none'], 'GET from *'],
  inventories: [['none'], 'daily'],
  lifecycle: [['none'], 'an expiration'],
  logging: [['none'], 'to another-bucket'],
  'metadata tables': [['none'], 'a table'],
  notifications: [['none'], 'a queue'],
  'object lock': [['none'], 'Enabled'],
  replication: [['none'], 'to another-bucket'],
  'request payment': [['BucketOwner'], 'Requester'],
  tiering: [['none'], 'Archive'],
  website: [['none'], 'index.html']
}

/** What a person reads of the bucket where all is as declared, by hand from the stack. */
const shown: Readonly<Record<string, string>> = {
  ownership: 'BucketOwnerEnforced',
  tags: 'Environment=staging, ManagedBy=zenthea-foundation, Phase=J.7.0, Purpose=OpenTofu state',
  'public access': 'blocked four ways',
  encryption: 'AES256',
  versioning: 'Enabled',
  policy: 'TlsOnly, TlsNotBelow12, ThisAccountOnly, DeclaredEncryptionOnly, HistoryStays, BootstrapPrincipalSetsPolicy',
  ...Object.fromEntries(Object.entries(others).map(([name, [[harmless = '']]]) => [name, harmless]))
}

test('each setting is shown as it is declared beside as it is, in one order', () => {
  assert.equal(
    compareBucket(bucket, {
      ...right,
      undeclared: Object.fromEntries(
        Object.entries(others).map(([name, [[harmless]]]) => [name, harmless])
      ) as BucketSettings['undeclared']
    }).map(({ name, actual }) => [name, actual]),
    Object.entries(shown)
  )
  for (const { name, expected } of compareBucket(bucket, right))
    assert.is(expected, name === 'attribute-based access' ? 'Disabled' : shown[name], name)
})

const notRight = (found: BucketSettings) => compareBucket(bucket, found).filter(({ standing }) => standing !== 'right')

test('as declared, nothing differs, also with a tag of an organisation beside them', () => {
  assert.equal(notRight(right), [])
  assert.equal(notRight({ ...right, tags: tags({ 'org:owner': 'x' }) }), [])
})

for (const [what, change, name, standing, actual] of rows)
  test(`${what}: that setting differs, and no other`, () => {
    const found = notRight({ ...right, ...change })
    assert.equal(
      found.map((one) => [one.name, one.standing]),
      [[name, standing]]
    )
    assert.match(found[0]?.actual ?? '', actual)
  })

for (const [name, [harmless, other]] of Object.entries(others))
  test(`a setting that no stack declares: ${name}`, () => {
    for (const said of [...harmless, other, '']) {
      const found = notRight({ ...right, undeclared: { ...untouchedBucket, [name]: said } })
      assert.equal(
        found.map((one) => [one.name, one.standing, one.actual]),
        harmless.includes(said) ? [] : [[name, 'wrong', said]],
        said
      )
    }
  })

test('the two lists hold each setting that is read', () => {
  const named = [...rows.map(([, , name]) => name), ...Object.keys(others)]
  assert.equal(
    compareBucket(bucket, right)
      .map(({ name }) => name)
      .filter((name) => !named.includes(name)),
    []
  )
})

test.run()
