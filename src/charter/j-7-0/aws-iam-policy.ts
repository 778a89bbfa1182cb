import { iamName } from '../../declaration/arn.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import { attribute } from '../codec/attribute.ts'
import { resourceBody } from '../codec/resource-body.ts'

/** The one managed policy: the permissions boundary, under the declared name. */
export const awsIamPolicy = ({ permissionsBoundary }: Declaration) => {
  const { name, path } = iamName(permissionsBoundary)
  return resourceBody('aws_iam_policy', {
    name: attribute(name),
    path: attribute(path),
    policy: attribute('${jsonencode(local.boundary_policy)}')
  })
}
