import * as O from 'fp-ts/lib/Option.js'
import type * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import { createLogUpdate } from 'log-update'
import { setTimeout } from 'node:timers/promises'
import { silenceSdk } from '../../command-line/calling.ts'
import { type Invocation, begun } from '../../command-line/begin.ts'
import { PREFLIGHT_OPTIONS } from './arguments.ts'
import { type PreflightProgramPorts, preflightProgram } from './program.ts'
import { provingPorts } from '../proving-ports.ts'
import { thisTerminal } from '../../command-line/terminal.ts'

/** `npm run preflight`: the ports are given their adapters, and the program its arguments. */
export const main = async (invocation: Invocation): Promise<void> => {
  const { argv, worker } = invocation
  const { env } = process

  silenceSdk(env)
  if (!(await begun('preflight', PREFLIGHT_OPTIONS, invocation))) return

  let undo: O.Option<T.Task<void>> = O.none
  let isEnding = false

  /** What a run that is being ended would still say is not said: its last words are that it was interrupted. */
  const unlessEnding =
    <A extends ReadonlyArray<unknown>>(say: (...what: A) => void) =>
    (...what: A): void => {
      if (!isEnding) say(...what)
    }

  const terminal = { ...thisTerminal, out: unlessEnding(thisTerminal.out), err: unlessEnding(thisTerminal.err) }

  const drawn = process.stdout.isTTY && env['TERM'] !== 'dumb' ? createLogUpdate(process.stdout) : undefined

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      if (isEnding) return
      isEnding = true
      drawn?.done()
      process.stderr.write('\ninterrupted; nothing was changed\n')
      if (O.isNone(undo)) process.exit(130)
      process.stderr.write('removing the probe of the lock\n')
      void Promise.race([undo.value(), setTimeout(25_000)]).finally(() => process.exit(130))
    })

  const proving = provingPorts(env, worker)

  const ports: PreflightProgramPorts = {
    ...proving,
    open: (subject, retrying) =>
      pipe(
        proving.open(subject, retrying),
        TE.map(({ aws }) => aws)
      ),
    keep: (next) => () => {
      undo = next
    },
    redraw:
      drawn === undefined
        ? undefined
        : Object.assign(unlessEnding(drawn), {
            clear: unlessEnding(() => drawn.clear()),
            done: unlessEnding(() => drawn.done())
          })
  }

  const code = await preflightProgram(ports, terminal, process.cwd(), argv)()
  // A run that is being ended from outside ends where its probe is removed.
  if (!isEnding) process.exit(code)
}
