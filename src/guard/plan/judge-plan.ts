import type { Finding } from '../../preflight/finding.ts'
import type { PlanRule, PlanSubject } from './rule.ts'
import { accountProven } from '../plan-rules/account-proven.ts'
import { allowedActions } from '../plan-rules/allowed-actions.ts'
import { authorisedTypes } from '../plan-rules/authorised-types.ts'
import { checksPassed } from '../plan-rules/checks-passed.ts'
import { declaredImports } from '../plan-rules/declared-imports.ts'
import { declaredValues } from '../plan-rules/declared-values.ts'
import { driftSeen } from '../plan-rules/drift-seen.ts'
import { iamByBootstrap } from '../plan-rules/iam-by-bootstrap.ts'
import { noOutputs } from '../plan-rules/no-outputs.ts'
import { nothingUnknown } from '../plan-rules/nothing-unknown.ts'
import { nothingUnwritten } from '../plan-rules/nothing-unwritten.ts'
import { ofThisFile } from '../plan-rules/of-this-file.ts'
import { operatorSettings } from '../plan-rules/operator-settings.ts'
import { ownAccount } from '../plan-rules/own-account.ts'
import { planConfiguration } from '../plan-rules/plan-configuration.ts'
import { planPlannedValues } from '../plan-rules/plan-planned-values.ts'
import { planPriorState } from '../plan-rules/plan-prior-state.ts'
import { planProvisioners } from '../plan-rules/plan-provisioners.ts'
import { planWhole } from '../plan-rules/plan-whole.ts'
import { wholeFile } from '../plan-rules/whole-file.ts'

/** Every rule about a plan that is in force, in the order in which a reader wants to hear of them. */
export const planRules: Readonly<Record<string, PlanRule>> = {
  planWhole,
  accountProven,
  checksPassed,
  allowedActions,
  authorisedTypes,
  wholeFile,
  ofThisFile,
  planProvisioners,
  planConfiguration,
  planPlannedValues,
  planPriorState,
  declaredImports,
  declaredValues,
  nothingUnwritten,
  nothingUnknown,
  ownAccount,
  iamByBootstrap,
  operatorSettings,
  noOutputs,
  driftSeen
}

/**
 * What is good and bad about a plan, rule by rule; a plan that one finding refuses is not applied. Every rule says
 * something, so that a rule that was not asked can be told from one that had nothing against it.
 */
export const judgePlan = (
  subject: PlanSubject,
  rules: Readonly<Record<string, PlanRule>> = planRules
): ReadonlyArray<Finding> => Object.values(rules).flatMap((rule) => rule(subject))
