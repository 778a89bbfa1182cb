import type { Instant, Sha256 } from '../../diagnostics/kinds.ts'
import type * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { EVIDENCE_SCHEMA, type Evidence, writtenEvidence } from './evidence.ts'
import { type Ledger, emptyLedger } from './ledger.ts'
import { stopWordLine } from '../../command-line/diagnostic-text.ts'
import { toldPath } from '../../command-line/places.ts'
import { printable } from '../../command-line/printable.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
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
  readonly program: Sha256<'the program'>
  /** Whether this runs in a sandbox. */
  readonly isSandbox: boolean
}

/**
 * The one document of a run. It is stored when the run begins, again when there is more to say, and for the last time at the
 * end.
 */
export type Recording = {
  readonly ledger: () => Ledger
  readonly learn: (more: (ledger: Ledger) => Ledger) => void
  /** Stores what is known so far, as of a run that did not come to its end. */
  readonly note: TE.TaskEither<PrivateFailure, void>
  /** Completes it and says where it lies; where that fails, shows it. The exit code of the run. */
  readonly complete: (terminal: Terminal, ended: Ended) => T.Task<number>
}

const NOT_COMPLETED: Ended = { reason: 'NotCompleted', objections: [], exitCode: 1 }

const showDocument = ({ err, paintErr }: Terminal, failure: PrivateFailure, document: string): void => {
  const why = failure._tag === 'SystemRefused' ? failure.message : failure.why
  const what = paintErr('red', `the evidence cannot be stored in ${printable(failure.path)}: ${printable(why)}`)
  err(asText([what, stopWordLine('not-stored'), 'Keep it yourself; it is:', document]))
}

/** The recording of a run that begins now, about what its command line names. Nothing is stored yet. */
export const recording = (
  { clock, evidence, newId, program, isSandbox }: RecordPorts,
  { command, stack }: Pick<Ledger, 'command' | 'stack'>
): Recording => {
  const began = clock.written(clock.now())
  const named = command === null ? [] : [command]
  const name = [began.replaceAll(':', '').replace('.', ''), ...named, newId().slice(0, 8)].join('-')
  let known = emptyLedger({ command, stack })
  let stored: Promise<unknown> = Promise.resolve()
  /** One write after the other: a signal ends a run also while its first document is being stored. */
  const store =
    (text: string): ReturnType<EvidenceStore['write']> =>
    () => {
      const written = stored.then(evidence.write(stack, name, text))
      stored = written
      return written
    }
  const document = (ended: Instant | null, outcome: Ended): string =>
    writtenEvidence({
      schema: EVIDENCE_SCHEMA,
      program,
      sandbox: isSandbox,
      ...known,
      completed: ended !== null,
      began,
      ended,
      outcome
    })
  return {
    ledger: () => known,
    learn: (more) => {
      known = more(known)
    },
    note: () =>
      pipe(
        store(document(null, NOT_COMPLETED)),
        TE.map(() => undefined)
      )(),
    complete: (terminal, ended) => async () => {
      const text = document(clock.written(clock.now()), ended)
      return pipe(
        store(text),
        TE.match(
          (failure) => {
            showDocument(terminal, failure, text)
            return ended.exitCode === 0 ? 1 : ended.exitCode
          },
          (path) => {
            terminal.out(asText(['', `evidence    ${printable(toldPath(path))}`]))
            return ended.exitCode
          }
        )
      )()
    }
  }
}
