import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { BucketSettings } from '../../../src/outside/aws/bucket.port.ts'
import { bucketOf } from '../../support/bucket-of.ts'
import { given, settings } from '../../support/bucket-answers.ts'
import { portsOn, refusal } from '../../support/noting-ports.ts'

const test = suite('each declared setting of a bucket, as AWS tells it')

const of = bucketOf('a-bucket', '111122223333')

type Read = readonly [answer: object, readAs: unknown]

/** Each setting that a stack declares: what it is read as. Source: Amazon S3 API Reference. */
const declared: Readonly<Record<string, readonly [keyof BucketSettings, ReadonlyArray<Read>]>> = {
  GetBucketOwnershipControls: [
    'ownership',
    [
      [given.GetBucketOwnershipControls, O.some('BucketOwnerEnforced')],
      [refusal('OwnershipControlsNotFoundError'), O.none],
      [{ OwnershipControls: { Rules: [] } }, 'the answer has no ObjectOwnership']
    ]
  ],
  GetBucketTagging: [
    'tags',
    [
      [{ TagSet: [{ Key: 'a', Value: 'b' }, { Key: 'aws:c' }] }, { a: 'b', 'aws:c': '' }],
      [refusal('NoSuchTagSet'), {}]
    ]
  ],
  GetPublicAccessBlock: [
    'publicAccess',
    [
      ...['BlockPublicAcls', 'BlockPublicPolicy', 'IgnorePublicAcls', 'RestrictPublicBuckets'].map((name): Read => [
        { PublicAccessBlockConfiguration: { [name]: true } },
        O.some({
          blockPublicAcls: name === 'BlockPublicAcls',
          blockPublicPolicy: name === 'BlockPublicPolicy',
          ignorePublicAcls: name === 'IgnorePublicAcls',
          restrictPublicBuckets: name === 'RestrictPublicBuckets'
        })
      ]),
      [refusal('NoSuchPublicAccessBlockConfiguration'), O.none]
    ]
  ],
  GetBucketEncryption: [
    'encryption',
    [
      [given.GetBucketEncryption, O.some({ algorithm: 'AES256', key: undefined })],
      [
        {
          ServerSideEncryptionConfiguration: {
            Rules: [{ ApplyServerSideEncryptionByDefault: { SSEAlgorithm: 'aws:kms', KMSMasterKeyID: 'k' } }]
          }
        },
        O.some({ algorithm: 'aws:kms', key: 'k' })
      ],
      [refusal('ServerSideEncryptionConfigurationNotFoundError'), O.none],
      [{}, 'the answer has no rule'],
      [{ ServerSideEncryptionConfiguration: { Rules: [] } }, 'the answer has no SSEAlgorithm'],
      [{ ServerSideEncryptionConfiguration: { Rules: [{}, {}] } }, 'the answer has more than one rule']
    ]
  ],
  GetBucketVersioning: [
    'versioning',
    [
      [{}, O.none],
      [{ Status: 'Enabled' }, O.some('Enabled')],
      [{ Status: 'Enabled', MFADelete: 'Disabled' }, O.some('Enabled')],
      [{ Status: 'Enabled', MFADelete: 'Enabled' }, O.some('Enabled, with MFA delete Enabled')],
      [{ MFADelete: 'Enabled' }, O.some('Suspended, with MFA delete Enabled')]
    ]
  ],
  GetBucketPolicy: [
    'policy',
    [
      [given.GetBucketPolicy, O.some('{"Statement":[]}')],
      [refusal('NoSuchBucketPolicy'), O.none],
      [{}, 'the answer has no Policy']
    ]
  ]
}
for (const [command, [name, reads]] of Object.entries(declared))
  test(`${command} is read as ${name}`, async () => {
    for (const [answer, readAs] of reads) {
      const found = await settings({ [command]: answer })
      assert.equal(typeof found === 'string' ? found : found[name], readAs, JSON.stringify(answer))
    }
  })

test('a policy that is not JSON is not an answer', async () => {
  assert.match(JSON.stringify(await settings({ GetBucketPolicy: { Policy: '<html>' } })), /JSON/)
})

test('another refusal of one of these questions is a failure, with its call and its code', async () => {
  for (const command of Object.keys(declared)) {
    const found = await portsOn({ ...given, [command]: refusal('NoSuchThing', 400) }).bucket.settings(of)()
    assert.equal(E.isLeft(found) && [found.left.call, found.left.code], [`S3 ${command}`, 'NoSuchThing'])
  }
})

test('each of these questions is asked once, about this bucket of this account', async () => {
  const { asked, bucket } = portsOn(given)
  await bucket.settings(of)()
  for (const command of Object.keys(declared))
    assert.equal(
      asked.filter(([name]) => name === command),
      [[command, { Bucket: 'a-bucket', ExpectedBucketOwner: '111122223333' }]]
    )
})

test.run()
