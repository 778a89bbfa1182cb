/** A plan as `tofu show -json` gives it, as far as its lists are told apart here. */
export type RawPlan = Readonly<Record<string, unknown>> & {
  readonly resource_changes?: ReadonlyArray<{ readonly address: string }>
  readonly resource_drift?: ReadonlyArray<{ readonly address: string }>
  readonly prior_state?: {
    readonly values?: { readonly root_module?: { readonly resources?: ReadonlyArray<Resource> } }
  }
  readonly configuration?: {
    readonly root_module?: { readonly resources?: ReadonlyArray<{ readonly address: string }> }
  }
}
type Resource = { readonly address: string; readonly values?: unknown }

/** A plan, and what `tofu plan` said about it in one line; empty when it said none. */
export type Made = { readonly said: string; readonly plan: RawPlan }

type ByAddress = Readonly<Record<string, unknown>>

/** A sample as it is kept: whole, or only what differs from another one. */
export type Kept = {
  readonly said: string
  readonly base?: string
  readonly rest: Readonly<Record<string, unknown>>
  /** By address; null for a resource of the base that is not in this plan. */
  readonly changes: ByAddress
  readonly drift: ByAddress
  readonly resources: ByAddress
}

const byAddress = (list: ReadonlyArray<{ readonly address: string }> | undefined): ByAddress =>
  Object.fromEntries((list ?? []).map((entry) => [entry.address, entry]))

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

const difference = (mine: ByAddress, base: ByAddress): ByAddress =>
  Object.fromEntries(
    [...new Set([...Object.keys(base), ...Object.keys(mine)])]
      .filter((address) => !same(mine[address], base[address]))
      .map((address) => [address, mine[address] ?? null])
  )

/** The state before, as far as it says who was calling; the rest of it and the planned values are not kept. */
const identityAlone = (plan: RawPlan): unknown => ({
  values: {
    root_module: {
      resources: (plan.prior_state?.values?.root_module?.resources ?? []).filter(({ address }) =>
        address.startsWith('data.')
      )
    }
  }
})

/** What is not kept of a plan: nothing reads it. */
const left: ReadonlySet<string> = new Set(['planned_values', 'relevant_attributes'])

/** A plan as it is kept. */
export const trimmed = ({ said, plan }: Made, base?: { readonly name: string; readonly plan: RawPlan }): Kept => {
  const { resource_changes, resource_drift, configuration, ...others } = plan
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => !left.has(name)))
  const changes = byAddress(resource_changes)
  const drift = byAddress(resource_drift)
  const resources = byAddress(configuration?.root_module?.resources)
  return {
    said,
    ...(base === undefined ? {} : { base: base.name }),
    rest: {
      ...rest,
      configuration: { ...configuration, root_module: { ...configuration?.root_module, resources: [] } },
      prior_state: identityAlone(plan)
    },
    changes: base === undefined ? changes : difference(changes, byAddress(base.plan.resource_changes)),
    drift: base === undefined ? drift : difference(drift, byAddress(base.plan.resource_drift)),
    resources:
      base === undefined ? resources : difference(resources, byAddress(base.plan.configuration?.root_module?.resources))
  }
}

const joined = (mine: ByAddress, base: ByAddress): ReadonlyArray<{ readonly address: string }> =>
  Object.values({ ...base, ...mine }).filter((entry): entry is { readonly address: string } => entry !== null)

/** The plan that was kept. */
export const restored = (kept: Kept, base: Kept | undefined): RawPlan => {
  const { configuration, ...rest } = kept.rest as Pick<RawPlan, 'configuration'>
  const changes = joined(kept.changes, base?.changes ?? {})
  const drift = joined(kept.drift, base?.drift ?? {})
  return {
    ...rest,
    ...(changes.length === 0 ? {} : { resource_changes: changes }),
    ...(drift.length === 0 ? {} : { resource_drift: drift }),
    configuration: {
      ...(configuration as object),
      root_module: {
        ...(configuration?.root_module as object),
        resources: joined(kept.resources, base?.resources ?? {})
      }
    }
  }
}
