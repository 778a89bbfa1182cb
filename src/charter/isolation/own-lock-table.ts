import { shown } from '../../diagnostics/shown.ts'
import type { IsolationRule } from '../charter.ts'

/**
 * No lock table serves two stacks (J.6.2 §4, §5). The same name in another account or region is another table, but
 * names that differ leave nothing to confuse, so the name alone decides.
 */
export const ownLockTable: IsolationRule = {
  name: 'own-lock-table',
  by: ({ declaration: { backend } }) => [backend.lockTable],
  check: ({ declaration: mine }, { source, declaration: other }) =>
    mine.backend.lockTable === other.backend.lockTable
      ? [
          {
            rule: 'own-lock-table',
            clause: 'J.6.2 §4',
            at: ['backend', 'lockTable'],
            expected: 'a lock table of its own',
            actual: `${shown(mine.backend.lockTable)}, which ${source} declares too`,
            remedy: 'Give each stack its own lock table.'
          }
        ]
      : []
}
