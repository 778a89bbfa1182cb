import { euRegions } from '../../declaration/aws-region.ts'
import type { Path } from '../../diagnostics/diagnostic.ts'

/** What was answered so far, each as it is typed; lists are separated by commas. */
export type Answers = Readonly<Record<string, string>>

/** One fact that a stack needs. Its name is also the flag that answers it. */
export type Question = {
  readonly name: string
  readonly asks: string
  /** What the convention of `stacks/` makes of the answers before; absent where only a person knows. */
  readonly propose?: (answers: Answers) => string
  /** Whether a problem at a place in the stack is this answer's. */
  readonly owns: (at: Path) => boolean
  /**
   * The question is not asked where the answers before leave nothing to ask. That is so by the answers themselves, or
   * because the rules refuse nothing in the place of the question.
   */
  readonly isAsked?: (answers: Answers, isRefusedWithout: () => boolean) => boolean
}

const under =
  (...path: Path) =>
  (at: Path): boolean =>
    path.every((step, index) => at[index] === step)

const only =
  (...path: Path) =>
  (at: Path): boolean =>
    at.length === path.length && under(...path)(at)

/** Below a role's part, and not its hours; the role's own name stands in the declaration. */
const trustOf =
  (role: string) =>
  (at: Path): boolean =>
    at[0] === role && at.length > 1 && at[1] !== 'sessionHours'

/** The texts of an answer that is a list. */
export const listed = (answer: string | undefined): ReadonlyArray<string> =>
  (answer ?? '').split(/[,\s]+/).filter((text) => text !== '')

const capitalised = (text: string): string =>
  text.replaceAll(/(?:^|-)([a-z0-9])/g, (_found, letter: string) => letter.toUpperCase())

const stem = ({ environment = '', 'logical-region': logical = '' }: Answers): string =>
  `Zenthea${capitalised(environment)}${capitalised(logical)}`

const arn = (answers: Answers, resource: string): string =>
  `arn:${euRegions.get(answers['aws-region'] ?? '')?.partition ?? 'aws'}:iam::${answers['account'] ?? ''}:${resource}`

const bucketStem = ({ environment = '', 'logical-region': logical = '' }: Answers): string =>
  `zenthea-${environment}-${logical}`

/** Every question, in the order in which one follows from those before. */
export const questions: ReadonlyArray<Question> = [
  { name: 'account', asks: 'AWS account, 12 digits', owns: only('account') },
  { name: 'environment', asks: 'environment, such as staging or prod', owns: only('environment') },
  {
    name: 'logical-region',
    asks: 'logical region, such as eu',
    owns: (at) => only('region', 'logical')(at) || only('backend', 'key')(at)
  },
  { name: 'aws-region', asks: `AWS region: ${[...euRegions.keys()].join(', ')}`, owns: only('region', 'aws') },
  {
    name: 'bucket',
    asks: 'bucket of the state',
    propose: (answers) => `${bucketStem(answers)}-tfstate`,
    owns: only('backend', 'bucket')
  },
  {
    name: 'lock-table',
    asks: 'lock table',
    propose: (answers) => `${bucketStem(answers)}-tflock`,
    owns: only('backend', 'lockTable')
  },
  {
    name: 'bootstrap-principal',
    asks: 'bootstrap principal: the role that exists before day 0, by its ARN',
    propose: (answers) => arn(answers, 'role/ZentheaFoundationBootstrap'),
    owns: only('bootstrapPrincipal')
  },
  ...(
    [
      ['operator-role', 'operatorRole', 'role/zenthea/foundation', 'Operator'],
      ['automation-role', 'automationRole', 'role/zenthea/foundation', 'Automation'],
      ['permissions-boundary', 'permissionsBoundary', 'policy/zenthea/foundation', 'Boundary']
    ] as const
  ).map(([name, field, path, end]) => ({
    name,
    asks: `${name.replace('-', ' ')} that the stack will make, by its ARN`,
    propose: (answers: Answers) => arn(answers, `${path}/${stem(answers)}${end}`),
    owns: only(field)
  })),
  {
    name: 'trusted-accounts',
    asks: 'accounts whose principals may assume a role',
    propose: ({ account = '' }) => account,
    owns: under('trustedAccounts')
  },
  {
    name: 'operators',
    asks: 'roles that may assume the operator role, by ARN; empty for none',
    owns: trustOf('operatorRole')
  },
  {
    name: 'operator-users',
    asks: 'path of the IAM users who may assume it with MFA, such as /operators/; empty for none',
    owns: trustOf('operatorRole')
  },
  {
    name: 'mfa-seconds',
    asks: 'how many seconds ago they may have shown MFA',
    propose: () => '3600',
    owns: trustOf('operatorRole'),
    isAsked: (answers) => answers['operator-users'] !== ''
  },
  {
    name: 'operator-hours',
    asks: 'hours of an operator session, 1 to 12',
    propose: () => '1',
    owns: under('operatorRole', 'sessionHours')
  },
  {
    name: 'planners',
    asks: 'roles that may assume the automation role, by ARN',
    owns: trustOf('automationRole')
  },
  {
    name: 'automation-hours',
    asks: 'hours of an automation session, 1 to 12',
    propose: () => '1',
    owns: under('automationRole', 'sessionHours')
  },
  {
    name: 'recovery-days',
    asks: 'days that the lock table can be restored for, 1 to 35',
    propose: () => '35',
    owns: under('lockTable')
  },
  {
    name: 'tofu-versions',
    asks: 'releases of OpenTofu',
    propose: () => '>= 1.10.0, < 2.0.0',
    owns: only('versions', 'tofu')
  },
  {
    name: 'provider-version',
    asks: 'release of the AWS provider',
    propose: () => '5.100.0',
    owns: under('versions', 'awsProvider')
  },
  {
    name: 'accepted-proof',
    asks: 'that release is checked against its schema, not run; write these words to accept it',
    owns: under('versions', 'acceptedProof'),
    isAsked: (_answers, isRefusedWithout) => isRefusedWithout()
  }
]
