/** Whether tofu writes without colours. */
type Style = { readonly isPlain: boolean }

const styled = ({ isPlain }: Style): ReadonlyArray<string> => (isPlain ? ['-no-color'] : [])

/** The lock file says by now which provider is the right one; init may not write another into it (J.7.0 §3.1). */
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

/** A plan that is only looked at: exit code 0 means that there is nothing to do, 2 that there is. */
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
