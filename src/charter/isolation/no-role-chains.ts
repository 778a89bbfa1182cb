import { roleIdentity } from '../../declaration/arn.ts'
import { shown } from '../../diagnostics/shown.ts'
import type { IsolationRule } from '../charter.ts'

const made = ['operatorRole', 'automationRole'] as const

/**
 * No role that one stack makes may assume a role of another (J.6.2 §4, no shared state). Such a role would
 * reach two states, and a chain or a circle of such trust would reach all of them. Each chain begins with one such step.
 */
export const noRoleChains: IsolationRule = {
  name: 'no-role-chains',
  by: ({ declaration, trusted }) => [
    ...made.map((field) => roleIdentity(declaration[field])),
    ...trusted.map(({ arn }) => roleIdentity(arn))
  ],
  check: (mine, other) => {
    const is = (one: string, another: string): boolean => roleIdentity(one) === roleIdentity(another)
    const found = [
      ...mine.trusted
        .filter(({ arn }) => made.some((field) => is(arn, other.declaration[field])))
        .map(({ arn, at }) => ({ at, actual: `${shown(arn)}, a role of ${other.source}` })),
      ...made
        .filter((field) => other.trusted.some(({ arn }) => is(arn, mine.declaration[field])))
        .map((field) => ({
          at: [field],
          actual: `${shown(mine.declaration[field])}, which a role of ${other.source} trusts`
        }))
    ]
    return found.map(({ at, actual }) => ({
      rule: 'no-role-chains',
      clause: 'J.6.2 §4',
      at,
      expected: 'no role of one stack that leads to a role of another',
      actual,
      remedy: 'Trust the role that people or automation sign in with, and not a role that a stack makes.'
    }))
  }
}
