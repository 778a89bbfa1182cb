import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { classify } from '../../src/outside/aws/classify.ts'
import { awsFailureRemedy, awsFailureText } from '../../src/backend/aws-failure-text.ts'

const test = suite('what a refusal by AWS says')

/** An exception as the SDK throws it: the code is its name. */
const thrown = (code: string, status: number, message = 'no'): Error =>
  Object.assign(new Error(message), { name: code, $metadata: { httpStatusCode: status, requestId: 'R' } })

const remedyOf = (code: string, status: number, message?: string, region = 'eu-central-1'): string =>
  awsFailureRemedy(classify('S3 CreateBucket', region, thrown(code, status, message), 1))

/** Source of the codes: S3, DynamoDB and STS API references, "Error responses" and "Common errors". */
for (const [code, status] of [
  ['NotSignedUp', 403],
  ['SubscriptionRequiredException', 400],
  ['OptInRequired', 403],
  ['AccountProblem', 403]
] as const)
  test(`${code}: the account is not ready, and neither a name nor credentials are to blame`, () => {
    assert.match(
      awsFailureText(classify('S3 CreateBucket', 'eu-central-1', thrown(code, status), 1)),
      /account is not ready/
    )
    assert.match(remedyOf(code, status), /^Finish the sign-up/)
  })

test('a region that is off is said to be off', () => {
  assert.match(remedyOf('RegionDisabledException', 403), /^Have an administrator enable the region/)
})

for (const code of ['InvalidClientTokenId', 'UnrecognizedClientException', 'InvalidToken'])
  test(`${code} has three causes in a region that must be enabled, and one elsewhere`, () => {
    for (const region of ['eu-south-1', 'eu-south-2']) {
      assert.match(remedyOf(code, 403, 'no', region), new RegExp(`get-region-opt-status --region-name ${region}`))
      assert.match(remedyOf(code, 403, 'no', region), /AWS_STS_REGIONAL_ENDPOINTS=regional/)
    }
    assert.match(remedyOf(code, 403), /^Take new credentials/)
  })

test('an expired token has one cause, in every region', () => {
  assert.match(remedyOf('ExpiredToken', 400, 'no', 'eu-south-1'), /^Take new credentials/)
})

/** Source of the sentences: IAM User Guide, "Troubleshoot access denied error messages". */
for (const [policy, who] of [
  ['is not authorized to perform: s3:CreateBucket with an explicit deny in a service control policy', 'organisation'],
  ['is not authorized to perform: s3:CreateBucket with an explicit deny in a resource control policy', 'organisation'],
  ['because no permissions boundary allows the s3:CreateBucket action', 'permissions boundary'],
  ['is not authorized to perform: s3:GetObject with an explicit deny in a VPC endpoint policy', 'VPC endpoint'],
  ['because no session policy allows the s3:CreateBucket action', 'session policy'],
  ['because no identity-based policy allows the s3:CreateBucket action', 'Give the principal the right']
] as const)
  test(`a denial sends people to who can lift it: ${who}`, () => {
    assert.match(remedyOf('AccessDenied', 403, `User: … ${policy}`), new RegExp(who))
  })

test.run()
