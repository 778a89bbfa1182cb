import { outputFiles } from '../../outside/files/files.ts'
import { stackWriter } from '../../outside/files/stack-writer.ts'
import { stackEvaluator } from '../../outside/stack/evaluator.ts'
import { prompter } from '../../outside/terminal/prompter.ts'
import { type Invocation, begun } from '../../command-line/begin.ts'
import { thisTerminal } from '../../command-line/terminal.ts'
import { NEW_OPTIONS } from './arguments.ts'
import { newProgram } from './program.ts'

/** How long one stack file of the others may take to load. */
const PATIENCE_SECONDS = 10

/** `npm run new`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  const { argv, worker } = invocation
  if (!(await begun('new', NEW_OPTIONS, invocation))) return
  const ports = {
    stackEvaluator: stackEvaluator({ patienceSeconds: PATIENCE_SECONDS, worker }),
    outputFiles: outputFiles(),
    stackWriter: stackWriter(),
    prompter: prompter(process.stdin, process.stdout)
  }
  process.exitCode = await newProgram(ports, thisTerminal, process.cwd(), argv)()
}
