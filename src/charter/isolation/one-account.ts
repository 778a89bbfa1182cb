import { iamName } from '../../declaration/arn.ts'
import { shown } from '../../diagnostics/shown.ts'
import type { IsolationRule, Neighbour } from '../charter.ts'

/** The partition of a stack. Two partitions have accounts of their own, also where the numbers are equal. */
const partitionOf = ({ declaration }: Neighbour): string => iamName(declaration.bootstrapPrincipal).partition

/** An environment maps to exactly one account (J.6.2 §4). */
export const oneAccount: IsolationRule = {
  name: 'one-account',
  by: ({ declaration: { environment } }) => [environment],
  check: (mine, other) => {
    const { environment, account } = mine.declaration
    const isOne = account === other.declaration.account && partitionOf(mine) === partitionOf(other)
    return environment !== other.declaration.environment || isOne
      ? []
      : [
          {
            rule: 'one-account',
            clause: 'J.6.2 §4',
            at: ['account'],
            expected: `${other.declaration.account} in ${partitionOf(other)}, to which ${other.source} maps environment ${shown(environment)}`,
            actual: `${shown(account)} in ${partitionOf(mine)}`,
            remedy: 'Give each environment one account, or each account an environment of its own.'
          }
        ]
  }
}
