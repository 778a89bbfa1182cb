import { only } from '../codec/only.ts'
import { attribute } from '../codec/attribute.ts'
import { resourceBody } from '../codec/resource-body.ts'

/** Nothing is attached to a role: a managed policy that somebody attaches by hand is drift in the next plan. */
export const awsIamRolePolicyAttachmentsExclusive = (kind: 'operator' | 'automation') =>
  resourceBody('aws_iam_role_policy_attachments_exclusive', {
    role_name: attribute(`\${aws_iam_role.${kind}.name}`),
    policy_arns: only([], {
      rule: 'exclusive-attachments',
      clause: 'J.7.0 §7',
      remedy: 'Keep the list empty: no managed policy is attached to a role.'
    })
  })
