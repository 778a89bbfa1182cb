import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { BucketName } from '../../src/declaration/bucket-name.ts'
import { accepted } from '../support/accepts.ts'

const test = suite('bucket name')

/** From Amazon S3, "General purpose bucket naming rules", example bucket names. */
const valid = ['docexamplebucket-1a1b2c3d4-5678-90ab-cdef-examplebbbbb', 'log-delivery-march-2020', 'my-hosted-content']
const invalid = ['doc_example_bucket', 'DocExampleBucket', 'doc-example-bucket-']
const dotted = ['docexamplewebsite.com', 'www.docexamplewebsite.com', 'my.example.s3.bucket']

test("AWS's valid examples are taken, its invalid ones are not", () => {
  assert.equal(accepted(BucketName, [...valid, ...invalid]), valid)
})

test('a dotted name, which AWS allows and TLS does not like, is not', () => {
  assert.equal(accepted(BucketName, [...dotted, '192.168.5.4']), [])
})

test('3 to 63 characters', () => {
  const names = [2, 3, 63, 64].map((length) => 'b'.repeat(length))
  assert.equal(
    accepted(BucketName, names).map((name) => String(name).length),
    [3, 63]
  )
})

test('no prefix and no suffix that AWS keeps for itself', () => {
  const kept = ['xn--bucket', 'sthree-bucket', 'sthree-configurator-b', 'amzn-s3-demo-bucket']
  const ends = ['bucket-s3alias', 'bucket--ol-s3', 'bucket.mrap', 'bucket--x-s3', 'bucket--table-s3', 'bucket-an']
  assert.equal(accepted(BucketName, [...kept, ...ends]), [])
})

test('no other character, and no text at all', () => {
  assert.equal(
    accepted(BucketName, ['-bucket', 'büro', 'a b', 'bucket\n', 'b/c', '${name}', '', 4, null, undefined]),
    []
  )
})

test.run()
