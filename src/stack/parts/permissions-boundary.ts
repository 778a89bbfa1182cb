import { iamName } from '../../declaration/arn.ts'
import { closed } from '../../diagnostics/closed.ts'
import { boundaryPolicy } from '../../iam/boundary-policy.ts'
import { type Part, part } from '../part.ts'
import { jsonOfLocal } from '../../terraform/expression.ts'

type None = Readonly<Record<never, never>>

/** The permissions boundary has no options. Any field is an error for the compiler too. */
export type PermissionsBoundaryOptions = Readonly<Record<string, never>>

/** The most that either role can ever have, as one managed policy that both roles carry (J.7.0 §7). It has no options. */
export const permissionsBoundary = (
  ...[options = {}, ...others]: [options?: PermissionsBoundaryOptions]
): Part<'permissionsBoundary'> =>
  part('permissionsBoundary', closed('{}', {}), [options as None, ...others], (_, declaration) => {
    const { path, name } = iamName(declaration.permissionsBoundary)
    return [
      {
        type: 'locals',
        labels: ['boundary_policy'],
        body: boundaryPolicy(declaration),
        origins: [{ within: [], from: [] }]
      },
      {
        type: 'resource',
        labels: ['aws_iam_policy', 'boundary'],
        body: { name, path, policy: jsonOfLocal('boundary_policy') },
        origins: [{ within: [], from: [] }]
      }
    ]
  })
