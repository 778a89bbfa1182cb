import { lookedUp } from '../../diagnostics/record.ts'
import { judged } from '../../diagnostics/finding.ts'
import { sameJson } from '../../terraform/json.ts'
import { type PlanRule, guardsAccess } from '../rule.ts'
import { type ResourceChange, changesOf, isStill } from '../plan-form.ts'
import { attributesOf, isNothing, own } from '../value.ts'

/** What the operator role may write, by its policy: tags, and the table's point-in-time recovery. Source: src/iam/actions.ts. */
const writable: Readonly<Record<string, ReadonlyArray<string>>> = {
  aws_s3_bucket: ['tags', 'tags_all'],
  aws_dynamodb_table: ['tags', 'tags_all', 'point_in_time_recovery']
}

const beyond = ({ address, type, change }: ResourceChange): ReadonlyArray<string> => {
  const [before, after] = [attributesOf(change.before), attributesOf(change.after)]
  return [...new Set([...Object.keys(before), ...Object.keys(after)])]
    .filter((name) => !sameJson(own(before, name), own(after, name)))
    .filter((name) => !(isNothing(own(before, name)) && isNothing(own(after, name))))
    .filter((name) => !(lookedUp(writable, type) ?? []).includes(name))
    .map((name) => `${address}: ${name}`)
}

/** The operator role is asked for nothing that AWS would refuse it: an apply would end in the middle. */
export const planWithinRole: PlanRule = ({ plan, principal, declaration }) => {
  const changed = changesOf(plan).filter((change) => !isStill(change) && !guardsAccess(change.type))
  const refused = principal === 'operator role' ? changed.flatMap(beyond) : []
  return [
    judged(refused.length === 0, {
      rule: 'plan-within-role',
      clause: 'J.7.0 §7',
      expected:
        'changes that the calling principal may make: of tags and of point-in-time recovery, for the operator role',
      actual: refused.length === 0 ? `nothing beyond them for the ${principal}` : refused.join(', '),
      remedy: `Plan and apply this as ${declaration.bootstrapPrincipal}.`
    })
  ]
}
