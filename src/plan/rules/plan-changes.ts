import { findingsOf } from '../../diagnostics/finding.ts'
import { sameJson } from '../../terraform/json.ts'
import { type Plan, type ResourceChange, changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'
import { unknownPaths } from '../value.ts'

const rule = 'plan-changes'
const expected = 'changes with the values that their actions say, each of them shown'
const remedy = 'Do not use this plan: its parts contradict each other; plan again with a release of OpenTofu.'

const isThere = (side: unknown): boolean => side !== undefined && side !== null

/** Whether both sides of a change agree with its action. A replacement and other words are refused by `plan-actions`. */
const isAsSaid = ({ mode, change: { actions, before, after } }: ResourceChange): boolean => {
  switch (actions.join()) {
    case 'no-op':
      return isThere(before) && sameJson(before, after)
    case 'create':
      return !isThere(before) && isThere(after)
    case 'update':
      return isThere(before) && isThere(after)
    case 'read':
      return mode === 'data'
    default:
      return true
  }
}

const keeps: ReadonlySet<string> = new Set(['no-op', 'create', 'update', 'read'])

/** Why OpenTofu replaces, deletes or forgets, where the action does none of that. */
const isReasonOfAnother = ({ action_reason: reason, change }: ResourceChange): boolean =>
  keeps.has(change.actions.join()) && (reason?.startsWith('read') === false || change.replace_paths !== undefined)

const oddities = (changed: ResourceChange): ReadonlyArray<string> => {
  const { address, change } = changed
  const hidden = [change.before_sensitive, change.after_sensitive].flatMap((marks) => unknownPaths(marks))
  return [
    ...(isAsSaid(changed) ? [] : [`${address} with other values than the action ${change.actions.join()} has`]),
    ...(isReasonOfAnother(changed) ? [`${address} with the reason of another action`] : []),
    ...(hidden.length === 0 ? [] : [`${address} with values that are not shown`])
  ]
}

/** A change outside is an update that the state before the plan has, or a deletion, of one plain resource. */
const oddOutside = ({ resource_drift: drift = [], prior_state: prior }: Plan): ReadonlyArray<string> => {
  const found = new Set((prior?.values?.root_module?.resources ?? []).map(({ address }) => address))
  return drift.flatMap((changed) => {
    const { address, mode, type, name, module_address, previous_address, index, deposed, change } = changed
    const { actions, before, after, after_unknown: open, importing } = change
    const isPlain =
      mode === 'managed' &&
      address === `${type}.${name}` &&
      [module_address, previous_address, index, deposed, importing].every((more) => more === undefined)
    const isUpdate = actions.join() === 'update' && isThere(after) && !sameJson(before, after)
    const isDeletion = actions.join() === 'delete' && !isThere(after) && !found.has(address)
    return [
      ...(isPlain ? [] : [`${address} changed outside as another object`]),
      ...(isThere(before) && (isUpdate || isDeletion) && unknownPaths(open).length === 0
        ? []
        : [`${address} changed outside in another way than its action says`])
    ]
  })
}

/**
 * The values before and after each change are those of its action, and none is marked as hidden. The same holds for
 * what changed outside. OpenTofu writes no other, and shows no value that is marked; nothing in a stack is.
 * Source: OpenTofu, internal/command/jsonplan/plan.go, and internal/tofu/context_plan.go for what changed outside.
 */
export const planChanges: PlanRule = ({ plan }) => {
  const changes = changesOf(plan)
  const outside = plan.resource_drift ?? []
  return findingsOf(
    [
      ...changes.flatMap(oddities),
      ...outside.flatMap(({ address, change }) =>
        [change.before_sensitive, change.after_sensitive].flatMap((marks) => unknownPaths(marks)).length === 0
          ? []
          : [`${address} changed outside with values that are not shown`]
      ),
      ...oddOutside(plan)
    ].map((actual) => ({ rule, clause: 'J.7.0 §4', expected, actual, remedy })),
    { rule, clause: 'J.7.0 §4', expected, actual: `${changes.length + outside.length} of them` }
  )
}
