import * as O from 'fp-ts/lib/Option.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { fileURLToPath } from 'node:url'
import type { Invocation } from '../../command-line/begin.ts'
import { type Running, runCommand } from '../../command-line/run-command.ts'
import { thisTerminal } from '../../command-line/terminal.ts'
import { PATIENCE_SECONDS } from '../../command-line/usage.ts'
import { outputFiles } from '../../outside/files/files.ts'
import { stateHome } from '../../outside/private/base.ts'
import { inside } from '../../outside/sandbox/inside.ts'
import { openSandbox } from '../../outside/sandbox/open.ts'
import { gitRepository } from '../../outside/git/repository.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { knowingTheCommit } from '../../outside/stack/in-commit.ts'
import { SANDBOX_OPTIONS } from './arguments.ts'
import { hereIn } from './here.ts'
import { keptFor } from './kept.ts'
import { type SandboxPorts, sandboxProgram } from './program.ts'
import { stacksOf } from './stacks-of.ts'

/** `npm run sandbox`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> => {
  const { argv, worker, checkout } = invocation
  const { env } = process
  let isShellOpen = false
  // Ctrl-C in the shell is meant for what runs there.
  const isForAnother = (signal: string): boolean => signal === 'SIGINT' && isShellOpen

  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  const kept = { home: stateHome(env, homedir()), project: process.cwd(), sha256 }
  const stacks = {
    outputFiles: outputFiles(),
    stackEvaluator: knowingTheCommit(
      stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker }),
      gitRepository({ variables: env, patienceMillis: 10_000 })
    )
  }

  const text = (path: string): string => readFileSync(path, 'utf8')
  const ports = (keep: Running['keep']): SandboxPorts => ({
    open: ({ isOffline, isKept, isReset }, names, tell) =>
      pipe(
        openSandbox({
          project: process.cwd(),
          checkout: fileURLToPath(checkout),
          isOffline,
          keptIn: keptFor(kept, names),
          isKept,
          isReset,
          tell,
          stacksIn: stacksOf(stacks, names),
          keep: (undo) => keep(O.some(undo))()
        }),
        TE.map((opened) => {
          isShellOpen = true
          return opened
        })
      ),
    here: (named) => {
      const folder = env['ZENTHEA_SANDBOX']
      return folder === undefined ? undefined : hereIn({ text, inside }, folder, named ?? env['SANDBOX_STACK'])
    },
    inside
  })
  // What it says of its end is said while it is being ended, too.
  return runCommand({ name: 'sandbox', options: SANDBOX_OPTIONS, isForAnother }, invocation, ({ keep }) =>
    sandboxProgram(ports(keep), thisTerminal, argv)
  )
}
