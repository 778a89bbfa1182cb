import { outputFiles } from '../../outside/files/files.ts'
import { writeWholePage } from '../../outside/files/page.ts'
import { gitHistory } from '../../outside/git/history.ts'
import { gitRepository } from '../../outside/git/repository.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { knowingTheCommit } from '../../outside/stack/in-commit.ts'
import type { Invocation } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { REVIEW_OPTIONS } from './arguments.ts'
import { reviewProgram } from './program.ts'

/** How long one command of git may take. */
const PATIENCE_MILLIS = 30_000

const interrupted = (): string => '\ninterrupted; nothing was written\n'

/** The program of `npm run review`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> =>
  runCommand({ name: 'review', options: REVIEW_OPTIONS, interrupted }, invocation, ({ terminal }) =>
    reviewProgram(
      {
        stackEvaluator: (options) =>
          knowingTheCommit(
            stackEvaluator({ ...options, worker: invocation.worker }),
            gitRepository({ variables: process.env, patienceMillis: 10_000 })
          ),
        outputFiles: outputFiles(),
        writePage: writeWholePage,
        history: gitHistory({ variables: process.env, patienceMillis: PATIENCE_MILLIS })
      },
      terminal,
      process.cwd(),
      invocation.argv
    )
  )
