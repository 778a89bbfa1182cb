import { type Objection, findingsOf } from '../../diagnostics/finding.ts'
import { changesOf, isStill } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'

const expected = 'a plan that ended without an error, that leaves nothing for later and that can be applied'

const objection = (actual: string, remedy: string): Objection => ({
  id: 'plan-whole',
  clause: 'J.7.0 §4',
  expected,
  actual,
  remedy
})

const again = 'mend what tofu says above, and plan again'

/**
 * The plan is whole: tofu writes one down even where planning failed halfway. OpenTofu says `errored`; `complete`,
 * `applyable` and `deferred_changes` are Terraform's words for more of the same and are heard where they are said.
 */
export const planWhole: PlanRule = ({ plan }) => {
  const isWork = changesOf(plan).some((change) => !isStill(change) || change.change.importing !== undefined)
  return findingsOf(
    [
      ...(plan.errored ? [objection('tofu met an error while it planned', again)] : []),
      ...(plan.complete === false
        ? [objection('the plan is not complete: another one would have to follow', again)]
        : []),
      ...(plan.applyable === false && isWork ? [objection('tofu says that it cannot be applied', again)] : []),
      ...((plan.deferred_changes ?? []).length > 0
        ? [
            objection(
              'changes are deferred to a later plan',
              'leave out what defers them; each plan shows all it will do'
            )
          ]
        : [])
    ],
    { id: 'plan-whole', clause: 'J.7.0 §4', expected, actual: 'no error, and nothing left for later' }
  )
}
