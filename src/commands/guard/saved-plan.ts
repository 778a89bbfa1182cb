import { Moment } from '../../diagnostics/kinds.ts'
import type { Sourced } from '../../diagnostics/origin.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import { pipe } from 'fp-ts/lib/function.js'
import * as t from 'io-ts'
import { jsonOf } from '../../diagnostics/strict-json.ts'
import { closedRecord } from '../../diagnostics/closed.ts'
import { CommitId, Version, sha256Of } from './forms.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { StateFacts } from '../preflight/checks/state/state-whole.ts'

export const SAVED_PLAN_SCHEMA = 'zenthea-foundation/saved-plan/2'

/** The tofu of a run, by what it is; where it lies may name a home. */
export const TofuUsed = closedRecord({ version: Version, sha256: sha256Of<'tofu'>() })
export type TofuUsed = t.TypeOf<typeof TofuUsed>

/** A state by what changes with every write of it; null where nothing was applied yet. */
export const StateAt = t.union([
  t.null,
  closedRecord({ serial: t.number, lineage: t.string, versionId: t.union([t.null, t.string]) })
])
export type StateAt = t.TypeOf<typeof StateAt>

/** What is written down about a saved plan: all that must still be so when it is applied. No secret, nobody's name. */
export const SavedPlan = closedRecord({
  schema: t.literal(SAVED_PLAN_SCHEMA),
  stack: t.string,
  /** The full id of the git commit. */
  commit: CommitId,
  /** Of the emitted file. */
  fileSha256: sha256Of<'the emitted file'>(),
  /** The role that called, in words, without the name of a session. */
  principal: t.string,
  tofu: TofuUsed,
  planSha256: sha256Of<'the plan'>(),
  /** Of `.terraform.lock.hcl`. */
  providerLockSha256: sha256Of<'the lock file'>(),
  state: StateAt,
  hasChanges: t.literal(true),
  createdAt: Moment
})
export type SavedPlan = t.TypeOf<typeof SavedPlan>

const notReadable: Sourced<Diagnostic> = {
  rule: 'saved-plan-readable',
  clause: 'J.7.0 §4',
  from: { kind: 'plan', name: 'as it was saved' },
  expected: 'a plan that this guard saved, with all that was written down about it',
  actual: 'a file of another form',
  remedy: 'Run plan again.'
}

/** What is written down about a saved plan, or that it cannot be read. */
export const readSavedPlan = (text: string): E.Either<Sourced<Diagnostic>, SavedPlan> =>
  pipe(
    jsonOf(text),
    O.flatMap((json) => O.fromEither(SavedPlan.decode(json))),
    E.fromOption(() => notReadable)
  )

/** As it is stored. */
export const writtenSavedPlan = (saved: SavedPlan): string => `${JSON.stringify(saved, undefined, 2)}\n`

/** A state as it is written down. */
export const stateAt = (state: O.Option<StateFacts>): StateAt =>
  pipe(
    state,
    O.match(
      () => null,
      ({ serial, lineage, versionId }) => ({ serial, lineage, versionId: versionId ?? null })
    )
  )
