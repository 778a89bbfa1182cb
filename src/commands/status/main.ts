import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { homedir } from 'node:os'
import { outputFiles } from '../../outside/files/files.ts'
import { stateHome } from '../../outside/private/base.ts'
import { evidenceReader } from '../../outside/private/plan-store.ts'
import { type Invocation, begun } from '../../command-line/begin.ts'
import { silenceSdk } from '../../command-line/calling.ts'
import { thisTerminal } from '../../command-line/terminal.ts'
import { provingPorts } from '../proving-ports.ts'
import { STATUS_OPTIONS } from './arguments.ts'
import { type StatusPorts, statusProgram } from './program.ts'

/** `npm run status`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  const { env } = process
  silenceSdk(env)
  if (!(await begun('status', STATUS_OPTIONS, invocation))) return
  const proving = provingPorts(env, invocation.worker)
  const ports: StatusPorts = {
    ...proving,
    outputFiles: outputFiles(),
    evidence: evidenceReader(stateHome(env, homedir())),
    open: (subject) =>
      pipe(
        proving.open(subject, () => () => undefined),
        TE.map(({ aws }) => aws)
      )
  }
  process.exit(await statusProgram(ports, thisTerminal, process.cwd(), invocation.argv)())
}
