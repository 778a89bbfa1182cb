import { outputFiles } from '../adapters/output/files.ts'
import { stackEvaluator } from '../adapters/stack/evaluator.ts'
import { guardEdge } from './edge.ts'
import { thread } from './ahead.js'
import { emitProgram } from './emit/program.ts'
import { thisTerminal } from './this-terminal.ts'

/** `npm run emit`: the ports are given their adapters, and the program its arguments. */
const argv = process.argv.slice(2)

guardEdge('emit', argv.includes('--debug'))

const withThread: typeof stackEvaluator = (options) => stackEvaluator({ ...options, thread })

process.exitCode = await emitProgram(
  { stackEvaluator: withThread, outputFiles: outputFiles() },
  thisTerminal,
  process.cwd(),
  argv
)()
