import * as E from 'fp-ts/lib/Either.js'
import * as T from 'fp-ts/lib/Task.js'
import type { Invocation } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { mistaken } from '../../command-line/failure-text.ts'
import type { Terminal } from '../../command-line/terminal.ts'
import { type UsageMistake, parsed } from '../../command-line/usage.ts'
import { describedCommands } from './commands.ts'
import { COMPLETION_HELP, COMPLETION_OPTIONS, SHELLS } from './help.ts'
import { completionScript } from './scripts.ts'

const which: UsageMistake = { _tag: 'NotUnderstood', message: `name one shell: ${SHELLS.join(', ')}` }

/** Prints the script of the shell that was named; its exit code. */
export const completion = (terminal: Terminal, argv: ReadonlyArray<string>): 0 | 2 => {
  const given = parsed(COMPLETION_OPTIONS, argv)
  if (E.isLeft(given)) return mistaken('completion', terminal, given.left)
  const { values, positionals } = given.right
  const shell = SHELLS.find((known) => known === positionals[0])
  if (!values.help && (shell === undefined || positionals.length !== 1)) return mistaken('completion', terminal, which)
  terminal.out(values.help || shell === undefined ? COMPLETION_HELP : completionScript(shell, describedCommands))
  return 0
}

/** `zenthea completion`: prints what a shell needs to complete this program. */
export const main = (invocation: Invocation): Promise<void> =>
  runCommand({ name: 'completion', options: COMPLETION_OPTIONS }, invocation, ({ terminal }) =>
    T.fromIO(() => completion(terminal, invocation.argv))
  )
