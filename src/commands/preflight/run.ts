import type * as IO from 'fp-ts/lib/IO.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import type { PreflightEvent } from './event.ts'
import type { LivePorts, PreflightPorts } from './ports.ts'
import type { Preflight } from './result.ts'
import type { Subject } from './subject.ts'
import { type Asked, preflight } from './preflight.ts'

/** What a run about one stack needs of the outside. */
export type RunPorts = Omit<PreflightPorts, 'open' | 'tell'> & {
  readonly open: (
    subject: Subject,
    retrying: (failure: AwsFailure, ofAttempts: number, millis: number) => IO.IO<void>
  ) => TE.TaskEither<string, LivePorts>
}

/** One run about one stack, each moment of it told. */
export const runPreflight =
  (subject: Subject, asked: Asked, tell: (event: PreflightEvent) => IO.IO<void>): RT.ReaderTask<RunPorts, Preflight> =>
  (ports) =>
    preflight(
      subject,
      asked
    )({
      ...ports,
      tell,
      open: ports.open(subject, (failure, ofAttempts, millis) =>
        tell({ _tag: 'Retrying', failure, ofAttempts, millis })
      )
    })
