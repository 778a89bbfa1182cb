import type { CommitId, Moment, Sha256 } from '../../diagnostics/kinds.ts'
import type { Sourced } from '../../diagnostics/origin.ts'
import type { Clause, Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { SavedPlan, StateAt, TofuUsed } from './saved-plan.ts'

/** How things are at the moment when a saved plan is to be applied. */
export type Present = {
  readonly stack: string
  readonly commit: CommitId
  readonly fileSha256: Sha256<'the emitted file'>
  readonly principal: string
  readonly tofu: TofuUsed
  /** Of the plan as it lies there now. */
  readonly planSha256: Sha256<'the plan'>
  readonly providerLockSha256: Sha256<'the lock file'>
  readonly state: StateAt
  readonly now: Moment
}

/** How long a plan may be applied. What was read for it is no older, and its reader still sits there. */
export const PLAN_MINUTES = 15

/** What is done where a plan may not be applied. */
export const planAgain = (stack: string): string => `Plan again, and read it: npm run tofu -- stacks/${stack}.ts plan`

/** What is done where another role planned: a plan of this one would take the place of that plan. */
const applyAs = (principal: string, stack: string): string =>
  `Sign in as ${principal}, which planned it, and apply it: npm run tofu -- stacks/${stack}.ts apply`

/** What keeps a plan from being applied. */
type Refusal = Sourced<Omit<Diagnostic, 'remedy'>>

const refusal = (rule: string, clause: Clause, expected: string, actual: string): Refusal => ({
  rule,
  clause,
  from: { kind: 'plan', name: 'as it was saved' },
  expected,
  actual
})

/** The beginning of a digest, enough to tell two apart. */
export const short = (digest: string): string => digest.slice(0, 12)

/** A value that must be what it was; digests and ids are shown by their beginning. */
const same = <A extends string>(rule: string, clause: Clause, what: string, planned: A, present: A, shown = short) =>
  planned === present
    ? []
    : [refusal(rule, clause, `${what} ${shown(planned)}, with which it was planned`, `${what} ${shown(present)}`)]

const whole = (text: string): string => text

const age = ({ createdAt }: SavedPlan, { now }: Present): ReadonlyArray<Refusal> => {
  const minutes = (now - createdAt) / 60_000
  if (minutes >= 0 && minutes <= PLAN_MINUTES) return []
  const actual =
    minutes < 0 ? 'one from the future: the clock of this machine was changed' : `one of ${Math.floor(minutes)} minutes`
  return [refusal('plan-fresh', 'J.7.0 §4', `a plan of at most ${PLAN_MINUTES} minutes`, actual)]
}

const tofu = (planned: TofuUsed, present: TofuUsed): ReadonlyArray<Refusal> =>
  planned.version === present.version && planned.sha256 === present.sha256
    ? []
    : [
        refusal(
          'plan-same-tofu',
          'J.7.0 §2',
          `OpenTofu ${planned.version}, sha256 ${short(planned.sha256)}, which made the plan`,
          `OpenTofu ${present.version}, sha256 ${short(present.sha256)}`
        )
      ]

const stateText = (state: StateAt): string =>
  state === null
    ? 'no state'
    : `serial ${state.serial} of the lineage ${state.lineage}${state.versionId === null ? '' : `, version ${state.versionId}`}`

const overtaken = (planned: StateAt, present: StateAt): ReadonlyArray<Refusal> =>
  stateText(planned) === stateText(present)
    ? []
    : [
        refusal(
          'plan-not-overtaken',
          'J.6.2 §5',
          `${stateText(planned)}, on which it was planned`,
          `${stateText(present)}: another run applied in the meantime`
        )
      ]

/** All that keeps a saved plan from being applied. When nothing is found, exactly the plan that was judged runs (J.7.0 §4). */
export const mayApply = (saved: SavedPlan, present: Present): ReadonlyArray<Sourced<Diagnostic>> =>
  [
    ...same('plan-same-stack', 'J.7.0 §3.4', 'the stack', saved.stack, present.stack, whole),
    ...same('plan-same-commit', 'J.7.0 §4', 'the commit', saved.commit, present.commit),
    ...same('plan-same-file', 'J.7.0 §4', 'the emitted file', saved.fileSha256, present.fileSha256),
    ...same('plan-same-principal', 'J.7.0 §7', 'the role', saved.principal, present.principal, whole),
    ...tofu(saved.tofu, present.tofu),
    ...same(
      'plan-same-providers',
      'J.7.0 §3.1',
      '.terraform.lock.hcl',
      saved.providerLockSha256,
      present.providerLockSha256
    ),
    ...same('plan-unchanged', 'J.7.0 §4', 'the plan', saved.planSha256, present.planSha256),
    ...age(saved, present),
    ...overtaken(saved.state, present.state)
  ].map((seen) => ({
    ...seen,
    remedy: seen.rule === 'plan-same-principal' ? applyAs(saved.principal, present.stack) : planAgain(present.stack)
  }))
