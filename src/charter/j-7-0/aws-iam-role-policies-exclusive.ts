import { only } from '../codec/only.ts'
import { attribute } from '../codec/attribute.ts'
import { resourceBody } from '../codec/resource-body.ts'

/** A role's inline policies are this stack's one and no other: what somebody adds by hand is drift in the next plan. */
export const awsIamRolePoliciesExclusive = (kind: 'operator' | 'automation') =>
  resourceBody('aws_iam_role_policies_exclusive', {
    role_name: attribute(`\${aws_iam_role.${kind}.name}`),
    policy_names: only([`\${aws_iam_role_policy.${kind}.name}`], {
      rule: 'exclusive-policies',
      clause: 'J.7.0 §7',
      remedy: "Keep the role's one policy as the only one."
    })
  })
