import type { Declaration } from '../../declaration/declaration.ts'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { sameJson } from '../../terraform/json.ts'
import type { Plan } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'
import { attributesOf, own } from '../value.ts'

const expected = 'identities of the declared account and region, each field as the resource itself has it'

/** What a resource is named by beside its attributes, in one place of a plan. */
type Identified = { readonly address: string; readonly identity: unknown; readonly values: unknown }

const identitiesIn = ({ planned_values, prior_state, resource_changes = [], resource_drift = [] }: Plan) => [
  ...[planned_values, prior_state?.values].flatMap((state) =>
    (state?.root_module?.resources ?? []).map(({ address, identity, values }): Identified => ({
      address,
      identity,
      values
    }))
  ),
  ...[...resource_changes, ...resource_drift].flatMap(({ address, change }): ReadonlyArray<Identified> => [
    { address, identity: change.before_identity, values: change.before },
    { address, identity: change.after_identity, values: change.after }
  ])
]

const isOwn = ({ account, region }: Declaration, values: unknown, name: string, value: unknown): boolean => {
  if (value === null) return true
  if (name === 'account_id') return value === account
  if (name === 'region') return value === region.aws
  return sameJson(own(values, name), value)
}

/**
 * A resource is identified as itself, in the declared account and region. Line 6 of the provider gives identities: the
 * account, the region where there is one, and attributes of the resource. A field that is none of these is refused.
 * Source: OpenTofu, internal/command/jsonplan; the provider's documents, "Identity Schema" of each resource.
 */
export const planIdentity: PlanRule = ({ plan, declaration }) => {
  const all = identitiesIn(plan)
  const diagnostics = all.flatMap(({ address, identity, values }) =>
    Object.entries(attributesOf(identity))
      .filter(([name, value]) => !isOwn(declaration, values, name, value))
      .map(([name]): Diagnostic => ({
        rule: 'plan-identity',
        clause: 'J.7.0 §4',
        expected,
        actual: `${address}: another ${name} in its identity`,
        remedy: 'Look at the state and at what was imported. Nothing of another account or region belongs in it.'
      }))
  )
  const count = all.filter(({ identity }) => Object.keys(attributesOf(identity)).length > 0).length
  return findingsOf(diagnostics, { rule: 'plan-identity', clause: 'J.7.0 §4', expected, actual: `${count} of them` })
}
