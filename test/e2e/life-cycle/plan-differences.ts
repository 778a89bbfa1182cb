/** A resource that a plan would change: its address, what would be done, and the paths whose values would differ. */
export type Difference = { readonly address: string; readonly actions: ReadonlyArray<string>; readonly paths: unknown }

type Shown = {
  readonly resource_changes?: ReadonlyArray<{
    readonly address: string
    readonly change: {
      readonly actions: ReadonlyArray<string>
      readonly before: unknown
      readonly after: unknown
      readonly after_unknown: unknown
    }
  }>
  readonly resource_drift?: ReadonlyArray<{ readonly address: string }>
}

/**
 * All that a saved plan would change, of what `tofu show -json` says of it, and what it found changed outside of
 * OpenTofu. Source: https://opentofu.org/docs/internals/json-format/#change-representation.
 */
export const planDifferences = (
  shown: string
): { readonly changes: ReadonlyArray<Difference>; readonly drift: ReadonlyArray<string> } => {
  const { resource_changes = [], resource_drift = [] } = JSON.parse(shown) as Shown
  return {
    changes: resource_changes
      .filter(({ change }) => change.actions.join() !== 'no-op')
      .map(({ address, change: { actions, before, after, after_unknown } }) => ({
        address,
        actions,
        paths: [...differing(before, after, []), ...leaves(after_unknown, [])]
      })),
    drift: resource_drift.map(({ address }) => address)
  }
}

type Change = readonly [path: string, before: unknown, after: unknown]

const differing = (before: unknown, after: unknown, path: ReadonlyArray<string>): ReadonlyArray<Change> => {
  if (!isTree(before) || !isTree(after))
    return JSON.stringify(before) === JSON.stringify(after) ? [] : [[path.join('.'), before, after]]
  const names = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...names].flatMap((name) => differing(before[name], after[name], [...path, name]))
}

/** Where a value would be known after the apply only. */
const leaves = (unknown: unknown, path: ReadonlyArray<string>): ReadonlyArray<Change> => {
  if (unknown === true) return [[path.join('.'), 'any', 'known after apply']]
  return isTree(unknown) ? Object.entries(unknown).flatMap(([name, inside]) => leaves(inside, [...path, name])) : []
}

const isTree = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null
