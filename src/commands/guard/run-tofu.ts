import * as RTE from 'fp-ts/lib/ReaderTaskEither.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { TofuCall, TofuEnd, TofuSaid } from '../../outside/tofu/tofu.port.ts'
import type { Run } from './ports.ts'
import { telling } from './steps.ts'
import { type Stop, notKept } from './stop.ts'

/** How tofu is run: the program, the folder and the whole environment. */
export type Called = { readonly call: Omit<TofuCall, 'args'> }

/** The largest plan as JSON that is judged; one of a whole stack has less than a hundredth of it. */
const SAID_BYTES = 64 * 1024 * 1024

const toldOf = <A extends TofuEnd>(args: ReadonlyArray<string>, run: Run<A>): Run<A> => {
  const [command = ''] = args
  return pipe(
    telling({ _tag: 'Running', command }),
    RTE.flatMap(() => run),
    RTE.tap(({ code, interrupts, isTerminalGone }) =>
      telling({ _tag: 'Ran', command, end: { code, interrupts, isTerminalGone } })
    )
  )
}

/** Runs tofu on the terminal, to its end. */
export const handOver = ({ call }: Called, args: ReadonlyArray<string>): Run<TofuEnd> =>
  toldOf(args, ({ tofu }) => pipe(tofu.handOver({ ...call, args }), TE.mapLeft(notKept)))

/** Runs tofu to its end and keeps what it says. */
export const capture = ({ call }: Called, args: ReadonlyArray<string>): Run<TofuSaid> =>
  toldOf(args, ({ tofu }) => pipe(tofu.capture({ ...call, args }, SAID_BYTES), TE.mapLeft(notKept)))

/** The end of a run whose tofu ended badly, with what it said. */
export const failed = (args: ReadonlyArray<string>, end: TofuEnd, said: string): Stop => ({
  _tag: 'TofuFailed',
  command: args[0] ?? '',
  end,
  said
})

/** What tofu says, where it ends well and all of it was kept. */
export const said = (ready: Called, args: ReadonlyArray<string>): Run<string> =>
  pipe(
    capture(ready, args),
    RTE.filterOrElse(
      ({ code, isWhole }) => code === 0 && isWhole,
      (end) => failed(args, end.code === 0 ? { ...end, code: 1 } : end, `${end.stdout}${end.stderr}`)
    ),
    RTE.map(({ stdout }) => stdout)
  )

/** Goes on only where tofu ended well. */
export const handedOver = (ready: Called, args: ReadonlyArray<string>): Run<void> =>
  pipe(
    handOver(ready, args),
    RTE.flatMap((end): Run<void> => (end.code === 0 ? RTE.right(undefined) : RTE.left(failed(args, end, ''))))
  )

/** Whether tofu writes without colours. */
type Style = { readonly isPlain: boolean }

const styled = ({ isPlain }: Style): ReadonlyArray<string> => (isPlain ? ['-no-color'] : [])

/**
 * The arguments of init. The lock file says by now which provider is the right one, and init may not write another into it
 * (J.7.0 §3.1).
 */
export const initArguments = (style: Style): ReadonlyArray<string> => [
  'init',
  '-input=false',
  '-lock=true',
  '-lockfile=readonly',
  ...styled(style)
]

/** Installs the provider and looks at no backend. */
export const fetchArguments = (isLocked: boolean): ReadonlyArray<string> => [
  'init',
  '-input=false',
  '-backend=false',
  ...(isLocked ? ['-lockfile=readonly'] : []),
  '-no-color'
]

/** A plan for a file of its own; where the lock is taken, it fails at once (J.6.2 §5). */
export const planArguments = (plan: string): ReadonlyArray<string> => [
  'plan',
  '-input=false',
  '-lock=true',
  '-lock-timeout=0s',
  '-no-color',
  `-out=${plan}`
]

/** The arguments of a plan that is only looked at. Exit code 0 means that there is nothing to do, 2 that there is. */
export const freshPlanArguments: ReadonlyArray<string> = [
  'plan',
  '-input=false',
  '-lock=true',
  '-lock-timeout=0s',
  '-no-color',
  '-detailed-exitcode'
]

export const showJsonArguments = (plan: string): ReadonlyArray<string> => ['show', '-json', plan]

export const showArguments = (plan: string, style: Style): ReadonlyArray<string> => ['show', ...styled(style), plan]

/** Of a saved plan, which OpenTofu applies without a question of its own: the guard has asked. */
export const applyArguments = (plan: string, style: Style): ReadonlyArray<string> => [
  'apply',
  '-input=false',
  '-lock=true',
  '-lock-timeout=0s',
  ...styled(style),
  plan
]
