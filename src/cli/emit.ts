import { outputFiles } from '../adapters/output/files.ts'
import { stackEvaluator } from '../adapters/stack/evaluator.ts'
import { begun } from './begin.ts'
import { EMIT_OPTIONS } from './emit/arguments.ts'
import { emitProgram } from './emit/program.ts'
import type { Invocation } from './invocation.ts'
import { thisTerminal } from './this-terminal.ts'

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
