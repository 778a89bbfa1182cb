import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { accessSentences, toldText } from '../../src/access/sentences.ts'
import { access, account, allow, bucket, policy } from './documents.ts'

const test = suite('a role or a bucket that goes')

const before = access({
  ...policy(allow()),
  bucket: [allow({ Principal: { AWS: `arn:aws:iam::${account}:user/anna` }, Resource: `${bucket}/*` })]
})
const said = (after: typeof before): ReadonlyArray<string> => accessSentences(before, after).map(toldText)

test('what a role could do is told to be lost, where the role is not there after', () => {
  assert.equal(said({ ...before, roles: [] }), ['narrows: the role may no longer use s3:GetObject on any resource'])
})

test('what the policy of a bucket allowed is told to be lost, where the bucket is not there after', () => {
  assert.equal(said({ ...before, buckets: [] }), [
    `narrows: arn:aws:iam::${account}:user/anna may no longer use s3:GetObject on ${bucket}/* by itself, only left to the policies of its own account`
  ])
})

test('what stays is not told', () => {
  assert.equal(said(before), [])
})

test.run()
