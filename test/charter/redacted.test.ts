import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { redacted, redactedJson } from '../../src/charter/redacted.ts'

const test = suite('redacted')

test('a line that holds something sensitive is named by kind, the others stay', () => {
  assert.is(
    redacted('a plain line\ncontact jane.doe@zenthea.eu\nanother'),
    'a plain line\n(not shown: e-mail address)\nanother'
  )
})

test('a name in the line counts', () => {
  for (const line of [
    'tags.dbPassword: hunter22 → hunter23',
    'Owner=platform, Patient=Jane Doe',
    'dateOfBirth: 1984-03-12',
    '+    "Kennwort": "Winter26"'
  ])
    assert.match(redacted(line), /^\(not shown: [^:]+\)$/, line)
})

test('what a person reads every day stays as it is', () => {
  for (const line of [
    'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator',
    'ExpiredToken: The security token included in the request is expired',
    'InvalidClientTokenId: The security token included in the request is invalid.',
    'AccessDenied: User: arn:aws:sts::111122223333:assumed-role/Operator is not authorized to perform: s3:GetObject',
    '--proxy takes an address such as http://proxy.example:3128, without a user, a password or a path',
    'sha256 9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
    '  to do     npm run tofu -- stacks/staging-eu.ts apply',
    'Plan: 7 to import, 0 to add, 0 to change, 0 to destroy',
    'dynamodb:LeadingKeys is zenthea-staging-eu-tfstate/111122223333/staging/eu/terraform.tfstate-md5',
    'request id 4442587FB7D0A2F9, host id abc',
    'out/staging-eu/main.tf.json  written  24 resources'
  ])
    assert.is(redacted(line), line)
})

test('in a document each text and each key', () => {
  assert.equal(redactedJson({ a: ['jane.doe@zenthea.eu', 1, null, true], 'jane.doe@zenthea.eu': { b: 'x' } }), {
    a: ['(not shown: e-mail address)', 1, null, true],
    '(not shown: e-mail address)': { b: 'x' }
  })
})

test.run()
