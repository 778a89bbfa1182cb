import { ofOneCause } from './one-cause.ts'
import type { NoSession } from '../../outside/aws/identity.port.ts'
import * as O from 'fp-ts/lib/Option.js'
import type * as RT from 'fp-ts/lib/ReaderTask.js'
import * as T from 'fp-ts/lib/Task.js'
import { pipe } from 'fp-ts/lib/function.js'
import { type CheckName, selected } from './check-names.ts'
import type { Stage } from './checks/directory/judge-directory.ts'
import { type LivePorts, type PreflightPorts, isOffline, offlineChecks, telling } from './ports.ts'
import { online } from './online.ts'
import { type Preflight, type PreflightEvent, resultThrough, verdictOn } from './result.ts'
import type { Subject } from './subject.ts'
import type * as IO from 'fp-ts/lib/IO.js'
import type * as TE from 'fp-ts/lib/TaskEither.js'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'

/** What a run is asked: all checks or one, and whether `tofu init` has been run. */
type Asked = { readonly only: CheckName | undefined; readonly stage: Stage }

/**
 * Proves that the live account, backend and lock are the declared ones, or says which is not. Anything unknown is a refusal
 * (J.6.2 §7, J.7.0 §4). Offline checks first, all on one commit; identity next and alone; then all others at once.
 */
const preflight =
  (subject: Subject, { only, stage }: Asked): RT.ReaderTask<PreflightPorts, Preflight> =>
  (ports) => {
    const names = selected(only)
    const told = telling(ports)
    return pipe(
      ports.repository.head(subject.project),
      T.bindTo('head'),
      T.bind('offline', ({ head }) => {
        const atHead = { ...ports, repository: { ...ports.repository, head: () => T.of(head) } }
        return pipe(
          names.filter(isOffline),
          T.traverseArray((name) => told.run(name, offlineChecks[name](subject, stage)(atHead)))
        )
      }),
      T.bind('seen', ({ offline }) =>
        online(
          subject,
          names.filter((name) => !isOffline(name)),
          ports,
          offline
        )
      ),
      T.map(({ head, offline, seen: { results, whole, called } }) => {
        const all = ofOneCause([...offline, ...results]).map((result) => resultThrough(subject.route, result))
        const isProven = all.length === names.length && all.every(({ _tag }) => _tag === 'Proven')
        const commit = pipe(
          O.fromEither(head),
          O.map((at) => at.commit)
        )
        const state = pipe(
          whole,
          O.flatMap((answer) => answer.state),
          O.map(({ facts }) => facts)
        )
        return verdictOn({ results: all, commit, called, state }, isProven, only === undefined)
      })
    )
  }

/** What a run about one stack needs of the outside. */
export type RunPorts = Omit<PreflightPorts, 'open' | 'tell'> & {
  readonly open: (
    subject: Subject,
    retrying: (failure: AwsFailure, ofAttempts: number, millis: number) => IO.IO<void>
  ) => TE.TaskEither<NoSession, LivePorts>
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
