import { type Because, type BrokenStack, calls, misuses, writes } from '../../support/broken-stack.ts'
import { gone } from '../../support/changed.ts'

const operator = 'local.operator_trust'
const automation = 'local.automation_trust'

const exact: Because = ['trust-principals', 'J.7.0 §7 access']
const mfa: Because = ['trust-mfa', 'J.7.0 §7 access']
const apart: Because = ['role-separation', 'J.7.0 §7 separation']
const pending: Because = ['placeholders', 'J.7.0 §6 inference']
const once: Because = ['listed-once', 'J.7.0 §4 ambiguity']
const form: Because = ['trust-form', 'J.7.0 §7 access']

/** A role that trusts one principal in the place of those that it trusts. */
const trusting = (title: string, because: Because, arn: string, part: 'operator' | 'automation' = 'automation') =>
  calls(title, because, `${part}Role`, [[['trust', 'roles'], [arn]]], [[`${part}Role`, 'trust', 'roles', 0]])

const users = (title: string, because: Because, key: string, value: unknown) =>
  calls(
    title,
    because,
    'operatorRole',
    [[['trust', 'users', 0, key], value]],
    [['operatorRole', 'trust', 'users', 0, key]]
  )

const planner = 'arn:aws:iam::680235478471:role/Planner'

/** Two roles in one trust, of which the second is refused. */
const rolesTwice = (title: string, second: string) =>
  calls(
    title,
    once,
    'automationRole',
    [
      [
        ['trust', 'roles'],
        [planner, second]
      ]
    ],
    [['automationRole', 'trust', 'roles', 1]]
  )

const group = (path: string, mfaMaxAgeSeconds: number) => ({ account: '029608264753', path, mfaMaxAgeSeconds })

/** Two groups of users in one trust, of which one is refused. */
const groups = (title: string, [first, second]: ReadonlyArray<ReturnType<typeof group>>, refused: number) =>
  calls(
    title,
    once,
    'operatorRole',
    [
      [
        ['trust', 'users'],
        [first, second]
      ]
    ],
    [['operatorRole', 'trust', 'users', refused, 'path']]
  )

