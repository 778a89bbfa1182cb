import { type CheckName, checkNames } from './check-names.ts'

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
