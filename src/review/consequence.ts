import type { Told } from '../access/sentences.ts'
import type { Clause } from '../diagnostics/diagnostic.ts'

/** What follows from a change: who has to apply it, what that does, and the clause that it touches. */
export type Consequence = {
  readonly applier: 'operator role' | 'bootstrap principal' | 'anybody who plans' | 'nobody'
  readonly apply: string
  readonly clause: Clause
}

/** A change of a stack as its reviewer reads it. */
export type ReviewedChange = Told & Consequence

const ofClause =
  (rest: Omit<Consequence, 'clause'>) =>
  (clause: Clause): Consequence => ({ ...rest, clause })

/** What the operator role may write itself (see plan-within-role); the bootstrap principal may too. */
export const byOperator = ofClause({ applier: 'operator role', apply: 'updated in place' })
export const inPlace = ofClause({ applier: 'bootstrap principal', apply: 'updated in place' })
export const adopted = ofClause({ applier: 'bootstrap principal', apply: 'adopted as it is found' })
export const created = ofClause({ applier: 'bootstrap principal', apply: 'made by the first apply' })
/** What OpenTofu alone goes by. */
export const inTofu = ofClause({ applier: 'anybody who plans', apply: 'nothing changes in AWS' })
export const replaced = ofClause({ applier: 'nobody', apply: 'refused as a replacement' })
export const anotherState = ofClause({ applier: 'nobody', apply: 'refused: it would be another state' })

/** A resource that is not in the file any more: OpenTofu would delete it, and plan-actions refuses that. */
export const deleted: Consequence = { applier: 'nobody', apply: 'refused as a deletion', clause: 'J.6.2 §7' }

/** A value for which there is no rule. */
export const unknown: Consequence = {
  applier: 'bootstrap principal',
  apply: 'not known before the plan',
  clause: 'J.7.0 §4'
}

/** A policy, a trust policy, the boundary or the bucket policy. */
export const ofAccess: Consequence = inPlace('J.7.0 §7')
