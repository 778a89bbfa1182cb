import { addressOf } from '../../terraform/block.ts'
import type { ConfigurationRule } from '../charter.ts'

/**
 * The most characters that AWS takes, white space not counted. Source: IAM, "IAM and AWS STS quotas" (managed policy
 * 6,144; inline policies of a role 10,240; trust policy 2,048 by default); Amazon S3, "Bucket policies" (20 KB).
 */
const limits: ReadonlyMap<string, number> = new Map([
  ['local.boundary_policy', 6144],
  ['local.operator_policy', 10_240],
  ['local.automation_policy', 10_240],
  ['local.operator_trust', 2048],
  ['local.automation_trust', 2048],
  ['local.state_bucket_policy', 20_480]
])

/** Every policy fits into what AWS takes, so that no apply ends half-way. */
export const policySizes: ConfigurationRule = {
  name: 'policy-sizes',
  check: ({ blocks }) =>
    blocks.flatMap((block) => {
      const address = addressOf(block) ?? ''
      const limit = limits.get(address)
      if (limit === undefined) return []
      const size = JSON.stringify(block.body).length
      return size <= limit
        ? []
        : [
            {
              rule: 'policy-sizes',
              clause: 'J.7.0 §4',
              at: block.at,
              expected: `a policy of at most ${limit} characters, as AWS takes it`,
              actual: `${size} characters`,
              remedy: address.endsWith('_trust')
                ? 'Name fewer principals; a role that many may assume wants an intermediate role.'
                : 'Give both roles and the boundary a shorter path, or the lock table a shorter name.'
            }
          ]
    })
}
