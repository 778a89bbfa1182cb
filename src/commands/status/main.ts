import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { homedir } from 'node:os'
import { outputFiles } from '../../outside/files/files.ts'
import { stateHome } from '../../outside/private/base.ts'
import { evidenceReader } from '../../outside/private/plan-store.ts'
import type { Invocation } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { projectsNamed } from '../../command-line/selection.ts'
import { silenceSdk } from '../../command-line/calling.ts'
import { provingPorts } from '../proving-ports.ts'
import { STATUS_OPTIONS } from './arguments.ts'
import { type StatusPorts, statusProgram } from './program.ts'

const interrupted = (): string => '\ninterrupted; nothing was changed\n'

/** `npm run status`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> => {
  const { env } = process
  silenceSdk(env)
  const projects = projectsNamed(process.cwd(), invocation.argv)
  const proving = provingPorts(env, invocation.worker, projects)
  const ports: StatusPorts = {
    ...proving,
    outputFiles: outputFiles(),
    evidence: evidenceReader({ path: stateHome(env, homedir()), projects }),
    open: (subject) =>
      pipe(
        proving.open(subject, () => () => undefined),
        TE.map(({ aws }) => aws)
      )
  }
  return runCommand({ name: 'status', options: STATUS_OPTIONS, interrupted }, invocation, ({ terminal }) =>
    statusProgram(ports, terminal, process.cwd(), invocation.argv)
  )
}
