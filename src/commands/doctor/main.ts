import { stat } from 'node:fs/promises'
import { homedir, tmpdir } from 'node:os'
import { join } from 'node:path'
import { usableFolders } from '../../outside/private/usable-folders.ts'
import { stateHome } from '../../outside/private/base.ts'
import { person } from '../../outside/terminal/terminal.ts'
import { tofuFinder } from '../../outside/tofu/finder.ts'
import { type Invocation, begun } from '../../command-line/begin.ts'
import { thisTerminal } from '../../command-line/terminal.ts'
import { provingPorts } from '../proving-ports.ts'
import { DOCTOR_OPTIONS } from './arguments.ts'
import { type DoctorPorts, doctorProgram } from './program.ts'

/** As bin/zenthea.js asks for it before anything is loaded. */
const OLDEST_NODE = [20, 19] as const

const changed = (path: string): Promise<number> =>
  stat(path).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0
  )

/** `npm run doctor`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  if (!(await begun('doctor', DOCTOR_OPTIONS, invocation))) return
  const { env } = process
  const ports: DoctorPorts = {
    ...provingPorts(env, invocation.worker),
    node: { version: process.versions.node, oldest: OLDEST_NODE },
    finder: tofuFinder,
    folders: usableFolders(stateHome(env, homedir()), tmpdir()),
    newest: (project, files) => async () =>
      Math.max(...(await Promise.all(files.map((file) => changed(join(project, file)))))),
    isPersonThere: person(process.stdin, process.stdout, process.stdout).isThere
  }
  process.exitCode = await doctorProgram(ports, thisTerminal, process.cwd(), invocation.argv)()
}
