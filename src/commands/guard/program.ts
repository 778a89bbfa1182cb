import { stackNameOf } from '../../command-line/usage.ts'
import * as E from 'fp-ts/lib/Either.js'
import * as O from 'fp-ts/lib/Option.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { GuardPorts, GuardSubject } from './ports.ts'
import { isSet } from '../../caller/surroundings.ts'
import { checkNames } from '../preflight/check-names.ts'
import { type StackPorts, namedStack } from '../../command-line/named-stack.ts'
import { scope, selection } from '../../command-line/selection.ts'
import { mistaken, withoutStack } from '../../command-line/failure-text.ts'
import { lineByLine } from '../preflight/show.ts'
import { type Terminal, asText, plain } from '../../command-line/terminal.ts'
import { diagnosticsLines } from '../../command-line/diagnostic-text.ts'
import { GUARD_HELP, type GuardArguments, type GuardMistake, guardArguments, namedIn } from './arguments.ts'
import { StackName } from './forms.ts'
import { judge } from './judged.ts'
import { type ProvePorts, prove } from './prove.ts'
import type { Ended, RecordPorts, Recording } from './record.ts'
import { type Memory, guardRun, onceStored, recordedRun } from './run.ts'

/** What the command needs of the outside. */
export type GuardProgramPorts = StackPorts &
  ProvePorts &
  RecordPorts &
  Omit<GuardPorts, 'prove' | 'judge' | 'tell' | 'note'>

const NOT_UNDERSTOOD = { reason: 'NotUnderstood', objections: [], exitCode: 2 } as const

const notUnderstood = (terminal: Terminal, mistake: GuardMistake): Ended => {
  if (mistake._tag === 'Mistaken') return { ...NOT_UNDERSTOOD, exitCode: mistaken('tofu', terminal, mistake.mistake) }
  const lines = diagnosticsLines(terminal.paintErr, mistake.diagnostics)
  terminal.err(asText([terminal.paintErr('red', 'not authorised'), '', ...lines, 'See npm run tofu -- --help']))
  return { reason: 'NotAllowed', objections: mistake.diagnostics.map(({ rule }) => rule), exitCode: 2 }
}

const reasons = { Mistaken: 'NotUnderstood', Unreadable: 'NotReadable', Refused: 'NotEmitted' } as const

type Asked = Extract<GuardArguments, { readonly _tag: 'Run' }>

const about =
  (ports: GuardProgramPorts, given: Terminal, cwd: string, asked: Asked) =>
  (evidence: Recording): T.Task<Ended> => {
    const isPlain = asked.isPlain || isSet(ports.variables, 'NO_COLOR') || ports.variables['TERM'] === 'dumb'
    const terminal = isPlain ? { ...given, paintOut: plain, paintErr: plain } : given
    return pipe(
      namedStack(ports, cwd, asked.words),
      TE.matchE(
        (no): T.Task<Ended> =>
          T.of({ reason: reasons[no._tag], objections: [], exitCode: withoutStack('tofu', terminal, no) }),
        (stack) => {
          const subject = { ...stack, route: asked.route }
          const of: GuardSubject = { ...asked, isPlain, subject, parent: ports.variables }
          return guardRun(
            {
              ...ports,
              prove: prove(subject, ports, lineByLine(terminal, checkNames).tell),
              judge: judge(subject)
            },
            terminal,
            evidence,
            of
          )
        }
      )
    )
  }

/** What a command line names for its evidence. A pattern names the one stack that it matches. */
const named = (
  { outputFiles }: StackPorts,
  cwd: string,
  { words }: Asked,
  argv: ReadonlyArray<string>
): T.Task<ReturnType<typeof namedIn>> => {
  const typed = namedIn(argv)
  if (typed.stack !== null || words.length === 0) return T.of(typed)
  return pipe(
    TE.fromEither(selection(cwd, words)),
    TE.flatMap((selected) =>
      pipe(
        outputFiles.sources(selected.project),
        TE.match(
          () => undefined,
          (listed) => O.toUndefined(O.fromEither(scope(selected, listed)))
        ),
        TE.fromTask
      )
    ),
    TE.match(
      () => typed,
      (found) => {
        const [source = '', ...others] = found?.chosen ?? []
        const stack = stackNameOf(source)
        return others.length === 0 && StackName.is(stack) ? { ...typed, stack } : typed
      }
    )
  )
}

/** The command: arguments and working directory in, lines and an exit code out. Every run leaves a document. */
export const guardProgram = (
  ports: GuardProgramPorts,
  terminal: Terminal,
  memory: Memory,
  cwd: string,
  argv: ReadonlyArray<string>
): T.Task<number> =>
  pipe(
    guardArguments(cwd, argv),
    E.match(
      (mistake) =>
        recordedRun(ports, terminal, memory, namedIn(argv), () => T.fromIO(() => notUnderstood(terminal, mistake))),
      (asked) => {
        if (asked._tag === 'Run')
          return pipe(
            named(ports, cwd, asked, argv),
            T.flatMap((of) =>
              recordedRun(ports, terminal, memory, of, onceStored(terminal, about(ports, terminal, cwd, asked)))
            )
          )
        terminal.out(GUARD_HELP)
        return T.of(0)
      }
    )
  )

/** A command line of which npm kept a part: it was said what to type, and nothing else is done. */
export const swallowedRun = (
  ports: RecordPorts,
  terminal: Terminal,
  memory: Memory,
  argv: ReadonlyArray<string>
): T.Task<number> => recordedRun(ports, terminal, memory, namedIn(argv), () => T.of(NOT_UNDERSTOOD))
