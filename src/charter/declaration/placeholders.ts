import { type Declaration, bootstrapPrincipals } from '../../declaration/declaration.ts'
import type { Path, Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import { declarationRule } from '../charter.ts'

const words =
  /(^|[^a-z])(change-?me|to-?do|tbd|fix-?me|placeholder|dummy|example|sample|your|my|foo|bar|xxx+)([^a-z]|$)/i

/** Account ids that no customer of AWS has: one digit twelve times, and the digits in order. */
export const isNoAccount = (account: string): boolean => /^([0-9])\1{11}$/.test(account) || account === '123456789012'

const fields = [
  'account',
  'backend',
  'environment',
  'region',
  'trustedAccounts',
  'bootstrapPrincipal',
  'nextBootstrapPrincipal',
  'operatorRole',
  'automationRole',
  'permissionsBoundary'
] as const

type Declared = Pick<Declaration, (typeof fields)[number]>

/** Refuses values that stand for a value which is still to come. An identifier is explicit or it is missing (J.7.0 §6). */
export const placeholders = declarationRule({
  name: 'placeholders',
  needs: fields,
  check: ({ declaration }) => [
    ...accounts(declaration)
      .filter(([, account]) => isNoAccount(account))
      .map(([at, account]) => problem(at, 'the id of an account that exists', shown(account))),
    ...names(declaration)
      .filter(([, name]) => words.test(name))
      .map(([at, name]) => problem(at, 'a name that is meant to stay', shown(name)))
  ]
})

const accounts = ({ account, trustedAccounts }: Declared): ReadonlyArray<readonly [Path, string]> => [
  [['account'], account],
  ...trustedAccounts.map((trusted, index): readonly [Path, string] => [['trustedAccounts', index], trusted])
]

const names = (declaration: Declared): ReadonlyArray<readonly [Path, string]> => [
  [['environment'], declaration.environment],
  [['region', 'logical'], declaration.region.logical],
  [['backend', 'bucket'], declaration.backend.bucket],
  [['backend', 'lockTable'], declaration.backend.lockTable],
  ...bootstrapPrincipals(declaration).map(([field, arn]): readonly [Path, string] => [[field], arn]),
  [['operatorRole'], declaration.operatorRole],
  [['automationRole'], declaration.automationRole],
  [['permissionsBoundary'], declaration.permissionsBoundary]
]

const problem = (at: Path, expected: string, actual: string): Diagnostic => ({
  rule: 'placeholders',
  clause: 'J.7.0 §6',
  at,
  expected,
  actual,
  remedy: 'Write the real value; a placeholder is an ambiguous configuration.'
})
