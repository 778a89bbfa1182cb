import { shown } from '../../diagnostics/shown.ts'
import type { IsolationRule } from '../charter.ts'

/**
 * No bucket holds the states of two stacks (J.6.2 §4). Bucket names are unique in all of AWS, so the name decides; the
 * same key in the same bucket is the state key rule's to refuse.
 */
export const ownBucket: IsolationRule = {
  name: 'own-bucket',
  by: ({ declaration: { backend } }) => [backend.bucket],
  check: ({ declaration: mine }, { source, declaration: other }) =>
    mine.backend.bucket === other.backend.bucket && mine.backend.key !== other.backend.key
      ? [
          {
            rule: 'own-bucket',
            clause: 'J.6.2 §4',
            at: ['backend', 'bucket'],
            expected: 'a bucket of its own',
            actual: `${shown(mine.backend.bucket)}, which ${source} declares too`,
            remedy: 'Give each stack its own bucket.'
          }
        ]
      : []
}
