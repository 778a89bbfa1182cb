import { judged } from '../../diagnostics/finding.ts'
import type { PlanRule } from '../rule.ts'

/** No output is there, changes or is planned: what an output shows is kept in the state and printed. */
export const planOutputs: PlanRule = ({ plan }) => {
  const { output_changes: changes, planned_values: planned, prior_state: prior } = plan
  const names = [
    ...new Set([changes, planned?.outputs, prior?.values?.outputs].flatMap((outputs) => Object.keys(outputs ?? {})))
  ]
  return [
    judged(names.length === 0, {
      rule: 'plan-outputs',
      clause: 'J.7.0 §6',
      expected: 'no output',
      actual: names.length === 0 ? 'none' : names.join(', '),
      remedy: 'Remove the output; every identifier stands in the stack already.'
    })
  ]
}
