import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { AwsFailureTag } from '../../outside/aws/failure.port.ts'
import { type Ledger, type SeedEvent, emptyLedger, noted } from './event.ts'
import type { Stop } from './step.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import { type SeedArguments, SEED_HELP, seedArguments } from './arguments.ts'
import { eventLines, existsLines } from './event-text.ts'
import { endLines, planLines } from './plan-text.ts'
import { printPolicy } from './print-policy.ts'
import { type RunPorts, runSeed } from './run.ts'
import { type NamedStack, type StackPorts, namedStack } from '../../command-line/named-stack.ts'
import { stopLines } from './stop-text.ts'
import { throughRoute } from '../../caller/shell.ts'
import { mistaken, withoutStack } from '../../command-line/failure-text.ts'

/** What the command needs of the outside. */
export type SeedProgramPorts = StackPorts & Omit<RunPorts, 'tell'>

/** What can be said of a run that is interrupted: set while it runs. */
export type Memory = { exists: () => ReadonlyArray<string> }

export type SeedCode = 0 | 1 | 2

/** Failures after which it is not known whether AWS did what was asked. */
const unsure: ReadonlyArray<AwsFailureTag> = ['Unreachable', 'TimedOut', 'Unintelligible', 'ServiceFault']

const settled = (ledger: Ledger, stop: Stop): Ledger =>
  stop._tag === 'CallerNotDeclared' || (stop._tag === 'StepFailed' && !unsure.includes(stop.failure._tag))
    ? { ...ledger, doing: undefined }
    : ledger

/**
 * Whether another run would be refused as well. A setting reads otherwise than declared, and seed changes nothing that is set;
 * or the bucket's name belongs to another account.
 */
const isRefusedNext = (stop: Stop): boolean =>
  (stop._tag === 'NotReady' && stop.differences.some(({ standing }) => standing === 'wrong')) ||
  (stop._tag === 'StepFailed' && stop.failure._tag === 'NameTaken')

const about = (
  ports: SeedProgramPorts,
  terminal: Terminal,
  memory: Memory,
  args: SeedArguments,
  stack: NamedStack
): T.Task<SeedCode> => {
  const { wanted, source } = stack
  let ledger = emptyLedger
  const onTheWay = (lines: ReadonlyArray<string>): ReadonlyArray<string> =>
    lines.map((line) => throughRoute(args.route, line))
  memory.exists = () => onTheWay(existsLines(ledger, wanted, source))
  const tell = (event: SeedEvent) => (): void => {
    ledger = noted(ledger, event)
    if (event._tag === 'Decided') {
      const lines = planLines(terminal.paintOut, wanted, ledger.seen, event)
      terminal.out(asText(args.isDryRun ? lines.map((line) => `# ${line}`.trimEnd()) : lines))
    } else terminal.err(asText(eventLines(terminal.paintErr, event)))
  }
  return pipe(
    runSeed({ ...ports, tell }, args, stack),
    TE.match(
      (stop): SeedCode => {
        const lines = [
          ...stopLines(terminal.paintErr, stop, wanted),
          '',
          ...existsLines(settled(ledger, stop), wanted, source, !isRefusedNext(stop))
        ]
        terminal.err(asText(onTheWay(lines)))
        return 1
      },
      (ended) => {
        terminal.out(asText(endLines(terminal.paintOut, ended, ledger, wanted, args.route, source)))
        return 0
      }
    )
  )
}

/** The command: arguments and working directory in, lines and an exit code out. */
export const seedProgram = (
  ports: SeedProgramPorts,
  terminal: Terminal,
  memory: Memory,
  cwd: string,
  argv: ReadonlyArray<string>
): T.Task<SeedCode> =>
  pipe(
    TE.fromEither(seedArguments(cwd, argv)),
    TE.matchE(
      (mistake): T.Task<SeedCode> => T.of(mistaken('seed', terminal, mistake)),
      (args) => {
        if (args.help) {
          terminal.out(SEED_HELP)
          return T.of(0)
        }
        return pipe(
          namedStack(ports, cwd, args.files),
          TE.matchE(
            (no): T.Task<SeedCode> => T.of(withoutStack('seed', terminal, no)),
            (stack) =>
              args.isPolicy
                ? T.fromIO(printPolicy(terminal, stack.wanted))
                : about(ports, terminal, memory, args, stack)
          )
        )
      }
    )
  )
