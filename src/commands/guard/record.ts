import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { EVIDENCE_SCHEMA, type Evidence, writtenEvidence } from './evidence.ts'
import type { Ledger } from './ledger.ts'
import type { Clock } from '../../outside/process/clock.port.ts'
import type { EvidenceStore } from '../../outside/private/stores.port.ts'
import type { PrivateFailure } from '../../outside/files/files.port.ts'

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
export type Unstored = { readonly failure: PrivateFailure; readonly document: string }

/** The one document of a run: stored when it begins, again when there is more to say, and for the last time at its end. */
export type Recording = {
  /** As of a run that did not come to its end; its path. */
  readonly soFar: (ledger: Ledger) => TE.TaskEither<PrivateFailure, string>
  readonly completed: (ledger: Ledger, outcome: Ended) => TE.TaskEither<Unstored, string>
}

const NOT_COMPLETED: Ended = { reason: 'NotCompleted', objections: [], exitCode: 1 }

/** The recording of a run that begins now. */
export const recording = ({ clock, evidence, newId, program }: RecordPorts, { stack, command }: Ledger): Recording => {
  const began = clock.written(clock.now())
  const name = `${began.replaceAll(':', '').replace('.', '')}-${command}-${newId().slice(0, 8)}`
  const document = (ledger: Ledger, ended: string | null, outcome: Ended): string =>
    writtenEvidence({
      schema: EVIDENCE_SCHEMA,
      program,
      ...ledger,
      completed: ended !== null,
      began,
      ended,
      outcome
    })
  return {
    soFar: (ledger) => evidence.write(stack, name, document(ledger, null, NOT_COMPLETED)),
    completed: (ledger, outcome) => {
      const text = document(ledger, clock.written(clock.now()), outcome)
      return pipe(
        evidence.write(stack, name, text),
        TE.mapLeft((failure) => ({ failure, document: text }))
      )
    }
  }
}
