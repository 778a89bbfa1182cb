import { foreign, loadedBeside, neighbours, stands, trusts } from '../../support/broken-neighbours.ts'
import type { BrokenStack } from '../../support/broken-stack.ts'
import type { Change } from '../../support/changed.ts'

const bucket: Change = [['backend', 'bucket'], 'zenthea-integration-tfstate']
const key: Change = [['backend', 'key'], '029608264753/integration/north/terraform.tfstate']
const table: Change = [['backend', 'lockTable'], 'zenthea-integration-tflock']
const account: Change = [['account'], '029608264753']

/** The other stack in the same account: IAM names must not be shared there. */
const sameAccount: ReadonlyArray<Change> = [
  ...foreign,
  account,
  [['backend', 'key'], '029608264753/production/south/terraform.tfstate'],
  [['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/Bootstrap'],
  [['operatorRole'], 'arn:aws:iam::029608264753:role/production/ProductionOperator'],
  [['automationRole'], 'arn:aws:iam::029608264753:role/production/ProductionAutomation'],
  [['permissionsBoundary'], 'arn:aws:iam::029608264753:policy/production/ProductionBoundary']
]

const production = 'stacks/production-south.ts'

const bothAccounts: Change = [['trustedAccounts'], ['029608264753', '680235478471']]
const operatorTrusts = (...roles: ReadonlyArray<string>): Change => [['operatorRole', 'trust', 'roles'], roles]
const automationTrusts = (...roles: ReadonlyArray<string>): Change => [['automationRole', 'trust', 'roles'], roles]
const trustAt = (kind: 'operator' | 'automation', statement = 0) => [
  `${kind}Role`,
  'trust',
  ...(statement === 0 ? ['roles', 0] : ['users', statement - 1, 'account'])
]

const bootstrap = ['bootstrap-apart', 'J.6.2 §6 access'] as const
const side = ['one-side', 'J.7.0 §7 separation'] as const
const chains = ['no-role-chains', 'J.6.2 §4 boundary'] as const

/** Stacks that stand beside others and share something with them. */
export const isolationStacks: ReadonlyArray<BrokenStack> = [
  stands(
    'one environment in two accounts',
    ['one-account', 'J.6.2 §4 mapping'],
    [
      ...foreign,
      [['environment'], 'integration'],
      [['backend', 'key'], '680235478471/integration/south/terraform.tfstate']
    ],
    ['account'],
    'stacks/integration-south.ts'
  ),
  stands(
    'one bucket for two stacks',
    ['own-bucket', 'J.6.2 §4 boundary'],
    [...foreign, bucket],
    ['backend', 'bucket'],
    production
  ),
  stands(
    'one lock table for two stacks',
    ['own-lock-table', 'J.6.2 §4 boundary'],
    [...foreign, table],
    ['backend', 'lockTable'],
    production
  ),
  stands(
    'one operator role for two stacks',
    ['own-roles', 'J.6.2 §6 access'],
    [...sameAccount, [['operatorRole'], 'arn:aws:iam::029608264753:role/foundation/Operator']],
    ['operatorRole'],
    production
  ),
  stands(
    "an operator role that is another stack's automation role",
    ['own-roles', 'J.6.2 §6 access'],
    [...sameAccount, [['automationRole'], 'arn:aws:iam::029608264753:role/foundation/Operator']],
    ['operatorRole'],
    production
  ),
  stands(
    'two roles that IAM takes for one',
    ['own-roles', 'J.6.2 §6 access'],
    [...sameAccount, [['automationRole'], 'arn:aws:iam::029608264753:role/production/AUTOMATION']],
    ['automationRole'],
    production
  ),
  stands(
    'one boundary for two stacks',
    ['own-roles', 'J.6.2 §6 access'],
    [...sameAccount, [['permissionsBoundary'], 'arn:aws:iam::029608264753:policy/foundation/Boundary']],
    ['permissionsBoundary'],
    production
  ),
  stands(
    'a neighbour that is refused itself',
    ['neighbour-known', 'J.6.2 §7 ambiguity'],
    [...foreign, [['region', 'aws'], 'us-east-1']],
    [],
    production
  ),
  loadedBeside('a neighbour that does not load', ['neighbour-known', 'J.6.2 §7 ambiguity'], []),
  neighbours(
    'one account, environment and logical region in two stacks',
    ['one-state', 'J.7.0 §3.4 isolation'],
    [account, [['environment'], 'integration'], [['region', 'logical'], 'north']],
    ['region', 'logical']
  ),
  neighbours('one state for two stacks', ['own-state-key', 'J.6.2 §4 boundary'], [bucket, key], ['backend', 'key']),
  neighbours('one folder for two stacks', ['own-output', 'J.6.2 §4 mapping'], [], [], 'Integration-North'),
  stands(
    "an operator role that is another stack's bootstrap principal",
    bootstrap,
    [...sameAccount, [['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/Operator']],
    ['operatorRole'],
    production
  ),
  stands(
    "an automation role that is another stack's bootstrap principal",
    bootstrap,
    [...sameAccount, [['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/elsewhere/AUTOMATION']],
    ['automationRole'],
    production
  ),
  stands(
    'a bootstrap principal that another stack makes as operator',
    bootstrap,
    [
      ...sameAccount,
      [['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/Admin'],
      [['operatorRole'], 'arn:aws:iam::029608264753:role/ops/bootstrap']
    ],
    ['bootstrapPrincipal'],
    production
  ),
  stands(
    "an operator role that is another stack's next bootstrap principal",
    bootstrap,
    [...sameAccount, [['nextBootstrapPrincipal'], 'arn:aws:iam::029608264753:role/elsewhere/OPERATOR']],
    ['operatorRole'],
    production
  ),
  stands(
    'a principal that is operator here and automation elsewhere',
    side,
    [...foreign],
    trustAt('operator'),
    production,
    [
      operatorTrusts('arn:aws:iam::680235478471:role/Other'),
      automationTrusts('arn:aws:iam::680235478471:role/x/ENGINEER')
    ]
  ),
  stands(
    'a principal that is automation here and operator elsewhere',
    side,
    [...foreign],
    trustAt('automation'),
    production,
    [operatorTrusts('arn:aws:iam::680235478471:role/planner'), automationTrusts('arn:aws:iam::680235478471:role/Other')]
  ),
  stands(
    'a bootstrap principal that is automation elsewhere',
    side,
    [...foreign, bothAccounts],
    ['bootstrapPrincipal'],
    production,
    [automationTrusts('arn:aws:iam::029608264753:role/Bootstrap')]
  ),
  trusts(
    'automation that is the bootstrap principal elsewhere',
    side,
    [automationTrusts('arn:aws:iam::680235478471:role/Bootstrap')],
    [...foreign],
    trustAt('automation'),
    production
  ),
  stands(
    "an automation role that is another stack's next bootstrap principal",
    bootstrap,
    [...sameAccount, [['nextBootstrapPrincipal'], 'arn:aws:iam::029608264753:role/x/automation']],
    ['automationRole'],
    production
  ),
  stands(
    'a bootstrap principal that another stack makes as automation',
    bootstrap,
    [
      ...sameAccount,
      [['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/Admin'],
      [['automationRole'], 'arn:aws:iam::029608264753:role/ops/BOOTSTRAP']
    ],
    ['bootstrapPrincipal'],
    production
  ),
  trusts(
    'automation that is the next bootstrap principal elsewhere',
    side,
    [automationTrusts('arn:aws:iam::680235478471:role/x/NEXT')],
    [...foreign, [['nextBootstrapPrincipal'], 'arn:aws:iam::680235478471:role/Next']],
    trustAt('automation'),
    production
  ),
  trusts(
    "an automation role that trusts another stack's automation under another path",
    chains,
    [automationTrusts('arn:aws:iam::680235478471:role/a/b/c/automation')],
    [...foreign],
    trustAt('automation'),
    production
  ),
  trusts(
    "an operator role that trusts another stack's operator",
    chains,
    [operatorTrusts('arn:aws:iam::680235478471:role/elsewhere/OPERATOR')],
    [...foreign],
    trustAt('operator'),
    production
  ),
  trusts(
    "an automation role that trusts another stack's operator",
    chains,
    [automationTrusts('arn:aws:iam::680235478471:role/foundation/Operator')],
    [...foreign],
    trustAt('automation'),
    production
  ),
  trusts(
    "an operator role that trusts another stack's automation",
    chains,
    [operatorTrusts('arn:aws:iam::680235478471:role/foundation/Automation')],
    [...foreign],
    trustAt('operator'),
    production
  ),
  stands(
    "an automation role that another stack's automation trusts",
    chains,
    [...foreign, bothAccounts],
    ['automationRole'],
    production,
    [automationTrusts('arn:aws:iam::029608264753:role/foundation/Automation')]
  )
]
