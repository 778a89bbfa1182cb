import { outputFiles } from '../adapters/output/files.ts'
import { type Ahead, stackEvaluator } from '../adapters/stack/evaluator.ts'
import { guardEdge } from './edge.ts'
import { emitProgram } from './emit/program.ts'
import { thisTerminal } from './this-terminal.ts'

/** The program of `npm run emit`: the ports are given their adapters, and the program its arguments. */
export const emit = async (ahead: Ahead): Promise<void> => {
  const argv = process.argv.slice(2)
  guardEdge('emit', argv.includes('--debug'))
  process.exitCode = await emitProgram(
    { stackEvaluator: (options) => stackEvaluator({ ...options, ...ahead }), outputFiles: outputFiles() },
    thisTerminal,
    process.cwd(),
    argv
  )()
}
