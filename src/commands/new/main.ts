import { absolutePath } from '../../diagnostics/kinds.ts'
import { outputFiles } from '../../outside/files/files.ts'
import { stackWriter } from '../../outside/files/stack-writer.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { prompter } from '../../outside/terminal/prompter.ts'
import type { Invocation } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { PATIENCE_SECONDS } from '../../command-line/usage.ts'
import { NEW_OPTIONS } from './arguments.ts'
import { newProgram } from './program.ts'

const interrupted = (): string => '\ninterrupted; nothing was written\n'

/** `npm run new`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> =>
  runCommand({ name: 'new', options: NEW_OPTIONS, interrupted }, invocation, ({ terminal }) =>
    newProgram(
      {
        stackEvaluator: stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker: invocation.worker }),
        outputFiles: outputFiles(),
        stackWriter: stackWriter(),
        prompter: prompter(process.stdin, process.stdout)
      },
      terminal,
      absolutePath(process.cwd()),
      invocation.argv
    )
  )
