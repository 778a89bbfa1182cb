import { judged } from '../../preflight/finding.ts'
import type { PlanRule } from '../plan/rule.ts'

/** No output changes: what an output shows is kept in the state and printed. */
export const noOutputs: PlanRule = ({ plan }) => {
  const names = Object.keys(plan.output_changes ?? {})
  return [
    judged(names.length === 0, {
      id: 'plan-outputs',
      clause: 'J.7.0 §6',
      expected: 'no output',
      actual: names.length === 0 ? 'none' : names.join(', '),
      remedy: 'remove the output; every identifier stands in the stack already'
    })
  ]
}
