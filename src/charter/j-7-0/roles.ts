import { type RoleArn, iamName } from '../../declaration/arn.ts'
import { SessionSeconds } from '../../declaration/settings.ts'
import { attribute, only, resourceBody } from '../codec.ts'
import type { Declaration } from '../../declaration/declaration.ts'

/** One of the two roles, under the declared name, with the boundary that caps it. */
export const awsIamRole = (kind: 'operator' | 'automation', arn: RoleArn) => {
  const { name, path } = iamName(arn)
  return resourceBody('aws_iam_role', {
    name: attribute(name),
    path: attribute(path),
    assume_role_policy: attribute(`\${jsonencode(local.${kind}_trust)}`),
    max_session_duration: SessionSeconds,
    permissions_boundary: only('${aws_iam_policy.boundary.arn}', {
      rule: 'role-boundary',
      clause: 'J.7.0 §7',
      remedy: 'Keep the permissions boundary on every role.'
    })
  })
}

/** The one policy of a role, by reference to the document in `locals`, which the rule on policy documents judges. */
export const awsIamRolePolicy = (kind: 'operator' | 'automation') =>
  resourceBody('aws_iam_role_policy', {
    name: attribute(kind),
    role: attribute(`\${aws_iam_role.${kind}.name}`),
    policy: attribute(`\${jsonencode(local.${kind}_policy)}`)
  })

/** A role's inline policies are this stack's one and no other. A policy that is added by hand is drift in the next plan. */
export const awsIamRolePoliciesExclusive = (kind: 'operator' | 'automation') =>
  resourceBody('aws_iam_role_policies_exclusive', {
    role_name: attribute(`\${aws_iam_role.${kind}.name}`),
    policy_names: only([`\${aws_iam_role_policy.${kind}.name}`], {
      rule: 'exclusive-policies',
      clause: 'J.7.0 §7',
      remedy: "Keep the role's one policy as the only one."
    })
  })

/** Nothing is attached to a role. A managed policy that is attached by hand is drift in the next plan. */
export const awsIamRolePolicyAttachmentsExclusive = (kind: 'operator' | 'automation') =>
  resourceBody('aws_iam_role_policy_attachments_exclusive', {
    role_name: attribute(`\${aws_iam_role.${kind}.name}`),
    policy_arns: only([], {
      rule: 'exclusive-attachments',
      clause: 'J.7.0 §7',
      remedy: 'Keep the list empty: no managed policy is attached to a role.'
    })
  })

/** The one managed policy: the permissions boundary, under the declared name. */
export const awsIamPolicy = ({ permissionsBoundary }: Declaration) => {
  const { name, path } = iamName(permissionsBoundary)
  return resourceBody('aws_iam_policy', {
    name: attribute(name),
    path: attribute(path),
    policy: attribute('${jsonencode(local.boundary_policy)}')
  })
}
