import * as assert from 'uvu/assert'
import type { Evidence } from '../../../src/commands/guard/evidence.ts'

/** What the guard found not to be in order after an apply, by its evidence. */
export const failedAfterwards = ({ findings }: Evidence): ReadonlyArray<string> =>
  findings.filter(({ of, outcome }) => of === 'afterwards' && outcome === 'failed').map(({ id }) => id)

/** The id of the lock that a report names. */
export const lockNamed = (screen: string): string => {
  const [, id = ''] = /force-unlock ([0-9a-f-]{36});/.exec(screen) ?? []
  assert.is.not(id, '', screen)
  return id
}
