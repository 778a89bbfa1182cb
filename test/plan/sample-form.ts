type Entry = { readonly address: string }

type Lists = {
  readonly changes: ReadonlyArray<Entry>
  readonly drift: ReadonlyArray<Entry>
  /** Of the configuration. */
  readonly resources: ReadonlyArray<Entry>
  readonly prior: ReadonlyArray<Entry>
  readonly planned: ReadonlyArray<Entry>
}

type Values = { readonly root_module?: { readonly resources?: ReadonlyArray<Entry> } }

/** A plan as `tofu show -json` gives it, as far as its lists are told apart here. */
export type RawPlan = Readonly<Record<string, unknown>> & {
  readonly resource_changes?: ReadonlyArray<Entry>
  readonly resource_drift?: ReadonlyArray<Entry>
  readonly planned_values?: Values
  readonly prior_state?: { readonly values?: Values }
  readonly configuration?: Values
}

/** A plan, and what `tofu plan` said about it in one line; empty when it said none. */
export type Made = { readonly said: string; readonly plan: RawPlan }

type ByAddress = Readonly<Record<string, unknown>>

/** A sample as it is kept, whole: its lists by address, and of those only what differs from another sample. */
export type Kept = {
  readonly said: string
  readonly base?: string
  /** The plan with empty lists. */
  readonly rest: RawPlan
  /** By address; null for an entry of the base that is not in this plan. */
  readonly lists: Readonly<Record<keyof Lists, ByAddress>>
}

const names = ['changes', 'drift', 'resources', 'prior', 'planned'] as const

const listsOf = (plan: RawPlan): Lists => ({
  changes: plan.resource_changes ?? [],
  drift: plan.resource_drift ?? [],
  resources: plan.configuration?.root_module?.resources ?? [],
  prior: plan.prior_state?.values?.root_module?.resources ?? [],
  planned: plan.planned_values?.root_module?.resources ?? []
})

const inValues = <V extends Values>(values: V, resources: ReadonlyArray<Entry>): V =>
  values.root_module?.resources === undefined
    ? values
    : { ...values, root_module: { ...values.root_module, resources } }

/** The plan with these lists in the place of those that it has; what it has not stays away. */
const withLists = (plan: RawPlan, { changes, drift, resources, prior, planned }: Lists): RawPlan => ({
  ...plan,
  ...(plan.resource_changes === undefined ? {} : { resource_changes: changes }),
  ...(plan.resource_drift === undefined ? {} : { resource_drift: drift }),
  ...(plan.configuration === undefined ? {} : { configuration: inValues(plan.configuration, resources) }),
  ...(plan.planned_values === undefined ? {} : { planned_values: inValues(plan.planned_values, planned) }),
  ...(plan.prior_state?.values === undefined
    ? {}
    : { prior_state: { ...plan.prior_state, values: inValues(plan.prior_state.values, prior) } })
})

const byAddress = (list: ReadonlyArray<Entry>): ByAddress =>
  Object.fromEntries(list.map((entry) => [entry.address, entry]))

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const difference = (mine: ByAddress, base: ByAddress): ByAddress =>
  Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(mine)])]
      .filter((address) => !same(mine[address], base[address]))
      .map((address) => [address, mine[address] ?? null])
  )

const none: Lists = { changes: [], drift: [], resources: [], prior: [], planned: [] }

/** A plan as it is kept. */
export const trimmed = ({ said, plan }: Made, base?: { readonly name: string; readonly plan: RawPlan }): Kept => {
  const [mine, others] = [listsOf(plan), base === undefined ? none : listsOf(base.plan)]
  const kept = (name: keyof Lists): ByAddress => difference(byAddress(mine[name]), byAddress(others[name]))
  return {
    said,
    ...(base === undefined ? {} : { base: base.name }),
    rest: withLists(plan, none),
    lists: Object.fromEntries(names.map((name) => [name, kept(name)])) as Kept['lists']
  }
}

const joined = (mine: ByAddress, base: ByAddress): ReadonlyArray<Entry> =>
  Object.values({ ...base, ...mine }).filter((entry): entry is Entry => entry !== null)

/** The plan that was kept. */
export const restored = (kept: Kept, base: Kept | undefined): RawPlan =>
  withLists(
    kept.rest,
    Object.fromEntries(names.map((name) => [name, joined(kept.lists[name], base?.lists[name] ?? {})])) as Lists
  )
