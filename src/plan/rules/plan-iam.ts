import { judged } from '../../diagnostics/finding.ts'
import { type PlanRule, guardsAccess } from '../rule.ts'
import { changesOf, isStill } from '../plan-form.ts'

/** Only the bootstrap principal changes who may do what. So the operator role cannot widen itself (J.7.0 §7). */
export const planIam: PlanRule = ({ plan, principal, declaration }) => {
  const touched = changesOf(plan)
    .filter((change) => guardsAccess(change.type) && (!isStill(change) || change.change.importing !== undefined))
    .map(({ address }) => address)
  return [
    judged(touched.length === 0 || principal === 'bootstrap principal', {
      rule: 'plan-iam',
      clause: 'J.7.0 §7',
      expected: 'changes of roles, policies and the bucket policy by the bootstrap principal alone',
      actual: touched.length === 0 ? 'no such change' : `the ${principal} would change ${touched.join(', ')}`,
      remedy: `Plan and apply this as ${declaration.bootstrapPrincipal}.`
    })
  ]
}
