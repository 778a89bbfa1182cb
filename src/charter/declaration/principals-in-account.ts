import { iamName } from '../../declaration/arn.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { declarationRule } from '../charter.ts'
import { isNoAccount } from './placeholders.ts'

const four = ['bootstrapPrincipal', 'operatorRole', 'automationRole', 'permissionsBoundary'] as const

/**
 * The account that all four ARNs agree on, where all are declared. Where it is another than the declared one, the declared
 * one is most likely the mistake, and is the one thing to be said.
 */
export const agreedAccount = (declaration: Partial<Declaration>): string | undefined => {
  const [account, ...others] = new Set(four.map((field) => accountOf(declaration[field])))
  return others.length === 0 ? account : undefined
}

const accountOf = (arn: Declaration[(typeof four)[number]] | undefined): string | undefined =>
  arn === undefined ? undefined : iamName(arn).account

/** The bootstrap principal, the next one, both roles and the boundary belong to the declared account. */
export const principalsInAccount = declarationRule({
  name: 'principals-in-account',
  needs: ['account', ...four, 'nextBootstrapPrincipal'],
  check: ({ declaration }) => {
    if (isNoAccount(declaration.account)) return []
    const agreed = agreedAccount(declaration)
    if (agreed !== undefined && agreed !== declaration.account)
      return [
        disagreement(
          'account',
          `${agreed}, the account of all four ARNs`,
          `account ${declaration.account}`,
          'Correct the declared account, or the account in all four ARNs.'
        )
      ]
    return [...four, 'nextBootstrapPrincipal' as const].flatMap((field) => {
      const arn = declaration[field]
      if (arn === undefined || iamName(arn).account === declaration.account) return []
      return [
        disagreement(
          field,
          `an ARN in the declared account ${declaration.account}`,
          `account ${iamName(arn).account}`,
          'Correct the account in the ARN, or the declared account.'
        )
      ]
    })
  }
})

const disagreement = (field: keyof Declaration, expected: string, actual: string, remedy: string): Diagnostic => ({
  rule: 'principals-in-account',
  clause: 'J.7.0 §4',
  at: [field],
  expected,
  actual,
  remedy
})
