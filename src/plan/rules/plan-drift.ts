import { type Judged, judged, passed } from '../../diagnostics/finding.ts'
import { type Drift, driftsOf } from '../drift.ts'
import { type PlanRule, guardsAccess } from '../rule.ts'

const expected = 'nothing that guards access changed outside, unless the bootstrap principal is there to judge it'

const touchesAccess = ({ type, attributes }: Drift): boolean =>
  guardsAccess(type) ||
  (type === 'aws_s3_bucket' && attributes.some((name) => ['policy', 'grant', 'acl'].includes(name)))

/**
 * Tags that are added to the bucket or the table in AWS decide nothing there. A plan takes them away again: the message
 * says so, and how to keep them. A tag of a role can decide what policies elsewhere let the role do, so it is not the
 * operator's to settle.
 */
const ofTags = ({ attributes }: Drift): string =>
  attributes.some((name) => ['tags', 'tags_all'].includes(name))
    ? '; tags that the file does not declare are taken away, so write those to keep into `tags` of the stack'
    : ''

/** Every change in AWS since the last apply is reported. A change of what guards access is not the operator's to settle. */
export const planDrift: PlanRule = ({ plan, principal, declaration }) => {
  const drifts = driftsOf(plan)
  if (drifts.length === 0)
    return [passed({ rule: 'plan-drift', clause: 'J.7.0 §7', expected, actual: 'nothing changed outside' })]
  return drifts.map((drift): Judged =>
    judged(principal === 'bootstrap principal' || !touchesAccess(drift), {
      rule: 'plan-drift',
      clause: 'J.7.0 §7',
      expected,
      actual: `${drift.address} changed outside: ${drift.attributes.join(', ')}${ofTags(drift)}`,
      remedy: `Find out in CloudTrail who changed it and why; then plan as ${declaration.bootstrapPrincipal}.`
    })
  )
}
