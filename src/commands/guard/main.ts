import * as T from 'fp-ts/lib/Task.js'
import { randomUUID } from 'node:crypto'
import { homedir, tmpdir } from 'node:os'
import { evidenceStore, planStore } from '../../outside/private/plan-store.ts'
import { leftovers } from '../../outside/private/leftovers.ts'
import { type StateHome, stateHome } from '../../outside/private/base.ts'
import { programStore } from '../../outside/private/program-store.ts'
import { providerStore } from '../../outside/private/provider-store.ts'
import { runLock } from '../../outside/private/run-lock.ts'
import { sharedByRuns } from '../../outside/private/run-tickets.ts'
import { privateRunFolders } from '../../outside/private/run-folder.ts'
import { person } from '../../outside/terminal/terminal.ts'
import { checkout } from '../../outside/tofu/checkout.ts'
import { tofuFinder } from '../../outside/tofu/finder.ts'
import { toldRefusal } from '../../outside/tofu/told-refusal.ts'
import { tofuProcess } from '../../outside/tofu/process.ts'
import { clock } from '../../outside/process/clock.ts'
import { whoIsHere } from '../../outside/process/who.ts'
import { projectsNamed } from '../../command-line/selection.ts'
import { silenceSdk } from '../../command-line/calling.ts'
import { type Invocation, isSandbox } from '../../command-line/begin.ts'
import { runCommand } from '../../command-line/run-command.ts'
import { GUARD_OPTIONS, stackFileIn } from './arguments.ts'
import { interruptionLines, keptLines, silenceLines } from './event.ts'
import { type GuardProgramPorts, guardProgram, swallowedRun } from './program.ts'
import type { RecordPorts } from './record.ts'
import type { Memory } from './run.ts'
import { provingPorts } from '../proving-ports.ts'
import { asText, thisTerminal as terminal } from '../../command-line/terminal.ts'

/** `npm run tofu`: the ports are given their adapters, and the program its arguments. */
export const main = (invocation: Invocation): Promise<void> => {
  const { argv, worker } = invocation
  const { env } = process
  silenceSdk(env)
  // What tofu writes beside the stack is its user's alone: errored.tfstate is a whole state.
  process.umask(0o077)

  const memory: Memory = { interrupted: T.fromIO(() => terminal.err('\ninterrupted; nothing was applied\n')) }
  const home: StateHome = { path: stateHome(env, homedir()), projects: projectsNamed(process.cwd(), argv) }
  const newId = (): string => randomUUID()
  const recording: RecordPorts = {
    clock,
    newId,
    evidence: evidenceStore(home),
    program: invocation.program,
    isSandbox: isSandbox(env)
  }

  return runCommand(
    {
      name: 'tofu',
      options: GUARD_OPTIONS,
      afterwards: () => memory.interrupted(),
      refused: swallowedRun(recording, terminal, memory, argv)
    },
    invocation,
    ({ signals, keep }) => {
      const ports: GuardProgramPorts = {
        ...provingPorts(env, worker, home.projects),
        keep,
        finder: tofuFinder,
        tofu: tofuProcess(
          signals,
          (interruption) => terminal.err(asText(interruptionLines(interruption, stackFileIn(argv)))),
          (silence) => terminal.err(asText(silenceLines(silence)))
        ),
        refusalIn: toldRefusal,
        folders: privateRunFolders(tmpdir(), (root) => terminal.err(asText(keptLines(root, stackFileIn(argv))))),
        plans: planStore(home, newId),
        programs: programStore(home, newId),
        providers: providerStore(home, newId),
        leftovers: leftovers(tmpdir(), home),
        runs: runLock(home, sharedByRuns(env, home.path), newId),
        checkout: checkout(),
        ...recording,
        who: whoIsHere(),
        person: person(process.stdin, process.stdout, process.stdout)
      }
      return guardProgram(ports, terminal, memory, process.cwd(), argv)
    }
  )
}
