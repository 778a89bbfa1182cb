import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { wantedOf } from '../../src/backend/wanted.ts'
import { emittedStaging } from '../support/wanted.ts'

const test = suite('what an emitted file wants of AWS')

type Body = Record<string, unknown>
type File = {
  resource: Record<string, Record<string, Body>>
  provider: Record<string, Body>
  locals: Record<string, Body>
}

const emitted = emittedStaging()
const changed = (change: (file: File) => void) => {
  const file = JSON.parse(emitted.text) as File
  change(file)
  return wantedOf({ ...emitted, text: JSON.stringify(file) })
}

test('the committed stack, with its default tags and its own', () => {
  const wanted = wantedOf(emitted)
  assert.ok(E.isRight(wanted))
  if (E.isRight(wanted))
    assert.equal(wanted.right.bucket.tags, {
      Environment: 'staging',
      ManagedBy: 'zenthea-foundation',
      Phase: 'J.7.0',
      Purpose: 'OpenTofu state'
    })
})

test('a tag of its own wins over a default one, as in the provider', () => {
  const wanted = changed(({ resource }) =>
    Object.assign(resource['aws_dynamodb_table']?.['lock']?.['tags'] ?? {}, { Phase: 'own' })
  )
  assert.is(E.isRight(wanted) && wanted.right.table.tags['Phase'], 'own')
  assert.is(E.isRight(wanted) && wanted.right.bucket.tags['Phase'], 'J.7.0')
})

const beyond: Readonly<Record<string, (file: File) => void>> = {
  'a setting that seed does not make': ({ resource }) =>
    Object.assign(resource['aws_s3_bucket']?.['state'] ?? {}, { object_lock_enabled: true }),
  'another encryption': ({ resource }) =>
    Object.assign(resource['aws_s3_bucket_server_side_encryption_configuration']?.['state'] ?? {}, {
      rule: { apply_server_side_encryption_by_default: { sse_algorithm: 'aws:kms' } }
    }),
  'a flag that is off': ({ resource }) =>
    Object.assign(resource['aws_s3_bucket_public_access_block']?.['state'] ?? {}, { block_public_acls: false }),
  'a second bucket': ({ resource }) =>
    Object.assign(resource['aws_s3_bucket'] ?? {}, { other: resource['aws_s3_bucket']?.['state'] }),
  'a table of another key': ({ resource }) =>
    Object.assign(resource['aws_dynamodb_table']?.['lock'] ?? {}, { hash_key: 'Id' }),
  'a setting of the table that seed does not make': ({ resource }) =>
    Object.assign(resource['aws_dynamodb_table']?.['lock'] ?? {}, { ttl: { enabled: true } }),
  'no table': ({ resource }) => delete resource['aws_dynamodb_table'],
  'a tag with an expression': ({ resource }) =>
    Object.assign(resource['aws_s3_bucket']?.['state'] ?? {}, { tags: { Purpose: '${local.x}' } }),
  'a policy with an expression': ({ locals }) =>
    Object.assign(locals['state_bucket_policy'] ?? {}, { Id: '${local.x}' })
}
for (const [what, change] of Object.entries(beyond))
  test(`${what} is a problem, not left out`, () => {
    assert.ok(E.isLeft(changed(change)))
  })

test.run()
