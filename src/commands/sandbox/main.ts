import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { type Invocation, begun } from '../../command-line/begin.ts'
import { thisTerminal } from '../../command-line/terminal.ts'
import { PATIENCE_SECONDS } from '../../command-line/usage.ts'
import { outputFiles } from '../../outside/files/files.ts'
import { stateHome } from '../../outside/private/base.ts'
import { inside } from '../../outside/sandbox/inside.ts'
import { openSandbox } from '../../outside/sandbox/open.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { processSignals } from '../../outside/terminal/terminal.ts'
import { SANDBOX_OPTIONS } from './arguments.ts'
import { hereIn } from './here.ts'
import { keptFor } from './kept.ts'
import { type SandboxPorts, sandboxProgram } from './program.ts'
import { stacksOf } from './stacks-of.ts'

/** `npm run sandbox`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  const { argv, worker, checkout } = invocation
  const { env } = process
  if (!(await begun('sandbox', SANDBOX_OPTIONS, invocation))) return

  let close = async (): Promise<void> => {}
  let isEnding = false
  let isShellOpen = false
  const signals = processSignals((signal) => {
    // Ctrl-C in the shell is meant for what runs there.
    if (isEnding || (signal === 'SIGINT' && isShellOpen)) return
    isEnding = true
    void close().finally(() => signals.leave(130))
  })

  const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')
  const kept = { home: stateHome(env, homedir()), project: process.cwd(), sha256 }
  const stacks = {
    outputFiles: outputFiles(),
    stackEvaluator: stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker })
  }

  const text = (path: string): string => readFileSync(path, 'utf8')
  const ports: SandboxPorts = {
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
          keep: (undo) => {
            close = undo
          }
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
  }
  signals.leave(await sandboxProgram(ports, thisTerminal, argv)())
}
