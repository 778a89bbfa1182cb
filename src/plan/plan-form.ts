import * as t from 'io-ts'
import { closedRecord } from '../diagnostics/closed.ts'
import { Configuration } from './configuration-form.ts'
import { Marks, Natural, StateValues } from './values-form.ts'

/** What happens to one resource or output. `before` and `after` hold values by attribute; null where there is none. */
const Change = closedRecord(
  { actions: t.readonlyArray(t.string) },
  {
    before: t.unknown,
    after: t.unknown,
    after_unknown: Marks,
    before_sensitive: Marks,
    after_sensitive: Marks,
    importing: closedRecord({}, { id: t.string }),
    replace_paths: t.readonlyArray(t.readonlyArray(t.union([t.string, t.number]))),
    before_identity: t.UnknownRecord,
    after_identity: t.UnknownRecord
  }
)
export type Change = t.TypeOf<typeof Change>

/** Source: OpenTofu, internal/command/jsonplan/plan.go. */
const Reason = t.keyof({
  replace_because_cannot_update: null,
  replace_because_tainted: null,
  replace_by_request: null,
  replace_by_triggers: null,
  delete_because_no_resource_config: null,
  delete_because_wrong_repetition: null,
  delete_because_count_index: null,
  delete_because_enabled_false: null,
  delete_because_each_key: null,
  delete_because_no_module: null,
  delete_because_no_move_target: null,
  read_because_config_unknown: null,
  read_because_dependency_pending: null,
  read_because_check_nested: null,
  forgot_because_lifecycle_destroy_in_state: null,
  forgot_because_lifecycle_destroy_in_config: null
})

const ResourceChange = closedRecord(
  { address: t.string, mode: t.string, type: t.string, name: t.string, provider_name: t.string, change: Change },
  {
    module_address: t.string,
    previous_address: t.string,
    index: t.union([t.string, Natural]),
    deposed: t.string,
    action_reason: Reason
  }
)
export type ResourceChange = t.TypeOf<typeof ResourceChange>

const Status = t.keyof({ pass: null, fail: null, error: null, unknown: null })

/** Source: OpenTofu, internal/command/jsonchecks. */
const CheckResult = closedRecord(
  {
    address: closedRecord(
      { to_display: t.string, kind: t.string, name: t.string },
      { mode: t.string, type: t.string, module: t.string }
    ),
    status: Status
  },
  {
    instances: t.readonlyArray(
      closedRecord(
        {
          address: closedRecord({ to_display: t.string }, { module: t.string, instance_key: t.unknown }),
          status: Status
        },
        { problems: t.readonlyArray(closedRecord({ message: t.string })) }
      )
    )
  }
)

export type CheckResult = t.TypeOf<typeof CheckResult>

/**
 * A plan as `tofu show -json` prints it: every key that OpenTofu 1.10 to 1.12 write, at every level, and no other.
 * `timestamp` and `relevant_attributes` change nothing that is applied: the first says when it was made, the second tells
 * a printer which drift to show. `complete`, `applyable` and `deferred_changes` are Terraform's.
 * Source: OpenTofu, internal/command/jsonplan, format version 1.2.
 */
export const PlanForm = closedRecord(
  { format_version: t.string, terraform_version: t.string, errored: t.boolean, configuration: Configuration },
  {
    complete: t.boolean,
    applyable: t.boolean,
    timestamp: t.string,
    variables: t.UnknownRecord,
    planned_values: StateValues,
    resource_changes: t.readonlyArray(ResourceChange),
    resource_drift: t.readonlyArray(ResourceChange),
    deferred_changes: t.readonlyArray(t.unknown),
    output_changes: t.UnknownRecord,
    checks: t.readonlyArray(CheckResult),
    relevant_attributes: t.readonlyArray(
      closedRecord({
        resource: t.string,
        attribute: t.readonlyArray(t.union([t.string, t.number]))
      })
    ),
    prior_state: closedRecord(
      { format_version: t.literal('1.0') },
      { terraform_version: t.string, values: StateValues }
    )
  }
)

/** A plan as OpenTofu wrote it down. */
export type Plan = t.TypeOf<typeof PlanForm>

/** Every change of a plan, that to nothing among them. */
export const changesOf = ({ resource_changes = [] }: Plan): ReadonlyArray<ResourceChange> => resource_changes

/** Whether a change leaves AWS as it is: an import does, and so does what is read. */
export const isStill = ({ change }: ResourceChange): boolean =>
  change.actions.every((action) => action === 'no-op' || action === 'read')

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
