import { shown } from '../../diagnostics/shown.ts'
import type { ConfigurationRule } from '../charter.ts'
import { trustDocuments } from './trust-documents.ts'

/** Every principal belongs to an account that the stack declares as trusted. */
export const trustAccounts: ConfigurationRule = {
  name: 'trust-accounts',
  check: ({ blocks, declaration: { trustedAccounts } }) =>
    trustDocuments(blocks).flatMap(({ at, principals }) =>
      principals
        .filter(({ account }) => account !== '' && !trustedAccounts.some((trusted) => trusted === account))
        .map((principal) => ({
          rule: 'trust-accounts',
          clause: 'J.7.0 §4',
          at: [...at, ...principal.at],
          expected: `a principal of a declared account: ${trustedAccounts.join(', ') || 'none is declared'}`,
          actual: shown(principal.text),
          remedy:
            'Add the account to `trustedAccounts` if its principals are meant to be trusted, or remove the principal.'
        }))
    )
}
