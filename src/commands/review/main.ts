import { outputFiles } from '../../outside/files/files.ts'
import { gitHistory } from '../../outside/git/history.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { type Invocation, begun } from '../../command-line/begin.ts'
import { thisTerminal } from '../../command-line/terminal.ts'
import { REVIEW_OPTIONS } from './arguments.ts'
import { reviewProgram } from './program.ts'

/** How long one command of git may take. */
const PATIENCE_MILLIS = 30_000

/** The program of `npm run review`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  const { argv, worker } = invocation
  if (!(await begun('review', REVIEW_OPTIONS, invocation))) return
  process.exitCode = await reviewProgram(
    {
      stackEvaluator: (options) => stackEvaluator({ ...options, worker }),
      outputFiles: outputFiles(),
      history: gitHistory({ variables: process.env, patienceMillis: PATIENCE_MILLIS })
    },
    thisTerminal,
    process.cwd(),
    argv
  )()
}
