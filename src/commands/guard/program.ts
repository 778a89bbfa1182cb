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
import { type GuardArguments, type GuardMistake, guardArguments } from './arguments.ts'
import { judge } from './judged.ts'
import { type ProvePorts, prove } from './prove.ts'
import type { RecordPorts } from './record.ts'
import { type Memory, runGuard } from './run.ts'

/** What `--help` prints. */
export const GUARD_HELP = `Runs tofu on what was proven: preflight first, then tofu with exactly the credentials, the way to AWS and the provider
that preflight saw, in an environment of its own. Three commands, and no more (J.7.0 §2).

  npm run tofu -- stacks/staging-eu.ts init    fetches the provider, and binds it in out/staging-eu/.terraform.lock.hcl
  npm run tofu -- stacks/staging-eu.ts plan    plans, judges the plan, shows it, and keeps it for 15 minutes
  npm run tofu -- stacks/staging-eu.ts apply   applies the plan that was kept, after you typed the environment's name

It runs by hand at a terminal. A plan that deletes, replaces or forgets anything, or holds what the phase does not
authorise, is refused. What was kept is applied only by the same role, with the same tofu, on the same commit, file,
provider and state. tofu runs in a private folder of the run's own, made of what was proven, not in the checkout. Each run
leaves its evidence in a private folder of yours, and says where.

Options
  --proxy URL         the way to AWS, for preflight and for tofu
  --ca-bundle FILE    the authorities that are trusted on it
  --tofu PATH         the tofu to run, where the first one on PATH is not it
  -no-color           no colours; the only flag that reaches tofu
  --debug             show where in the guard's own code a defect struck
  -h, --help          this text

Ctrl-C asks tofu once to stop, and waits for it. The guard never ends tofu.

Exit codes
  0    done
  1    refused, or not as it should be afterwards; nothing was applied unless it is said
  2    not understood, or not authorised: another command or flag of tofu, or a stack that has problems
  130  interrupted while tofu did not run
  Where tofu fails, its own exit code.
`

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
    namedStack(ports, cwd, [asked.file]),
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
