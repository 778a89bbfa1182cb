import * as E from 'fp-ts/lib/Either.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { apply } from './apply.ts'
import { type GuardEvent, eventLines } from './event.ts'
import { init } from './init.ts'
import { type Ledger, emitted, noted } from './ledger.ts'
import { plan } from './plan.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { type Ended, type RecordPorts, type Recording, recording } from './record.ts'
import { noting } from './steps.ts'
import { type Stop, notKept, stopLines } from './stop.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import type { PrivateFailure } from '../../outside/files/files.port.ts'
import { throughRoute } from '../../caller/shell.ts'
import type { Route } from '../../caller/surroundings.ts'

/** What is done when a run is interrupted while tofu does not run: set while it runs. */
export type Memory = { interrupted: T.Task<void> }

export type RunPorts = Omit<GuardPorts, 'tell' | 'note'>

const NO_ROUTE: Route = { proxy: undefined, caBundle: undefined }

const DONE: Ended = { reason: 'Done', objections: [], exitCode: 0 }

const commandOf = (of: GuardSubject): Run<Ended> => {
  const done =
    (run: Run<void>): Run<Ended> =>
    (ports) =>
      TE.map(() => DONE)(run(ports))
  switch (of.command) {
    case 'init':
      return done(init(of))
    case 'plan':
      return done(plan(of))
    case 'apply':
      return (ports) =>
        pipe(
          apply(of)(ports),
          TE.map(({ code, isClean }): Ended => {
            if (code !== 0) return { reason: 'TofuFailed', objections: [], exitCode: code }
            return isClean ? DONE : { reason: 'NotClean', objections: [], exitCode: 1 }
          })
        )
    default:
      return of.command satisfies never
  }
}

/** What is true of AWS when a run ends early. */
const standing = ({ applied, runs, findings, stack }: Ledger): string => {
  const look = `npm run preflight -- stacks/${stack ?? 'STACK'}.ts`
  if (!applied) return 'nothing was applied'
  const ended = runs.findLast(({ command }) => command === 'apply')
  if (ended === undefined) return `tofu apply was begun, and may still be at work. When it has ended, look: ${look}`
  const isLooked = findings.some(({ of }) => of === 'afterwards')
  return `tofu apply ended with ${ended.exitCode}${isLooked ? '' : '; what it left was not looked at'}. Look at it: ${look}`
}

/** Says why a run stopped, and what is true of AWS; how it ended. */
const stopped = (
  terminal: Terminal,
  stop: Stop,
  ledger: Ledger,
  { environment, route }: { readonly environment: string; readonly route: Route } = {
    environment: 'it',
    route: NO_ROUTE
  }
): Ended => {
  const lines = [...stopLines(terminal.paintErr, stop, environment), standing(ledger)]
  terminal.err(asText(['', ...lines.map((line) => throughRoute(route, line))]))
  return {
    reason: stop._tag,
    objections: stop._tag === 'NotAllowed' ? stop.diagnostics.map(({ rule }) => rule) : [],
    exitCode: stop._tag === 'TofuFailed' ? stop.end.code : 1
  }
}

/** One run about one stack, each moment of it told and recorded. */
export const guardRun = (ports: RunPorts, terminal: Terminal, evidence: Recording, of: GuardSubject): T.Task<Ended> => {
  evidence.learn((ledger) => emitted(ledger, of))
  const tell = (event: GuardEvent) => (): void => {
    evidence.learn((ledger) => noted(ledger, event, of))
    const lines = eventLines(terminal.paintOut, event, of.subject.source)
    terminal.out(asText(lines.map((line) => throughRoute(of.subject.route, line))))
  }
  return pipe(
    pipe(
      noting,
      RTE.flatMap(() => commandOf(of))
    )({ ...ports, tell, note: evidence.note }),
    TE.getOrElse((stop) =>
      T.fromIO(() =>
        stopped(terminal, stop, evidence.ledger(), {
          environment: of.subject.wanted.declaration.environment,
          route: of.subject.route
        })
      )
    )
  )
}

/** What a run does once its document was stored, or could not be. */
export type Work = (evidence: Recording, stored: E.Either<PrivateFailure, void>) => T.Task<Ended>

/** Does the work where its document could be stored. */
export const onceStored =
  (terminal: Terminal, work: (evidence: Recording) => T.Task<Ended>): Work =>
  (evidence, stored) =>
    E.isRight(stored) ? work(evidence) : T.fromIO(() => stopped(terminal, notKept(stored.left), evidence.ledger()))

/**
 * One run of the guard, for any request, with its evidence from its first moment to its end. The result is the exit code. A
 * run that a defect ends stays uncompleted, with what is known by then.
 */
export const recordedRun =
  (
    ports: RecordPorts,
    terminal: Terminal,
    memory: Memory,
    named: Pick<Ledger, 'command' | 'stack'>,
    work: Work
  ): T.Task<number> =>
  async () => {
    const evidence = recording(ports, named)
    memory.interrupted = async () => {
      terminal.err(asText(['', `interrupted; ${standing(evidence.ledger())}`]))
      await evidence.complete(terminal, { reason: 'Interrupted', objections: [], exitCode: 130 })()
    }
    try {
      const ended = await work(evidence, await evidence.note())()
      return await evidence.complete(terminal, ended)()
    } catch (error) {
      terminal.err(asText(['', `a defect ended this run; ${standing(evidence.ledger())}`]))
      await evidence.note().catch(() => undefined)
      throw error
    }
  }
