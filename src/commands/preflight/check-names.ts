/** The checks of preflight in their order, by the names that the command line and the evidence use. */
export const checkNames = [
  'reviewed-file',
  'working-directory',
  'environment',
  'identity',
  'bucket',
  'lock-table',
  'lock-works',
  'lock-free',
  'state-whole',
  'state-clean'
] as const

export type CheckName = (typeof checkNames)[number]

/** What a check rests on: without it nothing that AWS says would mean anything. */
const needs = (check: CheckName): ReadonlyArray<CheckName> => {
  switch (check) {
    case 'reviewed-file':
    case 'working-directory':
    case 'environment':
      return []
    case 'identity':
      return ['environment']
    case 'bucket':
    case 'lock-table':
    case 'lock-works':
    case 'lock-free':
    case 'state-whole':
      return ['environment', 'identity']
    case 'state-clean':
      return ['environment', 'identity', 'state-whole']
    default:
      return check satisfies never
  }
}

/** The checks of a run, in their order: all, or one with those that it rests on. */
export const selected = (only: CheckName | undefined): ReadonlyArray<CheckName> =>
  only === undefined ? checkNames : checkNames.filter((name) => name === only || needs(only).includes(name))
