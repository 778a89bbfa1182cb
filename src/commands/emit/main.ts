import { outputFiles } from '../../outside/files/files.ts'
import { gitRepository } from '../../outside/git/repository.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { knowingTheCommit } from '../../outside/stack/in-commit.ts'
import type { Invocation } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { EMIT_OPTIONS } from './arguments.ts'
import { emitProgram } from './program.ts'

const interrupted = (): string => '\ninterrupted; each file is as it was, or whole\n'

/** The program of `npm run emit`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> =>
  runCommand({ name: 'emit', options: EMIT_OPTIONS, interrupted }, invocation, ({ terminal }) =>
    emitProgram(
      {
        stackEvaluator: (options) =>
          knowingTheCommit(
            stackEvaluator({ ...options, worker: invocation.worker }),
            gitRepository({ variables: process.env, patienceMillis: 10_000 })
          ),
        outputFiles: outputFiles()
      },
      terminal,
      process.cwd(),
      invocation.argv
    )
  )
