import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { sameJson } from '../../terraform/json.ts'
import { type ResourceChange, changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'
import { own } from '../value.ts'
import type { StateResource } from '../values-form.ts'

const rule = 'plan-planned-values'
const expected = 'planned values that agree with the changes, resource by resource'

const diagnostic = (actual: string): Diagnostic => ({
  rule,
  clause: 'J.7.0 §4',
  expected,
  actual,
  remedy: 'Do not use this plan: its parts contradict each other; plan again with a release of OpenTofu.'
})

const timesIn = (list: ReadonlyArray<{ readonly address: string }>, address: string): number =>
  list.filter((entry) => entry.address === address).length

/** A resource that will be gone may be named without values; one without values that are known has none either. */
const isSame = ({ values = {}, sensitive_values = {}, ...planned }: StateResource, found: ResourceChange): boolean => {
  const { after, after_sensitive: sensitive = {} } = found.change
  const isGone = after === undefined || after === null
  return (
    ['mode', 'type', 'name', 'provider_name'].every((name) => own(planned, name) === own(found, name)) &&
    sameJson(values, isGone ? {} : after) &&
    (isGone || sameJson(sensitive_values, sensitive))
  )
}

/**
 * A plan says twice what will be there, in `planned_values` and after each change, and both say the same. OpenTofu makes
 * them of the same values, so a plan in which they differ is none of OpenTofu's.
 */
export const planPlannedValues: PlanRule = ({ plan }) => {
  const planned = plan.planned_values?.root_module?.resources ?? []
  const changes = changesOf(plan)
  return findingsOf(
    [
      ...planned.flatMap((resource) => {
        const { address, index, tainted, deposed_key } = resource
        const block = plan.configuration.root_module.resources?.find((one) => one.address === address)
        const found = changes.filter((change) => change.address === address)
        return [
          ...(found.length === 0 ? [`${address}, of which there is no change`] : []),
          ...(found.every((change) => isSame(resource, change))
            ? []
            : [`${address} with other values than its change`]),
          ...(timesIn(planned, address) > Math.max(found.length, 1) ? [`${address} more than once`] : []),
          ...(tainted === true || deposed_key !== undefined || index !== undefined
            ? [`${address} as no current object`]
            : []),
          ...(block === undefined || block.schema_version === resource.schema_version
            ? []
            : [`${address} in another version of its schema than the configuration`])
        ]
      }),
      ...changes
        .filter(({ mode, change: { after } }) => mode === 'managed' && after !== undefined && after !== null)
        .filter(({ address }) => timesIn(planned, address) === 0)
        .map(({ address }) => `nothing of ${address}, which its change keeps or makes`)
    ].map(diagnostic),
    { rule, clause: 'J.7.0 §4', expected, actual: `${planned.length} resources, each the same` }
  )
}
