import { type Plan, type ResourceChange, changesOf } from './plan-form.ts'

/** How many resources a plan would import, add, change, destroy and forget. A replacement adds one and destroys one. */
export type PlanCounts = {
  readonly imported: number
  readonly added: number
  readonly changed: number
  readonly destroyed: number
  readonly forgotten: number
}

/** The numbers that tofu itself gives for a plan. */
export const countsOf = (plan: Plan): PlanCounts => {
  const managed = changesOf(plan).filter(({ mode }) => mode === 'managed')
  const having = (is: (change: ResourceChange) => boolean): number => managed.filter(is).length
  const acting = (action: string): number => having(({ change }) => change.actions.includes(action))
  return {
    imported: having(({ change }) => change.importing !== undefined),
    added: acting('create'),
    changed: acting('update'),
    destroyed: acting('delete'),
    forgotten: acting('forget')
  }
}

/** Whether tofu would say that there is nothing to do. */
export const isEmptyPlan = (plan: Plan): boolean =>
  Object.values(countsOf(plan)).every((count) => count === 0) &&
  changesOf(plan).every(({ previous_address }) => previous_address === undefined) &&
  Object.keys(plan.output_changes ?? {}).length === 0
