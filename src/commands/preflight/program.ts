import type { Sha256 } from '../../diagnostics/kinds.ts'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Subject } from './subject.ts'
import { selected } from './check-names.ts'
import { type StackPorts, namedStack } from '../../command-line/named-stack.ts'
import { mistaken, withoutStack } from '../../command-line/failure-text.ts'
import { type Terminal, asText } from '../../command-line/terminal.ts'
import { jsonText } from '../../command-line/printable.ts'
import { type PreflightArguments, PREFLIGHT_HELP, preflightArguments } from './arguments.ts'
import type { Credentials, NoSession } from '../../outside/aws/identity.port.ts'
import { type ForeseenPorts, foreseen } from './foreseen/foreseen.ts'
import type { LivePorts } from './ports.ts'
import { preflightDocument } from './document.ts'
import { type RunPorts, runPreflight } from './preflight.ts'
import { type Redraw, type Show, lineByLine, liveTable, onlyRetries } from './show.ts'
import { verdictLines } from './result-text.ts'

/** A way to the live backend, and the credentials that it goes with. */
type Opened = { readonly aws: LivePorts; readonly credentials: Credentials }

/** What the command needs of the outside. */
export type PreflightProgramPorts = StackPorts &
  Omit<RunPorts, 'open'> &
  ForeseenPorts & {
    readonly open: (...args: Parameters<RunPorts['open']>) => TE.TaskEither<NoSession, Opened>
    readonly sha256: (text: string) => Sha256<'the emitted file'>
    /** None where lines cannot be drawn over. */
    readonly redraw: Redraw | undefined
  }

const showOf = (ports: PreflightProgramPorts, terminal: Terminal, { json, only }: PreflightArguments): Show => {
  if (json) return onlyRetries(terminal)
  return ports.redraw === undefined
    ? lineByLine(terminal, selected(only))
    : liveTable(terminal, selected(only), ports.redraw)
}

const about = (
  ports: PreflightProgramPorts,
  terminal: Terminal,
  args: PreflightArguments,
  subject: Subject
): T.Task<0 | 1> => {
  const { only } = args
  const time = ports.clock.written(ports.clock.now())
  const show = showOf(ports, terminal, args)
  let credentials: Credentials | undefined
  const open: RunPorts['open'] = (...asked) =>
    pipe(
      ports.open(...asked),
      TE.map((opened) => {
        credentials = opened.credentials
        return opened.aws
      })
    )
  return pipe(
    runPreflight(subject, { only, stage: 'before plan' }, show.tell)({ ...ports, open }),
    T.bindTo('seen'),
    T.bind('guard', ({ seen }) =>
      seen.verdict !== 'refused' && credentials !== undefined ? foreseen(subject, credentials, ports) : T.of([])
    ),
    T.map(({ seen, guard }) => {
      show.done()
      const document = () =>
        preflightDocument(subject, seen, { only, time, sha256: ports.sha256(subject.file.text), guard })
      terminal.out(
        args.json ? `${jsonText(document())}\n` : asText(verdictLines(terminal.paintOut, subject, seen, guard))
      )
      return seen.verdict === 'refused' ? 1 : 0
    })
  )
}

/** The command: arguments and working directory in, lines and an exit code out. */
export const preflightProgram = (
  ports: PreflightProgramPorts,
  terminal: Terminal,
  cwd: string,
  argv: ReadonlyArray<string>
): T.Task<0 | 1 | 2> =>
  pipe(
    TE.fromEither(preflightArguments(cwd, argv)),
    TE.matchE(
      (mistake): T.Task<0 | 1 | 2> => T.of(mistaken('preflight', terminal, mistake)),
      (args) => {
        if (args.help) {
          terminal.out(PREFLIGHT_HELP)
          return T.of(0)
        }
        return pipe(
          namedStack(ports, cwd, args.files),
          TE.matchE(
            (no): T.Task<0 | 1 | 2> => T.of(withoutStack('preflight', terminal, no)),
            (stack) => about(ports, terminal, args, { ...stack, route: args.route })
          )
        )
      }
    )
  )
