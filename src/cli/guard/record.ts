import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { EVIDENCE_SCHEMA, type Evidence, writtenEvidence } from '../../guard/evidence.ts'
import type { Ledger } from '../../guard/ledger.ts'
import type { Clock } from '../../ports/clock.ts'
import type { EvidenceStore } from '../../ports/plan-store.ts'

/** How a run ended: why, in the words of the evidence, and with which exit code. */
export type Ended = Evidence['outcome']

export type RecordPorts = {
  readonly clock: Clock
  readonly evidence: EvidenceStore
  readonly newId: () => string
  /** The SHA-256 that names this program. */
  readonly program: string
}

/** Evidence that could not be stored: the document itself, so that it is not lost. */
export type Unstored = { readonly path: string; readonly why: string; readonly document: string }

/** Stores the evidence of a run that began at that moment, and gives its path. */
export const record = (
  { clock, evidence, newId, program }: RecordPorts,
  ledger: Ledger,
  began: number,
  outcome: Ended
): TE.TaskEither<Unstored, string> => {
  const document = writtenEvidence({
    schema: EVIDENCE_SCHEMA,
    program,
    ...ledger,
    began: clock.written(began),
    ended: clock.written(clock.now()),
    outcome
  })
  const name = `${clock.written(began).replaceAll(':', '').replace('.', '')}-${ledger.command}-${newId().slice(0, 8)}`
  return pipe(
    evidence.write(ledger.stack, name, document),
    TE.mapLeft((failure) => ({
      path: failure.path,
      why: failure._tag === 'SystemRefused' ? failure.message : failure.why,
      document
    }))
  )
}
