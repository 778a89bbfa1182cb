import { type RoleArn, iamName } from '../../declaration/arn.ts'
import { SessionSeconds } from '../../declaration/settings.ts'
import { attribute } from '../codec/attribute.ts'
import { only } from '../codec/only.ts'
import { resourceBody } from '../codec/resource-body.ts'

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
