import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { wantedOf } from '../../src/backend/wanted.ts'
import { changed } from '../support/changed.ts'
import { emittedStaging } from '../support/wanted.ts'

const test = suite('what is said of a part of an emitted file that seed does not know')

const emitted = emittedStaging()

/** Each part of the file that seed makes, and what a person reads that it must be. A part that is null is of no form. */
const expected: Readonly<Record<string, string>> = {
  'locals.state_bucket_policy': 'a policy document without an expression',
  'provider.aws.default_tags': '{ tags }',
  'provider.aws.default_tags.tags': 'tags without an expression',
  'resource.aws_s3_bucket': 'one block, named state',
  'resource.aws_s3_bucket.state': 'the state bucket',
  'resource.aws_s3_bucket.state.lifecycle': '{ prevent_destroy }',
  'resource.aws_s3_bucket_ownership_controls.state': 'ownership controls',
  'resource.aws_s3_bucket_ownership_controls.state.rule': '{ object_ownership }',
  'resource.aws_s3_bucket_public_access_block.state': 'a public access block',
  'resource.aws_s3_bucket_server_side_encryption_configuration.state': 'an encryption configuration',
  'resource.aws_s3_bucket_server_side_encryption_configuration.state.rule': 'a rule',
  'resource.aws_s3_bucket_server_side_encryption_configuration.state.rule.apply_server_side_encryption_by_default':
    '{ sse_algorithm }',
  'resource.aws_s3_bucket_versioning.state': 'a versioning configuration',
  'resource.aws_s3_bucket_versioning.state.versioning_configuration': '{ status }',
  'resource.aws_s3_bucket_policy.state': 'a bucket policy',
  'resource.aws_dynamodb_table': 'one table, named lock',
  'resource.aws_dynamodb_table.lock': 'the lock table',
  'resource.aws_dynamodb_table.lock.attribute': '{ name, type }',
  'resource.aws_dynamodb_table.lock.lifecycle': '{ prevent_destroy }',
  'resource.aws_dynamodb_table.lock.point_in_time_recovery': '{ enabled, recovery_period_in_days }',
  'resource.aws_dynamodb_table.lock.server_side_encryption': '{ enabled }'
}
for (const [place, form] of Object.entries(expected))
  test(`${place} is to be ${form}`, () => {
    const at = place.split('.')
    const text = JSON.stringify(changed(JSON.parse(emitted.text), at, null))
    const wanted = wantedOf({ ...emitted, text })
    assert.equal(
      E.isLeft(wanted) && wanted.left.map(({ rule, at: where, expected: said, actual }) => [rule, where, said, actual]),
      [['seed-knows-every-setting', at, form, 'null']]
    )
  })

test.run()
