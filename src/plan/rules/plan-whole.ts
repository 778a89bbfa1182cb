import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { changesOf, isStill } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'

const expected = 'a plan that ended without an error, leaves nothing for later and can be applied'

const diagnostic = (actual: string, remedy: string): Diagnostic => ({
  rule: 'plan-whole',
  clause: 'J.7.0 §4',
  expected,
  actual,
  remedy
})

const again = 'Correct what tofu says above, and plan again.'

/**
 * The plan is whole: tofu writes one down even where planning failed halfway. OpenTofu says `errored`; `complete`,
 * `applyable` and `deferred_changes` are Terraform's words for more of the same and are heard where they are said.
 */
export const planWhole: PlanRule = ({ plan }) => {
  const isWork = changesOf(plan).some((change) => !isStill(change) || change.change.importing !== undefined)
  return findingsOf(
    [
      ...(plan.errored ? [diagnostic('tofu met an error while it planned', again)] : []),
      ...(plan.complete === false
        ? [diagnostic('the plan is not complete: another one would have to follow', again)]
        : []),
      ...(plan.applyable === false && isWork ? [diagnostic('tofu says that it cannot be applied', again)] : []),
      ...((plan.deferred_changes ?? []).length > 0
        ? [
            diagnostic(
              'changes are deferred to a later plan',
              'Leave out what defers them; each plan shows all it will do.'
            )
          ]
        : [])
    ],
    { rule: 'plan-whole', clause: 'J.7.0 §4', expected, actual: 'no error, and nothing left for later' }
  )
}
