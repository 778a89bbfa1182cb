import * as t from 'io-ts'
import { PrincipalText, type RoleArn, UsersPath, iamName } from '../../declaration/arn.ts'
import { AccountId } from '../../declaration/names.ts'
import { Seconds } from '../../declaration/settings.ts'
import { closed } from '../../diagnostics/closed.ts'
import type { PolicyDocument } from '../../iam/document.ts'
import type { Trust } from '../../iam/trust-policy.ts'
import type { Origin } from '../../terraform/block.ts'
import type { PartBlock } from '../part.ts'
import { attribute, jsonOfLocal } from '../../terraform/expression.ts'

export const RoleNames = t.readonlyArray(PrincipalText, 'a list of exact role ARNs')

export const Users = closed('{ account, path, mfaMaxAgeSeconds }', {
  account: AccountId,
  path: UsersPath,
  mfaMaxAgeSeconds: Seconds
})

/** Which of the two kinds of role: the name of its resources and its policies. */
export type RoleKind = 'operator' | 'automation'

type RoleDocuments = {
  readonly arn: RoleArn
  readonly hours: number
  readonly trusted: Trust
  readonly trust: PolicyDocument
  readonly policy: PolicyDocument
}

/**
 * A role under the permissions boundary, its one policy, and the exclusive ownership of everything attached to it. So a
 * policy added by hand shows in the next plan as a change. Source: AWS provider, "aws_iam_role_policies_exclusive" and
 * "aws_iam_role_policy_attachments_exclusive".
 */
export const roleBlocks = (
  kind: RoleKind,
  { arn, hours, trusted, trust, policy }: RoleDocuments
): ReadonlyArray<PartBlock> => {
  const { name, path } = iamName(arn)
  const role = attribute(`aws_iam_role.${kind}`, 'name')
  return [
    { type: 'locals', labels: [`${kind}_trust`], body: trust, origins: trustOrigins(trusted) },
    { type: 'locals', labels: [`${kind}_policy`], body: policy, origins },
    {
      type: 'resource',
      labels: ['aws_iam_role', kind],
      body: {
        name,
        path,
        assume_role_policy: jsonOfLocal(`${kind}_trust`),
        max_session_duration: hours * 3600,
        permissions_boundary: attribute('aws_iam_policy.boundary', 'arn')
      },
      origins: [...origins, { within: ['max_session_duration'], from: ['sessionHours'] }]
    },
    {
      type: 'resource',
      labels: ['aws_iam_role_policy', kind],
      body: { name: kind, role, policy: jsonOfLocal(`${kind}_policy`) },
      origins
    },
    {
      type: 'resource',
      labels: ['aws_iam_role_policies_exclusive', kind],
      body: { role_name: role, policy_names: [attribute(`aws_iam_role_policy.${kind}`, 'name')] },
      origins
    },
    {
      type: 'resource',
      labels: ['aws_iam_role_policy_attachments_exclusive', kind],
      body: { role_name: role, policy_arns: [] },
      origins
    }
  ]
}

const origins: ReadonlyArray<Origin> = [{ within: [], from: [] }]

/**
 * Where the statements of a trust policy come from. There is one for all roles, if there are any, and one for each
 * group of users.
 */
const trustOrigins = ({ roles, users }: Trust): ReadonlyArray<Origin> => {
  const first = roles.length > 0 ? 1 : 0
  return [
    { within: [], from: ['trust'] },
    ...(first === 0
      ? []
      : [
          { within: ['Statement', 0], from: ['trust', 'roles'] },
          { within: ['Statement', 0, 'Principal', 'AWS'], from: ['trust', 'roles'], isSame: true }
        ]),
    ...users.flatMap((_, index): ReadonlyArray<Origin> => {
      const [statement, group] = [
        ['Statement', first + index],
        ['trust', 'users', index]
      ]
      return [
        { within: statement, from: group },
        { within: [...statement, 'Principal'], from: [...group, 'account'] },
        { within: [...statement, 'Condition', 'ArnLike'], from: [...group, 'path'] },
        { within: [...statement, 'Condition', 'NumericLessThan'], from: [...group, 'mfaMaxAgeSeconds'] }
      ]
    })
  ]
}
