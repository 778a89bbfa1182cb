import { type BrokenStack, adds, misuses, lacks, makes, writes } from '../../support/broken-stack.ts'
import { gone } from '../../support/changed.ts'
import { reference, resource } from '../../../src/stack/parts/block.ts'

/** The two roles, and what is attached to them. */
export const roleStacks: ReadonlyArray<BrokenStack> = [
  lacks('no operator role', ['complete-blocks', 'J.7.0 §5 roles'], 'aws_iam_role.operator'),
  lacks('no automation role', ['complete-blocks', 'J.7.0 §5 roles'], 'aws_iam_role.automation'),
  lacks('no boundary', ['complete-blocks', 'J.7.0 §7 access'], 'aws_iam_policy.boundary'),
  {
    ...makes(
      'no boundary for the roles to refer to',
      ['complete-blocks', 'J.7.0 §7 access'],
      (parts) => parts.filter(({ name }) => name !== 'permissionsBoundary'),
      [[]]
    ),
    // Without the rule it is still refused: the roles refer to it.
    beforeTheLaw: true
  },
  adds(
    'a reference to what no part makes',
    ['references-resolve', 'J.7.0 §4 ambiguity'],
    () => resource('aws_iam_role', 'more', { permissions_boundary: reference('aws_iam_policy.other', 'arn') }),
    ['block', 'aws_iam_role', 'more']
  ),
  makes('the operator role twice', ['addresses-unique', 'J.7.0 §4 ambiguity'], (parts) => [...parts, parts[3]], [
    ['parts', 5]
  ]),
  adds(
    'a third role',
    ['authorised-blocks', 'J.7.0 §5 roles'],
    () => resource('aws_iam_role', 'deployer', { name: 'Deployer' }),
    ['block', 'aws_iam_role', 'deployer']
  ),
  ...['aws_iam_user', 'aws_iam_access_key', 'aws_iam_openid_connect_provider', 'aws_iam_role_policy_attachment'].map(
    (type) =>
      adds(
        `identity beyond the two roles: ${type}`,
        ['authorised-blocks', 'J.7.0 §5 roles'],
        () => resource(type, 'more', {}),
        ['block', type, 'more']
      )
  ),
  writes('an operator without a boundary', ['role-boundary', 'J.7.0 §7 access'], 'aws_iam_role.operator', [
    [['permissions_boundary'], gone]
  ]),
  writes('automation under another boundary', ['role-boundary', 'J.7.0 §7 access'], 'aws_iam_role.automation', [
    [['permissions_boundary'], 'arn:aws:iam::aws:policy/AdministratorAccess']
  ]),
  writes(
    'a role with another name than declared',
    ['authorised-attributes', 'J.7.0 §9 scope'],
    'aws_iam_role.operator',
    [[['name'], 'Administrator']]
  ),
  writes('a role with a managed policy', ['authorised-attributes', 'J.7.0 §9 scope'], 'aws_iam_role.operator', [
    [['managed_policy_arns'], ['arn:aws:iam::aws:policy/AdministratorAccess']]
  ]),
  writes(
    'a role that trusts another document',
    ['authorised-attributes', 'J.7.0 §9 scope'],
    'aws_iam_role.automation',
    [[['assume_role_policy'], '${jsonencode(local.operator_trust)}']]
  ),
  writes(
    'a role with the policy of the other',
    ['authorised-attributes', 'J.7.0 §9 scope'],
    'aws_iam_role_policy.automation',
    [[['policy'], '${jsonencode(local.operator_policy)}']]
  ),
  writes('a session of a day', ['session-length', 'J.7.0 §7 access'], 'aws_iam_role.operator', [
    [['max_session_duration'], 86400]
  ]),
  writes(
    'an operator with a policy beside its own',
    ['exclusive-policies', 'J.7.0 §7 access'],
    'aws_iam_role_policies_exclusive.operator',
    [[['policy_names', 1], 'more']],
    [['policy_names']]
  ),
  writes(
    'automation with an attached policy',
    ['exclusive-attachments', 'J.7.0 §7 access'],
    'aws_iam_role_policy_attachments_exclusive.automation',
    [[['policy_arns', 0], 'arn:aws:iam::aws:policy/ReadOnlyAccess']],
    [['policy_arns']]
  ),
  misuses('a part with a session of 13 hours', ['session-length', 'J.7.0 §7 access'], 'operatorRole', [
    [['sessionHours'], 13]
  ]),
  misuses('a part with users for automation', ['part-complete', 'J.6.2 §7 defaults'], 'automationRole', [
    [['trust', 'users'], []]
  ]),
  misuses('a part with a list of roles that is a text', ['part-complete', 'J.6.2 §7 defaults'], 'automationRole', [
    [['trust', 'roles'], 'arn:aws:iam::680235478471:role/Planner']
  ])
]
