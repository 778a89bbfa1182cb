import type { IsolationRule } from '../charter.ts'

/** One state for each account, environment and logical region (J.7.0 §3.4). */
export const oneState: IsolationRule = {
  name: 'one-state',
  by: ({ declaration: { account, environment, region } }) => [`${account}/${environment}/${region.logical}`],
  check: ({ declaration: mine }, { source, declaration: other }) =>
    mine.account === other.account &&
    mine.environment === other.environment &&
    mine.region.logical === other.region.logical
      ? [
          {
            rule: 'one-state',
            clause: 'J.7.0 §3.4',
            at: ['region', 'logical'],
            expected: 'one stack for each account, environment and logical region',
            actual: `${source} declares the same three`,
            remedy: 'Merge the two, or correct account, environment or logical region in one of them.'
          }
        ]
      : []
}
