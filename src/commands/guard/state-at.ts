import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { StateFacts } from '../preflight/checks/state/state-whole.ts'
import type { StateAt } from './saved-plan.ts'

/** A state as it is written down. */
export const stateAt = (state: O.Option<StateFacts>): StateAt =>
  pipe(
    state,
    O.match(
      () => null,
      ({ serial, lineage, versionId }) => ({ serial, lineage, versionId: versionId ?? null })
    )
  )
