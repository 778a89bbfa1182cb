import { outputFiles } from '../../outside/files/files.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { type Invocation, begun } from '../../command-line/begin.ts'
import { EMIT_OPTIONS } from './arguments.ts'
import { emitProgram } from './program.ts'
import { thisTerminal } from '../../command-line/terminal.ts'

/** The program of `npm run emit`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  const { argv, worker } = invocation
  if (!(await begun('emit', EMIT_OPTIONS, invocation))) return
  process.exitCode = await emitProgram(
    { stackEvaluator: (options) => stackEvaluator({ ...options, worker }), outputFiles: outputFiles() },
    thisTerminal,
    process.cwd(),
    argv
  )()
}
