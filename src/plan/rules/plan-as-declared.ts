import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { disagreements } from '../disagreements.ts'
import { changesOf } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'
import { writtenBody } from '../written-value.ts'

const expected = 'every attribute that the emitted file writes, with the value that it writes'

/** The plan makes each resource as the reviewed file says. Policies are compared by their meaning (J.7.0 §9). */
export const planAsDeclared: PlanRule = ({ plan, emitted }) =>
  findingsOf(
    changesOf(plan).flatMap(({ address, change }): ReadonlyArray<Diagnostic> => {
      const body = emitted.resources.get(address)
      if (body === undefined || change.after === null) return []
      return disagreements({ plan, emitted }, writtenBody(body), change.after, change.after_unknown, '').map((at) => ({
        rule: 'plan-as-declared',
        clause: 'J.7.0 §9',
        expected,
        actual: `${address} would have another ${at}`,
        remedy: 'Run emit, review and commit the file, and plan again with it.'
      }))
    }),
    { rule: 'plan-as-declared', clause: 'J.7.0 §9', expected, actual: 'no other value' }
  )
