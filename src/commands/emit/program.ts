import type * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { commandArguments } from './arguments.ts'
import type { Arguments } from './arguments.ts'
import { emitReport } from './run.ts'
import type { EmitPorts } from './run.ts'
import { HELP } from './help.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import { exitCode } from './report.ts'
import type { Report } from './report.ts'
import { reportJson } from './report-json.ts'
import { complaintLines, resultLines } from './report-text.ts'
import { mistaken } from '../../command-line/failure-text.ts'
import type { UsageMistake } from '../../command-line/usage.ts'

const tell = (terminal: Terminal, args: Arguments, report: Report): 0 | 1 => {
  terminal.out(
    args.json
      ? `${reportJson(report)}\n`
      : asText(resultLines(terminal.paintOut, report, args.all || args.files.length > 0))
  )
  if (!args.json) terminal.err(asText(complaintLines(terminal.paintErr, report)))
  return exitCode(report)
}

/** The command: arguments and working directory in, lines and an exit code out. */
export const emitProgram = (
  ports: EmitPorts,
  terminal: Terminal,
  cwd: string,
  argv: ReadonlyArray<string>
): T.Task<0 | 1 | 2> =>
  pipe(
    commandArguments(argv),
    TE.fromEither,
    TE.flatMap((args) => {
      if (args.help) {
        terminal.out(HELP)
        return TE.right<UsageMistake, 0 | 1>(0)
      }
      return pipe(
        emitReport(ports, cwd, args),
        TE.map((report) => tell(terminal, args, report))
      )
    }),
    TE.match(
      (mistake): 0 | 1 | 2 => mistaken('emit', terminal, mistake),
      (code) => code
    )
  )
