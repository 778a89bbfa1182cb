import { shown } from '../../diagnostics/shown.ts'
import type { IsolationRule } from '../charter.ts'

/** An environment maps to exactly one account (J.6.2 §4). */
export const oneAccount: IsolationRule = {
  name: 'one-account',
  by: ({ declaration: { environment } }) => [environment],
  check: ({ declaration: mine }, { source, declaration: other }) =>
    mine.environment === other.environment && mine.account !== other.account
      ? [
          {
            rule: 'one-account',
            clause: 'J.6.2 §4',
            at: ['account'],
            expected: `${other.account}, to which ${source} maps environment ${shown(mine.environment)}`,
            actual: shown(mine.account),
            remedy: 'Give each environment one account, or each account an environment of its own.'
          }
        ]
      : []
}
