import { outputFiles } from '../adapters/output/files.ts'
import { stackEvaluator } from '../adapters/stack/evaluator.ts'
import { guardEdge } from './edge.ts'
import { emitProgram } from './emit/program.ts'
import type { Invocation } from './invocation.ts'
import { thisTerminal } from './this-terminal.ts'

/** The program of `npm run emit`: the ports are given their adapters, and the program its arguments. */
export const main = async ({ argv, worker }: Invocation): Promise<void> => {
  guardEdge('emit', argv.includes('--debug'))
  process.exitCode = await emitProgram(
    { stackEvaluator: (options) => stackEvaluator({ ...options, worker }), outputFiles: outputFiles() },
    thisTerminal,
    process.cwd(),
    argv
  )()
}
