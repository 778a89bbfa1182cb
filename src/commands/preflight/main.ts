import { createLogUpdate } from 'log-update'
import { homedir, tmpdir } from 'node:os'
import { silenceSdk } from '../../command-line/calling.ts'
import type { Invocation } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { projectsNamed } from '../../command-line/selection.ts'
import { stateHome } from '../../outside/private/base.ts'
import { leftovers } from '../../outside/private/leftovers.ts'
import { folderLook } from '../../outside/private/files.ts'
import { checkout } from '../../outside/tofu/checkout.ts'
import { tofuFinder } from '../../outside/tofu/finder.ts'
import { PREFLIGHT_OPTIONS } from './arguments.ts'
import { type PreflightProgramPorts, preflightProgram } from './program.ts'
import { provingPorts } from '../proving-ports.ts'

/** `npm run preflight`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> => {
  const { argv, worker } = invocation
  const { env } = process
  silenceSdk(env)

  const drawn = process.stdout.isTTY && env['TERM'] !== 'dumb' ? createLogUpdate(process.stdout) : undefined

  const interrupted = (isUndoing: boolean): string => {
    drawn?.done()
    return `\ninterrupted; nothing was changed\n${isUndoing ? 'removing the probe of the lock\n' : ''}`
  }

  return runCommand(
    { name: 'preflight', options: PREFLIGHT_OPTIONS, interrupted },
    invocation,
    ({ terminal, keep, isEnding }) => {
      const unlessEnding =
        <A extends ReadonlyArray<unknown>>(draw: (...what: A) => void) =>
        (...what: A): void => {
          if (!isEnding()) draw(...what)
        }
      const home = { path: stateHome(env, homedir()), projects: projectsNamed(process.cwd(), argv) }
      const proving = provingPorts(env, worker, home.projects)
      const ports: PreflightProgramPorts = {
        ...proving,
        finder: tofuFinder,
        checkout: checkout(),
        leftovers: leftovers(tmpdir(), home),
        privateFolders: folderLook(home, tmpdir()),
        keep,
        redraw:
          drawn === undefined
            ? undefined
            : Object.assign(unlessEnding(drawn), {
                clear: unlessEnding(() => drawn.clear()),
                done: unlessEnding(() => drawn.done())
              })
      }
      return preflightProgram(ports, terminal, process.cwd(), argv)
    }
  )
}
