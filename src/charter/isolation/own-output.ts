import type { IsolationRule } from '../charter.ts'

/** No two stacks are written to one folder, also where capitals do not count in file names (J.6.2 §4). */
export const ownOutput: IsolationRule = {
  name: 'own-output',
  by: ({ stack }) => [stack.toLowerCase()],
  check: ({ stack: mine }, { source, stack: other }) =>
    mine.toLowerCase() === other.toLowerCase()
      ? [
          {
            rule: 'own-output',
            clause: 'J.6.2 §4',
            at: [],
            expected: `an output folder of its own, not out/${mine}`,
            actual: `${source} is written there too`,
            remedy: 'Rename one of the two stack files.'
          }
        ]
      : []
}
