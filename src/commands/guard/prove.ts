import type { NoSession } from '../../outside/aws/identity.port.ts'
import * as O from 'fp-ts/lib/Option.js'
import { type Called, callingRole, seenRole } from '../../caller/seen-role.ts'
import type { ProviderSource } from '../preflight/checks/environment/provider-sources.ts'
import type { Preflight, PreflightEvent } from '../preflight/result.ts'
import * as E from 'fp-ts/lib/Either.js'
import type * as IO from 'fp-ts/lib/IO.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'
import type { GuardCommand } from './commands.ts'
import type { AwsFailure } from '../../outside/aws/failure.port.ts'
import { judgeCli } from '../preflight/checks/environment/cli-configuration.ts'
import type { LivePorts } from '../preflight/ports.ts'
import type { Subject } from '../preflight/subject.ts'
import type { SourcesRead } from '../../outside/stack/evaluator.port.ts'
import { type RunPorts, runPreflight } from '../preflight/preflight.ts'
import type { GuardSubject } from './ports.ts'
import type { Proven, Proof } from './facts.ts'

/** A way to the live backend, and the credentials and authorities that it goes with. */
type Opened = Pick<Proven, 'credentials' | 'authorities'> & { readonly aws: LivePorts }

/** What preflight needs of the outside when the guard runs it. */
export type ProvePorts = Omit<RunPorts, 'open'> & {
  /** The files of `stacks/` of a project as they lie there now. */
  readonly readSources: (project: string) => T.Task<SourcesRead>
  readonly open: (
    subject: Subject,
    retrying: (failure: AwsFailure, ofAttempts: number, millis: number) => IO.IO<void>
  ) => TE.TaskEither<NoSession, Opened>
}

/** Where tofu would take the provider from; none when what preflight allowed is not so any more. */
const sourcesNow = (subject: Subject, ports: ProvePorts): T.Task<O.Option<ReadonlyArray<ProviderSource>>> =>
  pipe(
    ports.cliConfiguration.read(subject.project, ports.variables),
    T.map((read) => {
      if (E.isLeft(read)) return O.none
      const { diagnostics, sources } = judgeCli(read.right)
      const implied = read.right.impliedMirrors.map((path) => ({ kind: 'filesystem', path }) as const)
      return diagnostics.length > 0
        ? O.none
        : pipe(
            sources,
            O.alt(() => O.some<ReadonlyArray<ProviderSource>>([...implied, { kind: 'registry' }]))
          )
    })
  )

const provenBy = (
  seen: Preflight,
  opened: Opened | undefined,
  sources: O.Option<ReadonlyArray<ProviderSource>>
): O.Option<Proven> =>
  seen.verdict === 'proven' && opened !== undefined
    ? pipe(
        sources,
        O.map((known) => ({
          ...seen.called.value,
          commit: seen.commit.value,
          sources: known,
          state: seen.state,
          credentials: opened.credentials,
          authorities: opened.authorities,
          aws: opened.aws
        }))
      )
    : O.none

/**
 * All of preflight in this process, and the very session that it used, for a child that gets no other. The second time it
 * is about the sources as they lie there by then: a file that was changed while the person typed is not as committed.
 */
export const prove =
  (subject: Subject, ports: ProvePorts, tell: (event: PreflightEvent) => IO.IO<void>) =>
  (command: GuardCommand, turn: 'first' | 'again'): T.Task<Proof> =>
  async () => {
    let opened: Opened | undefined
    const open: RunPorts['open'] = (of, retrying) =>
      pipe(
        ports.open(of, retrying),
        TE.map((found) => {
          opened = found
          return found.aws
        })
      )
    const stage = command === 'init' ? 'before init' : 'guarded'
    const shown = turn === 'first' ? tell : () => constVoid
    const now = turn === 'first' ? subject : { ...subject, read: await ports.readSources(subject.project)() }
    const seen = await runPreflight(now, { only: undefined, stage }, shown)({ ...ports, open })()
    const sources = await sourcesNow(subject, ports)()
    return { results: seen.results, proven: provenBy(seen, opened, sources) }
  }

/** The role that is calling, in words: its name, which was seen, and its ARN, which is declared. */
export const callerText = ({ subject }: Pick<GuardSubject, 'subject'>, called: Called): string =>
  seenRole(callingRole(subject.wanted.declaration, called))
