import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { GuardPorts, GuardSubject } from './ports.ts'
import { isSet } from '../../caller/surroundings.ts'
import { checkNames } from '../preflight/check-names.ts'
import { type StackPorts, namedStack } from '../../command-line/named-stack.ts'
import { mistaken, withoutStack } from '../../command-line/failure-text.ts'
import { lineByLine } from '../preflight/show.ts'
import { type Terminal, asText, plain } from '../../command-line/terminal.ts'
import { diagnosticLines } from '../../command-line/diagnostic-text.ts'
import { GUARD_HELP, type GuardArguments, type GuardMistake, guardArguments } from './arguments.ts'
import { judge } from './judged.ts'
import { type ProvePorts, prove } from './prove.ts'
import type { RecordPorts } from './record.ts'
import { type Memory, runGuard } from './run.ts'

/** What the command needs of the outside. */
export type GuardProgramPorts = StackPorts &
  ProvePorts &
  RecordPorts &
  Omit<GuardPorts, 'prove' | 'judge' | 'tell' | 'note'>

const notUnderstood = (terminal: Terminal, mistake: GuardMistake): 2 => {
  if (mistake._tag === 'Mistaken') return mistaken('tofu', terminal, mistake.mistake)
  const lines = mistake.diagnostics.flatMap((diagnostic) => diagnosticLines(terminal.paintErr, diagnostic))
  terminal.err(asText([terminal.paintErr('red', 'not authorised'), '', ...lines, 'See npm run tofu -- --help']))
  return 2
}

type Asked = Extract<GuardArguments, { readonly _tag: 'Run' }>

const about = (
  ports: GuardProgramPorts,
  given: Terminal,
  memory: Memory,
  cwd: string,
  asked: Asked
): T.Task<number> => {
  const isPlain = asked.isPlain || isSet(ports.variables, 'NO_COLOR') || ports.variables['TERM'] === 'dumb'
  const terminal = isPlain ? { ...given, paintOut: plain, paintErr: plain } : given
  return pipe(
    namedStack(ports, cwd, asked.words),
    TE.matchE(
      (no): T.Task<number> => T.of(withoutStack('tofu', terminal, no)),
      (stack) => {
        const subject = { ...stack, route: asked.route }
        const of: GuardSubject = { ...asked, isPlain, subject, parent: ports.variables }
        return runGuard(
          {
            ...ports,
            prove: prove(subject, ports, lineByLine(terminal, checkNames).tell),
            judge: judge(terminal.paintOut, subject)
          },
          terminal,
          memory,
          of
        )
      }
    )
  )
}

/** The command: arguments and working directory in, lines and an exit code out. */
export const guardProgram = (
  ports: GuardProgramPorts,
  terminal: Terminal,
  memory: Memory,
  cwd: string,
  argv: ReadonlyArray<string>
): T.Task<number> =>
  pipe(
    TE.fromEither(guardArguments(cwd, argv)),
    TE.matchE(
      (mistake): T.Task<number> => T.of(notUnderstood(terminal, mistake)),
      (asked) => {
        if (asked._tag === 'Run') return about(ports, terminal, memory, cwd, asked)
        terminal.out(GUARD_HELP)
        return T.of(0)
      }
    )
  )
