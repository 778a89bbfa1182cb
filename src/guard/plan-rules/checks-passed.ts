import type { Objection } from '../../domain/objection.ts'
import { findingsOf } from '../../preflight/finding.ts'
import type { PlanRule } from '../plan/rule.ts'

const expected = 'every check of the configuration passed while it was planned'

/** No check of the configuration failed or was put off: a `check` block only warns, and a plan goes on. */
export const checksPassed: PlanRule = ({ plan }) =>
  findingsOf(
    (plan.checks ?? [])
      .filter(({ status }) => status !== 'pass')
      .map(({ address, status }): Objection => ({
        id: 'plan-checks',
        clause: 'J.7.0 §4',
        expected,
        actual: `the check of ${address.to_display} is ${status}`,
        remedy: 'read what tofu says of it above, mend it, and plan again'
      })),
    { id: 'plan-checks', clause: 'J.7.0 §4', expected, actual: `${(plan.checks ?? []).length} passed` }
  )
