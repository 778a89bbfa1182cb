import { iamName } from '../../declaration/arn.ts'
import { declarationRule } from '../charter.ts'

const fields = [
  'bootstrapPrincipal',
  'operatorRole',
  'automationRole',
  'permissionsBoundary',
  'nextBootstrapPrincipal'
] as const

/** The bootstrap principal, the next one, both roles and the boundary belong to the declared account. */
export const principalsInAccount = declarationRule({
  name: 'principals-in-account',
  needs: ['account', ...fields],
  check: ({ declaration }) =>
    fields.flatMap((field) => {
      const arn = declaration[field]
      if (arn === undefined || iamName(arn).account === declaration.account) return []
      return [
        {
          rule: 'principals-in-account',
          clause: 'J.7.0 §4',
          at: [field],
          expected: `an ARN in the declared account ${declaration.account}`,
          actual: `account ${iamName(arn).account}`,
          remedy: 'Correct the account in the ARN, or the declared account.'
        }
      ]
    })
})
