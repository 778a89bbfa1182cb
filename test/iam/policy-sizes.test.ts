import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { documentNames, emittedPolicies } from '../support/access-matrix/emitted.ts'
import { pairs } from '../support/access-matrix/names.ts'

/** Characters, white space not counted. Source: IAM, "IAM and AWS STS quotas"; Amazon S3, "Bucket policies" (20 KB). */
const limits = {
  boundary_policy: 6144,
  operator_policy: 10_240,
  automation_policy: 10_240,
  operator_trust: 2048,
  automation_trust: 2048,
  state_bucket_policy: 20_480
}

const test = suite('policy sizes')

for (const { own } of pairs)
  for (const name of documentNames)
    test(`${own.stack}: ${name} fits into what AWS takes`, () => {
      const size = JSON.stringify(emittedPolicies(own.stack)[name]).length
      assert.ok(size > 100 && size <= limits[name], `${size} of ${limits[name]} characters`)
    })

test.run()
