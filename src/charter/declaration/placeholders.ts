import type { Declaration } from '../../declaration/declaration.ts'
import type { Path, Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import type { ConfigurationRule, DeclarationRule } from '../charter.ts'
import { placeholdersIn } from '../placeholder-in.ts'

/** Account ids that no customer of AWS has: one digit twelve times, and the digits in order. */
export const isNoAccount = (account: string): boolean => /^([0-9])\1{11}$/.test(account) || account === '123456789012'

/**
 * Refuses values that stand for a value which is still to come, in any field. An identifier is explicit or it is missing
 * (J.7.0 §6).
 */
export const placeholders: DeclarationRule = {
  name: 'placeholders',
  check: ({ declaration }) => [
    ...accounts(declaration)
      .filter(([, account]) => isNoAccount(account))
      .map(([at, account]) => problem(at, 'the id of an account that exists', account)),
    ...placeholdersIn(declaration, []).map(({ at, text }) => placeholderProblem(at, text))
  ]
}

const accounts = ({ account, trustedAccounts = [] }: Partial<Declaration>): ReadonlyArray<readonly [Path, string]> => [
  ...(account === undefined ? [] : [[['account'], account] as const]),
  ...trustedAccounts.map((trusted, index): readonly [Path, string] => [['trustedAccounts', index], trusted])
]

/** The same of all that the parts of a stack hold: who is trusted, below which path, and every tag. */
export const placeholdersInParts: ConfigurationRule = {
  name: 'placeholders',
  check: ({ blocks }) =>
    blocks.flatMap(({ at, body }) =>
      placeholdersIn(body, at, 'trust').map((found) => placeholderProblem(found.at, found.text))
    )
}

/** What is said of a text that stands for another one, wherever an author wrote it. */
const placeholderProblem = (at: Path, text: string): Diagnostic => problem(at, 'a name that is meant to stay', text)

const problem = (at: Path, expected: string, actual: string): Diagnostic => ({
  rule: 'placeholders',
  clause: 'J.7.0 §6',
  at,
  expected,
  actual: shown(actual),
  remedy: 'Write the real value; a placeholder is an ambiguous configuration.'
})
