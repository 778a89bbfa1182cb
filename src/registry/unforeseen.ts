import type { guardRules } from './guard-rules.ts'
import type { preflightRules } from './preflight-rules.ts'

const plan = 'It judges the plan, which tofu makes after preflight.'
const record = 'It compares with the moment of the plan, which the guard alone has written down.'
const moment = 'It asks whether something was changed since preflight, while the guard runs.'
const after = 'It judges what an apply left.'
const line = 'It judges the command line of the guard.'

/**
 * Why preflight cannot say what a rule of the guard refuses. Every rule of the guard stands here that is not one of
 * preflight's too. The types hold the list complete: a new rule of the guard stands here, or preflight prints it.
 */
export const unforeseen = {
  'applied-whole': after,
  'file-unchanged': moment,
  'flags-known': line,
  'lock-file-unchanged': moment,
  'nothing-left': after,
  'plan-account': plan,
  'plan-actions': plan,
  'plan-as-declared': plan,
  'plan-as-shown': moment,
  'plan-changes': plan,
  'plan-checks': plan,
  'plan-configuration': plan,
  'plan-drift': plan,
  'plan-fresh': record,
  'plan-iam': plan,
  'plan-identity': plan,
  'plan-imports': plan,
  'plan-known': plan,
  'plan-not-overtaken': record,
  'plan-nothing-more': plan,
  'plan-of-the-whole-file': plan,
  'plan-of-this-file': plan,
  'plan-outputs': plan,
  'plan-own-account': plan,
  'plan-planned-values': plan,
  'plan-prior-state': plan,
  'plan-provisioners': plan,
  'plan-readable': plan,
  'plan-same-commit': record,
  'plan-same-file': record,
  'plan-same-principal': record,
  'plan-same-providers': record,
  'plan-same-stack': record,
  'plan-same-tofu': record,
  'plan-saved': 'It is about apply alone, after a plan of the guard.',
  'plan-types': plan,
  'plan-unchanged': record,
  'plan-whole': plan,
  'plan-within-role': plan,
  'provider-bound': 'It hashes the provider, which tofu fetches after preflight.',
  'run-alone': 'It asks who is at work at this moment; preflight changes nothing and runs beside a plan or apply.',
  'saved-plan-readable': record,
  'state-moved': after,
  terminal: 'It asks whether a person sits at both ends of the guard; preflight may write into a file.',
  'three-commands': line,
  'tofu-version': 'It starts tofu; preflight starts no program but git. npm run doctor says which tofu is found.'
} as const satisfies Readonly<
  Record<Exclude<keyof typeof guardRules, keyof typeof preflightRules> | 'terminal', string>
>
