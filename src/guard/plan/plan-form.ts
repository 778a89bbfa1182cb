import * as t from 'io-ts'

/** What happens to one resource or output. `before` and `after` hold values by attribute; null where there is none. */
const Change = t.intersection([
  t.type({ actions: t.readonlyArray(t.string), before: t.unknown, after: t.unknown }),
  t.partial({
    after_unknown: t.unknown,
    before_sensitive: t.unknown,
    after_sensitive: t.unknown,
    importing: t.readonly(t.partial({ id: t.string })),
    replace_paths: t.readonlyArray(t.unknown)
  })
])
export type Change = Readonly<t.TypeOf<typeof Change>>

const ResourceChange = t.intersection([
  t.type({
    address: t.string,
    mode: t.string,
    type: t.string,
    name: t.string,
    provider_name: t.string,
    change: Change
  }),
  t.partial({ module_address: t.string, previous_address: t.string, deposed: t.string, action_reason: t.string })
])
export type ResourceChange = Readonly<t.TypeOf<typeof ResourceChange>>

const CheckResult = t.readonly(t.type({ address: t.readonly(t.type({ to_display: t.string })), status: t.string }))

const StateResource = t.intersection([t.type({ address: t.string }), t.partial({ values: t.UnknownRecord })])

/**
 * What is read of a plan as JSON. Keys that are not named here may be there: a minor version may add some.
 * Source: OpenTofu, "JSON Output Format", plan representation, format version 1.
 */
export const PlanForm = t.intersection([
  t.type({
    format_version: t.string,
    terraform_version: t.string,
    errored: t.boolean,
    configuration: t.readonly(t.type({ provider_config: t.UnknownRecord, root_module: t.UnknownRecord }))
  }),
  t.partial({
    complete: t.boolean,
    applyable: t.boolean,
    timestamp: t.string,
    variables: t.UnknownRecord,
    resource_changes: t.readonlyArray(ResourceChange),
    resource_drift: t.readonlyArray(ResourceChange),
    deferred_changes: t.readonlyArray(t.unknown),
    output_changes: t.UnknownRecord,
    checks: t.readonlyArray(CheckResult),
    prior_state: t.readonly(
      t.partial({
        values: t.readonly(
          t.partial({ root_module: t.readonly(t.partial({ resources: t.readonlyArray(StateResource) })) })
        )
      })
    )
  })
])

/** A plan as OpenTofu wrote it down. */
export type Plan = Readonly<t.TypeOf<typeof PlanForm>>

/** Every change of a plan, that to nothing among them. */
export const changesOf = ({ resource_changes = [] }: Plan): ReadonlyArray<ResourceChange> => resource_changes

/** Whether a change leaves AWS as it is: an import does, and so does what is read. */
export const isStill = ({ change }: ResourceChange): boolean =>
  change.actions.every((action) => action === 'no-op' || action === 'read')