/** Who may assume the roles. */
export const trustStacks: ReadonlyArray<BrokenStack> = [
  calls(
    'automation that nobody may be',
    form,
    'automationRole',
    [[['trust', 'roles'], []]],
    [['automationRole', 'trust']]
  ),
  writes('trust by denial', form, automation, [[['Statement', 0, 'Effect'], 'Deny']]),
  writes(
    'trust for more than to assume the role',
    form,
    automation,
    [[['Statement', 0, 'Action', 1], 'sts:TagSession']],
    [['Statement', 0, 'Action']]
  ),
  writes('trust in all but one', form, automation, [
    [['Statement', 0, 'NotPrincipal'], { AWS: ['arn:aws:iam::680235478471:role/Other'] }]
  ]),
  writes('trust in nobody', form, automation, [[['Statement', 0, 'Principal'], gone]]),
  writes('trust under a name with a space', form, automation, [[['Statement', 0, 'Sid'], 'Trusted roles']]),
  writes('trust under a name that is worked out', form, automation, [[['Statement', 0, 'Sid'], '${file("key")}']]),
  writes('trust twice under one name', form, operator, [[['Statement', 1, 'Sid'], 'TrustedRoles']]),
  writes('trust in what is no statement', form, automation, [[['Statement', 1], 'everybody']]),
  trusting('trust in any role', exact, 'arn:aws:iam::680235478471:role/*'),
  trusting(
    'trust in a service-linked role',
    ['trust-principals', 'J.7.0 §6 pipelines'],
    'arn:aws:iam::680235478471:role/aws-service-role/ops.amazonaws.com/AWSServiceRoleForOps'
  ),
  trusting(
    'trust in a role that AWS keeps for itself',
    ['trust-principals', 'J.7.0 §4 ambiguity'],
    'arn:aws:iam::680235478471:role/aws-reserved/other.amazonaws.com/Role'
  ),
  ...['us-gov-west-1', 'cn-north-1'].map((region) =>
    trusting(
      `trust in a sign-in role with a path of ${region}`,
      ['trust-principals', 'J.7.0 §4 ambiguity'],
      `arn:aws:iam::680235478471:role/aws-reserved/sso.amazonaws.com/${region}/AWSReservedSSO_Admin_0123456789abcdef`,
      'operator'
    )
  ),
  trusting(
    'trust in a SAML provider',
    ['trust-principals', 'J.7.0 §4 ambiguity'],
    'arn:aws:iam::680235478471:saml-provider/Desk'
  ),
  trusting(
    'trust in an instance profile',
    ['trust-principals', 'J.7.0 §4 ambiguity'],
    'arn:aws:iam::680235478471:instance-profile/Desk'
  ),
  trusting(
    'trust in a path that IAM does not take',
    ['trust-principals', 'J.7.0 §4 ambiguity'],
    'arn:aws:iam::680235478471:role//Planner'
  ),
  trusting(
    'trust in a role with a letter of another alphabet',
    ['trust-principals', 'J.7.0 §4 ambiguity'],
    'arn:aws:iam::680235478471:role/Pl\u0430nner'
  ),
  writes(
    'trust under a condition that asks nothing',
    ['trust-conditions', 'J.7.0 §9 scope'],
    automation,
    [[['Statement', 0, 'Condition'], { Bool: {} }]],
    [['Statement', 0, 'Condition', 'Bool']]
  ),
  writes('trust under no condition at all', ['trust-conditions', 'J.7.0 §9 scope'], automation, [
    [['Statement', 0, 'Condition'], {}]
  ]),
  trusting('trust in a role that is to be named later', pending, 'arn:aws:iam::680235478471:role/CHANGE-ME'),
  trusting('operators who are to be named later', pending, 'arn:aws:iam::680235478471:role/ops/TBD', 'operator'),
  users('trust in users below a path of an example', pending, 'path', '/your-path/'),
  trusting('trust in everybody', exact, '*'),
  trusting('trust in a person', exact, 'arn:aws:iam::680235478471:user/jane'),
  trusting('trust in a session', exact, 'arn:aws:sts::680235478471:assumed-role/Planner/jane'),
  trusting('trust in an account by its number', ['trust-principals', 'J.7.0 §4 ambiguity'], '680235478471'),
  trusting(
    'trust in another partition',
    ['trust-principals', 'J.7.0 §4 ambiguity'],
    'arn:aws-cn:iam::680235478471:role/Planner'
  ),
  writes(
    'trust in a service',
    ['trust-principals', 'J.7.0 §6 pipelines'],
    automation,
    [[['Statement', 0, 'Principal', 'Service'], ['codebuild.amazonaws.com']]],
    [['Statement', 0, 'Principal', 'Service', 0]]
  ),
  writes(
    'trust in a pipeline',
    ['trust-principals', 'J.7.0 §6 pipelines'],
    automation,
    [
      [
        ['Statement', 0, 'Principal', 'Federated'],
        ['arn:aws:iam::029608264753:oidc-provider/token.actions.githubusercontent.com']
      ]
    ],
    [['Statement', 0, 'Principal', 'Federated', 0]]
  ),
  trusting('trust in a whole account', mfa, 'arn:aws:iam::680235478471:root', 'operator'),
  misuses('a part for users below no path', mfa, 'operatorRole', [[['trust', 'users', 0, 'path'], '/']]),
  misuses('a part for users by a pattern', mfa, 'operatorRole', [[['trust', 'users', 0, 'path'], '/oper*/']]),
  ...['user/*', 'user/oper*', 'user/operators*', 'role/*'].map((pattern) =>
    writes(
      `trust in whoever is ${pattern}`,
      mfa,
      operator,
      [[['Statement', 1, 'Condition', 'ArnLike', 'aws:PrincipalArn'], `arn:aws:iam::029608264753:${pattern}`]],
      [['Statement', 1, 'Principal', 'AWS', 0]]
    )
  ),
  users('trust in MFA of yesterday', mfa, 'mfaMaxAgeSeconds', 86400),
  users('trust in MFA of this minute', mfa, 'mfaMaxAgeSeconds', 60),
  writes(
    'trust without MFA',
    mfa,
    operator,
    [[['Statement', 1, 'Condition', 'Bool'], gone]],
    [['Statement', 1, 'Principal', 'AWS', 0]]
  ),
  writes('trust in an address', ['trust-conditions', 'J.7.0 §7 place'], automation, [
    [['Statement', 0, 'Condition', 'IpAddress', 'aws:SourceIp'], '203.0.113.0/24']
  ]),
  writes('trust in a network', ['trust-conditions', 'J.7.0 §7 place'], operator, [
    [['Statement', 1, 'Condition', 'StringEquals', 'aws:SourceVpc'], 'vpc-0f1e2d3c']
  ]),
  writes('trust in a password', ['trust-conditions', 'J.7.0 §9 scope'], automation, [
    [['Statement', 0, 'Condition', 'StringEquals', 'sts:ExternalId'], 'foundation']
  ]),
  writes('trust in a condition that is worked out', ['trust-conditions', 'J.7.0 §9 scope'], automation, [
    [['Statement', 0, 'Condition', 'ArnLike', 'aws:PrincipalArn'], '${file("key")}']
  ]),
  writes('trust in MFA, if there is any', ['trust-conditions', 'J.7.0 §9 scope'], operator, [
    [['Statement', 1, 'Condition', 'BoolIfExists', 'aws:MultiFactorAuthPresent'], 'true']
  ]),
  trusting(
    'trust in an account that nobody declared',
    ['trust-accounts', 'J.7.0 §4 ambiguity'],
    'arn:aws:iam::317409865120:role/Planner'
  ),
  rolesTwice('one role twice', planner),
  rolesTwice('one role by two paths', 'arn:aws:iam::680235478471:role/plans/Planner'),
  rolesTwice('one role in two spellings', 'arn:aws:iam::680235478471:role/PLANNER'),
  groups('users twice', [group('/operators/', 3600), group('/operators/', 3600)], 1),
  groups('users whose MFA may be old beside the same behind newer MFA', [group('/ops/', 3600), group('/ops/', 900)], 1),
  groups('users behind new MFA beside the same behind older MFA', [group('/ops/', 900), group('/ops/', 3600)], 0),
  groups('users below a path of other users', [group('/ops/night/', 900), group('/ops/', 3600)], 0),
  trusting('automation that operators may be', apart, 'arn:aws:iam::029608264753:role/foundation/Operator'),
  trusting(
    'operators who may be automation',
    apart,
    'arn:aws:iam::029608264753:role/foundation/Automation',
    'operator'
  ),
  trusting('automation that may be itself', apart, 'arn:aws:iam::029608264753:role/foundation/Automation'),
  trusting('automation that the bootstrap principal may be', apart, 'arn:aws:iam::029608264753:role/Bootstrap'),
  trusting('the bootstrap principal in small letters', apart, 'arn:aws:iam::029608264753:role/bootstrap'),
  trusting('the operator role on another path', apart, 'arn:aws:iam::029608264753:role/Operator'),
  trusting(
    'automation that people may be who sign in',
    apart,
    'arn:aws:iam::680235478471:role/aws-reserved/sso.amazonaws.com/eu-north-1/AWSReservedSSO_Admin_0123456789abcdef'
  ),
  trusting('one role that is operator and automation', apart, 'arn:aws:iam::680235478471:role/Planner', 'operator'),
  writes(
    'people as automation',
    apart,
    automation,
    [
      [
        ['Statement', 1],
        {
          Sid: 'People',
          Effect: 'Allow',
          Principal: { AWS: ['arn:aws:iam::029608264753:root'] },
          Action: ['sts:AssumeRole'],
          Condition: {
            ArnLike: { 'aws:PrincipalArn': 'arn:aws:iam::029608264753:user/operators/*' },
            Bool: { 'aws:MultiFactorAuthPresent': 'true' },
            NumericLessThan: { 'aws:MultiFactorAuthAge': '3600' }
          }
        }
      ]
    ],
    [['Statement', 1, 'Principal', 'AWS', 0]]
  ),
  calls(
    'more trust than IAM takes',
    ['policy-sizes', 'J.7.0 §4 ambiguity'],
    'automationRole',
    [[['trust', 'roles'], Array.from({ length: 60 }, (_, index) => `arn:aws:iam::680235478471:role/Planner${index}`)]],
    [['automationRole', 'trust']]
  )
]
