import { stackThread } from '../adapters/stack-thread.ts'

/** Before everything else: the worker gets ready while this thread loads the program. */
const thread = stackThread()

const [{ outputFiles }, { stackEvaluator }, { guardEdge }, { emitProgram }, { paintFor }] = await Promise.all([
  import('../adapters/output-files.ts'),
  import('../adapters/stack-evaluator.ts'),
  import('./edge.ts'),
  import('./emit/program.ts'),
  import('./text/paint.ts')
])

/** `npm run emit`: the ports are given their adapters, and the program its arguments. */
const argv = process.argv.slice(2)

guardEdge('emit', argv.includes('--debug'))

const withThread: typeof stackEvaluator = (options) => stackEvaluator({ ...options, thread })

const terminal = {
  out: (text: string) => void process.stdout.write(text),
  err: (text: string) => void process.stderr.write(text),
  paintOut: paintFor(process.stdout, process.env),
  paintErr: paintFor(process.stderr, process.env)
}

process.exitCode = await emitProgram(
  { stackEvaluator: withThread, outputFiles: outputFiles() },
  terminal,
  process.cwd(),
  argv
)()
