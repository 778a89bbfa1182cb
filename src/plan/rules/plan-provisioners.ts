import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import type { PlanRule } from '../rule.ts'
import { own } from '../value.ts'

const rule = 'plan-provisioners'
const expected = 'no provisioner: OpenTofu would run its command with the credentials of this run'

/** The kind of a provisioner, where it is one of OpenTofu's own. Source: OpenTofu, "Provisioners". */
const kindOf = (provisioner: unknown): string => {
  const type = own(provisioner, 'type')
  return type === 'local-exec' || type === 'remote-exec' || type === 'file' ? type : 'of another kind'
}

/** No resource runs a command while it is made or destroyed; a resource without one says nothing about provisioners. */
export const planProvisioners: PlanRule = ({ plan }) =>
  findingsOf(
    (plan.configuration.root_module.resources ?? [])
      .filter(({ provisioners }) => provisioners !== undefined)
      .map(({ address, provisioners }): Diagnostic => ({
        rule,
        clause: 'J.6.2 §7',
        expected,
        actual: `${address} has a provisioner: ${(Array.isArray(provisioners) ? provisioners : [provisioners]).map(kindOf).join(', ')}`,
        remedy: 'Find out which file beside the emitted one says so; apply nothing, and remove it.'
      })),
    { rule, clause: 'J.6.2 §7', expected, actual: 'none' }
  )
