import { shown } from '../../diagnostics/shown.ts'
import type { IsolationRule } from '../charter.ts'

/** No two stacks keep their state under one key of one bucket (J.6.2 §4). */
export const ownStateKey: IsolationRule = {
  name: 'own-state-key',
  by: ({ declaration: { backend } }) => [backend.bucket],
  check: ({ declaration: mine }, { source, declaration: other }) =>
    mine.backend.bucket === other.backend.bucket && mine.backend.key === other.backend.key
      ? [
          {
            rule: 'own-state-key',
            clause: 'J.6.2 §4',
            at: ['backend', 'key'],
            expected: 'a state of its own, in a bucket of its own',
            actual: `${shown(mine.backend.key)}, which ${source} declares too`,
            remedy: 'Give each stack its own bucket, and the key that the mapping gives.'
          }
        ]
      : []
}
