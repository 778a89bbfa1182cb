import { iamName } from '../../declaration/arn.ts'
import { declarationRule } from '../charter.ts'

const fields = ['bootstrapPrincipal', 'operatorRole', 'automationRole', 'permissionsBoundary'] as const

/** The bootstrap principal, both roles and the boundary belong to the declared account. */
export const principalsInAccount = declarationRule({
  name: 'principals-in-account',
  needs: ['account', ...fields],
  check: ({ declaration }) =>
    fields
      .filter((field) => iamName(declaration[field]).account !== declaration.account)
      .map((field) => ({
        rule: 'principals-in-account',
        clause: 'J.7.0 §4',
        at: [field],
        expected: `an ARN in the declared account ${declaration.account}`,
        actual: `account ${iamName(declaration[field]).account}`,
        remedy: 'Correct the account in the ARN, or the declared account.'
      }))
})
