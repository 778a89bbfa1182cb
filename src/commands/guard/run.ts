import * as E from 'fp-ts/lib/Either.js'
import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { apply } from './apply.ts'
import { type GuardEvent, eventLines } from './event.ts'
import { init } from './init.ts'
import { type Ledger, emptyLedger, noted } from './ledger.ts'
import { plan } from './plan.ts'
import type { GuardPorts, GuardSubject, Run } from './ports.ts'
import { noting } from './steps.ts'
import { type Stop, stopLines } from './stop.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import { printable } from '../../command-line/printable.ts'
import { type Ended, type RecordPorts, type Recording, recording } from './record.ts'

/** What is done when a run is interrupted while tofu does not run: set while it runs. */
export type Memory = { interrupted: T.Task<void> }

export type RunPorts = Omit<GuardPorts, 'tell' | 'note'> & RecordPorts

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

const stopped = (stop: Stop): Ended => ({
  reason: stop._tag,
  objections: stop._tag === 'NotAllowed' ? stop.diagnostics.map(({ rule }) => rule) : [],
  exitCode: stop._tag === 'TofuFailed' ? stop.end.code : 1
})

/** What is true of AWS when a run ends early. */
const standing = ({ applied, runs }: Ledger): string => {
  if (!applied) return 'nothing was applied'
  const ended = runs.findLast(({ command }) => command === 'apply')
  return ended === undefined
    ? 'tofu apply was begun'
    : `tofu apply ended with ${ended.exitCode}; what it left was not looked at: run npm run preflight`
}

/** Completes the evidence and says where it lies; where that fails, shows it. */
const recorded = (terminal: Terminal, of: Recording, ledger: Ledger, ended: Ended): T.Task<number> =>
  pipe(
    of.completed(ledger, ended),
    TE.match(
      ({ failure, document }) => {
        const { paintErr } = terminal
        const why = failure._tag === 'SystemRefused' ? failure.message : failure.why
        terminal.err(
          asText([paintErr('red', `the evidence cannot be stored in ${printable(failure.path)}: ${printable(why)}`)])
        )
        terminal.err(asText(['Keep it yourself; it is:', document]))
        return ended.exitCode === 0 ? 1 : ended.exitCode
      },
      (path) => {
        terminal.out(asText(['', `evidence    ${printable(path)}`]))
        return ended.exitCode
      }
    )
  )

/** One run about one stack, each moment of it told, with its evidence from its beginning to its end; the exit code. */
export const runGuard = (ports: RunPorts, terminal: Terminal, memory: Memory, of: GuardSubject): T.Task<number> => {
  let ledger = emptyLedger(of)
  const evidence = recording(ports, ledger)
  const note: GuardPorts['note'] = pipe(
    () => evidence.soFar(ledger)(),
    TE.map(() => undefined)
  )
  const tell = (event: GuardEvent) => (): void => {
    ledger = noted(ledger, event, of)
    terminal.out(asText(eventLines(terminal.paintOut, event, of.subject.source)))
  }
  memory.interrupted = () => {
    terminal.err(asText(['', `interrupted; ${standing(ledger)}`]))
    return T.map(() => undefined)(
      recorded(terminal, evidence, ledger, { reason: 'Interrupted', objections: [], exitCode: 130 })
    )()
  }
  return pipe(
    pipe(
      noting,
      RTE.flatMap(() => commandOf(of))
    )({ ...ports, tell, note }),
    T.flatMap((outcome) => {
      const ended = E.isLeft(outcome) ? stopped(outcome.left) : outcome.right
      if (E.isLeft(outcome)) {
        const { environment } = of.subject.wanted.declaration
        const lines = stopLines(terminal.paintErr, outcome.left, environment)
        terminal.err(asText(['', ...lines, standing(ledger)]))
      }
      return recorded(terminal, evidence, ledger, ended)
    })
  )
}
