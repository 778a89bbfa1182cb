import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { findingsOf } from '../../diagnostics/finding.ts'
import { sameJson } from '../../terraform/json.ts'
import type { Emitted } from '../emitted.ts'
import type { CheckResult } from '../plan-form.ts'
import type { PlanRule } from '../rule.ts'
import { own } from '../value.ts'

const expected = 'every check of the emitted file, and no other, passed while it was planned'

const diagnostic = (actual: string, remedy: string): Diagnostic => ({
  rule: 'plan-checks',
  clause: 'J.7.0 §4',
  expected,
  actual,
  remedy
})

const conditions = ['precondition', 'postcondition']

/** What is checked, as a plan names it, and its one object. */
const isPlain = ({ address, instances = [] }: CheckResult): boolean => {
  const { to_display: shown, kind, mode, type, name, ...more } = address
  return (
    kind === 'resource' &&
    shown === `${mode === 'data' ? 'data.' : ''}${type}.${name}` &&
    Object.keys(more).length === 0 &&
    instances.length <= 1 &&
    instances.every((one) => sameJson(one.address, { to_display: shown }))
  )
}

/** Addresses of what has a condition in the file; a stack has no `check` block, no variable and no output. */
const declared = ({ resources, data }: Emitted): ReadonlySet<string> =>
  new Set(
    [...resources, ...data]
      .filter(([, body]) => conditions.some((name) => own(body['lifecycle'], name) !== undefined))
      .map(([address]) => address)
  )

/**
 * Every check of the configuration passed, and each belongs to the emitted file. None failed, was put off or is one
 * more: a `check` block only warns, and a plan goes on.
 */
export const planChecks: PlanRule = ({ plan, emitted }) => {
  const checks = plan.checks ?? []
  const known = declared(emitted)
  return findingsOf(
    [
      ...checks
        .filter(({ status, instances = [] }) =>
          [status, ...instances.map((one) => one.status)].some((one) => one !== 'pass')
        )
        .map(({ address, status }) =>
          diagnostic(
            `the check of ${address.to_display} is ${status}`,
            'Read what tofu says of it above, correct it, and plan again.'
          )
        ),
      ...checks
        .filter((check, index) => {
          const { to_display: shown } = check.address
          const isAgain = checks.findIndex(({ address }) => address.to_display === shown) < index
          return isAgain || !isPlain(check) || !known.has(shown)
        })
        .map(({ address }) =>
          diagnostic(
            `a check of ${address.to_display} that the file does not have`,
            'Keep the emitted file alone in its folder, and plan again.'
          )
        )
    ],
    { rule: 'plan-checks', clause: 'J.7.0 §4', expected, actual: `${checks.length} passed` }
  )
}
