import { policyIdentity, roleIdentity } from '../../declaration/arn.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import type { IsolationRule } from '../charter.ts'

const fields = ['operatorRole', 'automationRole', 'permissionsBoundary'] as const

const identity = (declaration: Declaration, field: (typeof fields)[number]): string =>
  field === 'permissionsBoundary' ? policyIdentity(declaration[field]) : roleIdentity(declaration[field])

/** No role and no boundary belongs to two stacks: a shared one could reach both states (J.6.2 §4, §6). */
export const ownRoles: IsolationRule = {
  name: 'own-roles',
  by: ({ declaration }) => fields.map((field) => identity(declaration, field)),
  check: ({ declaration: mine }, { source, declaration: other }) =>
    fields
      .filter((field) => fields.some((theirs) => identity(mine, field) === identity(other, theirs)))
      .map((field) => ({
        rule: 'own-roles',
        clause: 'J.6.2 §6',
        at: [field],
        expected: 'a name of its own: IAM does not tell names by their path or by capitals',
        actual: `${source} declares the same`,
        remedy: 'Give each stack its own roles and its own boundary.'
      }))
}
