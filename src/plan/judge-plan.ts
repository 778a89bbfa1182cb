import type { Finding } from '../diagnostics/finding.ts'
import { type Origin, sourced } from '../diagnostics/origin.ts'
import type { PlanRule, PlanSubject } from './rule.ts'
import { planAccount } from './rules/plan-account.ts'
import { planActions } from './rules/plan-actions.ts'
import { planChanges } from './rules/plan-changes.ts'
import { planTypes } from './rules/plan-types.ts'
import { planChecks } from './rules/plan-checks.ts'
import { planImports } from './rules/plan-imports.ts'
import { planAsDeclared } from './rules/plan-as-declared.ts'
import { planDrift } from './rules/plan-drift.ts'
import { planIdentity } from './rules/plan-identity.ts'
import { planIam } from './rules/plan-iam.ts'
import { planOutputs } from './rules/plan-outputs.ts'
import { planKnown } from './rules/plan-known.ts'
import { planNothingMore } from './rules/plan-nothing-more.ts'
import { planOfThisFile } from './rules/plan-of-this-file.ts'
import { planWithinRole } from './rules/plan-within-role.ts'
import { planOwnAccount } from './rules/plan-own-account.ts'
import { planConfiguration } from './rules/plan-configuration.ts'
import { planPlannedValues } from './rules/plan-planned-values.ts'
import { planPriorState } from './rules/plan-prior-state.ts'
import { planProvisioners } from './rules/plan-provisioners.ts'
import { planWhole } from './rules/plan-whole.ts'
import { planOfTheWholeFile } from './rules/plan-of-the-whole-file.ts'

/** Every rule about a plan that is in force. They stand in the order in which a reader wants to hear of them. */
export const planRules: Readonly<Record<string, PlanRule>> = {
  planWhole,
  planAccount,
  planChecks,
  planActions,
  planChanges,
  planTypes,
  planOfTheWholeFile,
  planOfThisFile,
  planProvisioners,
  planConfiguration,
  planPlannedValues,
  planPriorState,
  planImports,
  planAsDeclared,
  planNothingMore,
  planKnown,
  planOwnAccount,
  planIdentity,
  planIam,
  planWithinRole,
  planOutputs,
  planDrift
}

/** Where every rule about a plan looks. */
export const ofPlan: Origin = { kind: 'plan', name: 'as tofu show -json prints it' }

/**
 * What is good and bad about a plan, rule by rule; a plan that one finding refuses is not applied. Every rule says
 * something, so that a rule that was not asked can be told from one that had nothing against it.
 */
export const judgePlan = (
  subject: PlanSubject,
  rules: Readonly<Record<string, PlanRule>> = planRules
): ReadonlyArray<Finding> => sourced(ofPlan)(Object.values(rules).flatMap((rule) => rule(subject)))
