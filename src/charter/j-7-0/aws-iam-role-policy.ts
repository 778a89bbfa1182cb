import { attribute } from '../codec/attribute.ts'
import { resourceBody } from '../codec/resource-body.ts'

/** The one policy of a role, by reference to the document in `locals`, which the rule on policy documents judges. */
export const awsIamRolePolicy = (kind: 'operator' | 'automation') =>
  resourceBody('aws_iam_role_policy', {
    name: attribute(kind),
    role: attribute(`\${aws_iam_role.${kind}.name}`),
    policy: attribute(`\${jsonencode(local.${kind}_policy)}`)
  })
