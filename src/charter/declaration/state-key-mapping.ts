import type { Declaration } from '../../declaration/declaration.ts'
import { shown } from '../../diagnostics/shown.ts'
import { type DeclarationRule, declarationRule } from '../charter.ts'
import { agreedAccount } from './principals-in-account.ts'

type Mapped = Pick<Declaration, 'environment' | 'region'>

const keyOf = (account: string, { environment, region }: Mapped): string =>
  `${account}/${environment}/${region.logical}/terraform.tfstate`

const name = 'state-key-mapping'

const byTheAccount = declarationRule({
  name,
  needs: ['account', 'environment', 'region', 'backend'],
  check: ({ declaration }) => {
    const expected = keyOf(declaration.account, declaration)
    return declaration.backend.key === expected
      ? []
      : [
          {
            rule: name,
            clause: 'J.6.2 §4',
            at: ['backend', 'key'],
            expected: shown(expected),
            actual: shown(declaration.backend.key),
            remedy: 'Write the key that the mapping gives: account, environment, logical region, terraform.tfstate.'
          }
        ]
  }
})

/**
 * Whether the key belongs to the account of all four ARNs. Then the declared account is the mistake, and is reported
 * itself.
 */
const isOfTheArns = (declaration: Partial<Declaration>): boolean => {
  const { environment, region, backend } = declaration
  if (environment === undefined || region === undefined) return false
  const agreed = agreedAccount(declaration)
  return agreed !== undefined && backend?.key === keyOf(agreed, { environment, region })
}

/** The state key is `<account>/<environment>/<logical region>/terraform.tfstate` (J.6.2 §4, deterministic mapping). */
export const stateKeyMapping: DeclarationRule = {
  name,
  check: (subject) => (isOfTheArns(subject.declaration) ? [] : byTheAccount.check(subject))
}
