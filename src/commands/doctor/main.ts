import { momentAt } from '../../diagnostics/kinds.ts'
import { stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { usableFolders } from '../../outside/private/files.ts'
import { stateHome } from '../../outside/private/base.ts'
import { person } from '../../outside/terminal/terminal.ts'
import { tofuFinder } from '../../outside/tofu/finder.ts'
import type { Invocation } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { provingPorts } from '../proving-ports.ts'
import { DOCTOR_OPTIONS } from './arguments.ts'
import { OLDEST_NODE } from './rows.ts'
import { type DoctorPorts, doctorProgram } from './program.ts'

const changed = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0
  )

const interrupted = (): string => '\ninterrupted; nothing was changed\n'

/** `npm run doctor`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> => {
  const { env } = process
  const ports: DoctorPorts = {
    ...provingPorts(env, invocation.worker, [process.cwd()]),
    node: { version: process.versions.node, oldest: OLDEST_NODE },
    finder: tofuFinder,
    folders: usableFolders({ path: stateHome(env, homedir()), projects: [process.cwd()] }, tmpdir()),
    newest: (project, files) => async () =>
      momentAt(Math.max(...(await Promise.all(files.map((file) => changed(join(project, file))))))),
    isPersonThere: person(process.stdin, process.stdout, process.stdout).isThere
  }
  return runCommand({ name: 'doctor', options: DOCTOR_OPTIONS, interrupted }, invocation, ({ terminal }) =>
    doctorProgram(ports, terminal, process.cwd(), invocation.argv)
  )
}
