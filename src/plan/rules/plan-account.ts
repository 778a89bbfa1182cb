import { judged } from '../../diagnostics/finding.ts'
import type { PlanRule } from '../rule.ts'

const CHECKED = 'data.aws_caller_identity.current'

const words: Readonly<Record<string, string>> = {
  fail: 'it failed',
  unknown: 'it was not made: the identity would be read only while applying',
  error: 'it could not be made'
}

/**
 * The plan itself asked AWS whose account this is, and its postcondition passed on the declared account. The answer
 * stands among what was read for the plan; the ARN beside it can name a person, so it is not looked at.
 */
export const planAccount: PlanRule = ({ plan, declaration }) => {
  const status = plan.checks?.find(({ address }) => address.to_display === CHECKED)?.status
  const read = plan.prior_state?.values?.root_module?.resources?.find(({ address }) => address === CHECKED)
  const account = read?.values?.['account_id']
  const seen = typeof account === 'string' ? `the account ${account}` : 'no account'
  return [
    judged(status === 'pass' && account === declaration.account, {
      rule: 'plan-account',
      clause: 'J.7.0 §4',
      expected: `the postcondition on the live account passed, on ${declaration.account}`,
      actual:
        status === 'pass'
          ? `it passed, on ${seen}`
          : `${words[status ?? ''] ?? 'the plan has no such check'}, on ${seen}`,
      remedy: `Plan all of the emitted file, unchanged, with credentials of the account ${declaration.account}.`
    })
  ]
}
