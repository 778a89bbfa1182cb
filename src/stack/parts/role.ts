import * as t from 'io-ts'
import { type RoleArn, UsersPath, iamName } from '../../declaration/arn.ts'
import { closed } from '../../diagnostics/closed.ts'
import type { PolicyDocument } from '../../iam/document.ts'
import type { PartBlock } from '../part.ts'
import { attribute, jsonOfLocal } from '../../terraform/expression.ts'

export const RoleNames = t.readonlyArray(t.string, 'a list of exact role ARNs')

export const Users = closed('{ account, path, mfaMaxAgeSeconds }', {
  account: t.string,
  path: UsersPath,
  mfaMaxAgeSeconds: t.number
})

/** Which of the two kinds of role: the name of its resources and its policies. */
export type RoleKind = 'operator' | 'automation'

type RoleDocuments = {
  readonly arn: RoleArn
  readonly hours: number
  readonly trust: PolicyDocument
  readonly policy: PolicyDocument
}

/**
 * A role under the permissions boundary, its one policy, and the exclusive ownership of everything that is attached to
 * it, so that a policy added by hand shows in the next plan as a change. Source: AWS provider,
 * "aws_iam_role_policies_exclusive" and "aws_iam_role_policy_attachments_exclusive".
 */
export const roleBlocks = (kind: RoleKind, { arn, hours, trust, policy }: RoleDocuments): ReadonlyArray<PartBlock> => {
  const { name, path } = iamName(arn)
  const role = attribute(`aws_iam_role.${kind}`, 'name')
  return [
    { type: 'locals', labels: [`${kind}_trust`], body: trust },
    { type: 'locals', labels: [`${kind}_policy`], body: policy },
    {
      type: 'resource',
      labels: ['aws_iam_role', kind],
      body: {
        name,
        path,
        assume_role_policy: jsonOfLocal(`${kind}_trust`),
        max_session_duration: hours * 3600,
        permissions_boundary: attribute('aws_iam_policy.boundary', 'arn')
      }
    },
    {
      type: 'resource',
      labels: ['aws_iam_role_policy', kind],
      body: { name: kind, role, policy: jsonOfLocal(`${kind}_policy`) }
    },
    {
      type: 'resource',
      labels: ['aws_iam_role_policies_exclusive', kind],
      body: { role_name: role, policy_names: [attribute(`aws_iam_role_policy.${kind}`, 'name')] }
    },
    {
      type: 'resource',
      labels: ['aws_iam_role_policy_attachments_exclusive', kind],
      body: { role_name: role, policy_arns: [] }
    }
  ]
}
