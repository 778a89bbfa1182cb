import { type Charter, dataSourceTypes, resourceTypes } from '../../charter/charter.ts'
import { forbiddenBecause } from '../../charter/forbidden-types.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { type ResourceChange, changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'

const PROVIDER = 'registry.opentofu.org/hashicorp/aws'

const expected = `only resources that the charter lists, of the provider ${PROVIDER}`

const isListed = (charter: Charter, { mode, type }: ResourceChange): boolean =>
  (mode === 'managed' && resourceTypes(charter).has(type)) || (mode === 'data' && dataSourceTypes(charter).has(type))

const diagnosticsTo =
  (charter: Charter) =>
  (change: ResourceChange): ReadonlyArray<Diagnostic> => {
    const { clause, reason } = forbiddenBecause(change.type)
    const remedy = 'Remove it; it needs the authorisation of a later phase (J.7.0 §8).'
    if (!isListed(charter, change))
      return [{ rule: 'plan-types', clause, expected, actual: `${change.address}: ${reason}`, remedy }]
    if (change.provider_name === PROVIDER) return []
    const actual = `${change.address} is of the provider ${change.provider_name}`
    return [{ rule: 'plan-types', clause: 'J.7.0 §3.1', expected, actual, remedy }]
  }

/** Every planned resource, and every one that changed outside, is of a type that the phase of the stack authorises. */
export const planTypes: PlanRule = ({ plan, charter }) =>
  findingsOf([...changesOf(plan), ...(plan.resource_drift ?? [])].flatMap(diagnosticsTo(charter)), {
    rule: 'plan-types',
    clause: 'J.7.0 §5',
    expected,
    actual: 'no other'
  })
