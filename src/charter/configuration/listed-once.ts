import { roleIdentity } from '../../declaration/arn.ts'
import type { Diagnostic, Path } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import type { Principal } from '../../iam/principals.ts'
import { textAt } from '../../terraform/json.ts'
import { type ConfigurationRule, declarationRule } from '../charter.ts'
import { type TrustDocument, trustDocuments } from './trust-documents.ts'

const name = 'listed-once'

/** No account is declared as trusted twice. */
export const accountsListedOnce = declarationRule({
  name,
  needs: ['trustedAccounts'],
  check: ({ declaration: { trustedAccounts } }) =>
    trustedAccounts.flatMap((account, index) =>
      trustedAccounts.indexOf(account) === index
        ? []
        : [
            problem(
              ['trustedAccounts', index],
              'each trusted account once',
              `${shown(account)}, which stands before`,
              'Remove it here.'
            )
          ]
    )
})

/**
 * No trust policy names one role twice, or a group of users that has no effect beside another. Of two role ARNs with one name, one
 * cannot exist: IAM takes a name once in an account, for any path and any capitals.
 * Source: IAM, "CreateRole", RoleName.
 */
export const trustListedOnce: ConfigurationRule = {
  name,
  check: ({ blocks }) =>
    trustDocuments(blocks).flatMap((document) => [...rolesTwice(document), ...usersTwice(document)])
}

const rolesTwice = ({ at, principals }: TrustDocument): ReadonlyArray<Diagnostic> => {
  const roles = principals.filter(({ kind }) => kind === 'role')
  const names = roles.map(({ text }) => roleIdentity(text))
  return roles.flatMap((role, index) => {
    const first = roles[names.indexOf(names[index] ?? '')]
    return first === undefined || first === role
      ? []
      : [
          problem(
            [...at, ...role.at],
            'each role once: IAM takes a name once in an account, for any path and capitals',
            `${shown(role.text)}, beside ${shown(first.text)}`,
            'Keep the ARN of the role that exists, and remove the other.'
          )
        ]
  })
}

/** Users below a path, and how old their MFA may be. */
type Group = { readonly at: Path; readonly users: string; readonly age: number }

const groupOf = ({ at, statement }: Principal): Group => ({
  at: [...at.slice(0, 2), 'Condition', 'ArnLike'],
  users: textAt(statement, 'Condition', 'ArnLike', 'aws:PrincipalArn').replace(/\*$/, ''),
  age: Number(textAt(statement, 'Condition', 'NumericLessThan', 'aws:MultiFactorAuthAge'))
})

/** Whether one group lets in all that the other does. */
const covers = (wide: Group, narrow: Group): boolean =>
  wide.users !== '' && narrow.users.startsWith(wide.users) && wide.age >= narrow.age

const usersTwice = ({ at, principals }: TrustDocument): ReadonlyArray<Diagnostic> => {
  const groups = principals.filter(({ kind }) => kind === 'account').map(groupOf)
  return groups.flatMap((group, index) => {
    const wide = groups.find(
      (other, place) => place !== index && covers(other, group) && (place < index || !covers(group, other))
    )
    return wide === undefined
      ? []
      : [
          problem(
            [...at, ...group.at],
            'a group of users whom no other group lets in already',
            `${told(group)}, beside ${told(wide)}`,
            'Keep the group that is meant, and remove the other.'
          )
        ]
  })
}

const told = ({ users, age }: Group): string => `${shown(users)} with an MFA age of ${age} seconds`

const problem = (at: Path, expected: string, actual: string, remedy: string): Diagnostic => ({
  rule: 'listed-once',
  clause: 'J.7.0 §4',
  at,
  expected,
  actual,
  remedy
})
