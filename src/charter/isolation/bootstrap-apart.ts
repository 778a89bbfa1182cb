import { bootstrapPrincipals } from '../../declaration/declaration.ts'
import { roleIdentity } from '../../declaration/arn.ts'
import { shown } from '../../diagnostics/shown.ts'
import type { IsolationRule } from '../charter.ts'

const made = ['operatorRole', 'automationRole'] as const

/**
 * No role that one stack makes is the bootstrap principal of another (J.6.2 §6, least privilege). A bootstrap principal
 * changes roles and policies. Several stacks of an account may have the same one: it is one administrator.
 */
export const bootstrapApart: IsolationRule = {
  name: 'bootstrap-apart',
  by: ({ declaration }) => [
    ...made.map((field) => roleIdentity(declaration[field])),
    ...bootstrapPrincipals(declaration).map(([, arn]) => roleIdentity(arn))
  ],
  check: ({ declaration: mine }, { source, declaration: other }) => {
    const is = (one: string, another: string): boolean => roleIdentity(one) === roleIdentity(another)
    const fields = [
      ...made
        .filter((field) => bootstrapPrincipals(other).some(([, arn]) => is(mine[field], arn)))
        .map((field) => [field, mine[field], `the bootstrap principal of ${source}`] as const),
      ...bootstrapPrincipals(mine)
        .filter(([, arn]) => made.some((field) => is(arn, other[field])))
        .map(([field, arn]) => [field, arn, `a role that ${source} makes`] as const)
    ]
    return fields.map(([field, arn, what]) => ({
      rule: 'bootstrap-apart',
      clause: 'J.6.2 §6',
      at: [field],
      expected: 'a bootstrap principal that no stack makes, and roles that no stack has as its bootstrap principal',
      actual: `${shown(arn)}, ${what}`,
      remedy: 'Name a role that exists before day 0 as bootstrap principal, and give each stack roles of its own.'
    }))
  }
}
