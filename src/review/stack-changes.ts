import { accessSentences, byTurn, newRoleSentences } from '../access/sentences.ts'
import { type JsonObject, sameJson } from '../terraform/json.ts'
import { accessIn } from '../access/access-in-file.ts'
import { type ReviewedChange, adopted, deleted, inTofu, ofAccess, replaced, unknown } from './consequence.ts'
import { replacesPolicy } from './replaced-attributes.ts'
import { deletesPolicy, settingChanges } from './setting-changes.ts'

/** Whether a change counts as a widening. What could not be decided does. */
export const isWidening = ({ turn }: Pick<ReviewedChange, 'turn'>): boolean => turn === 'widens' || turn === 'may widen'

/**
 * What changes between two emitted files, as a reviewer reads it: what widens first. Both are the objects that Terraform
 * JSON is. No sentence means that they are the same.
 */
export const stackChanges = (before: JsonObject, after: JsonObject): ReadonlyArray<ReviewedChange> => {
  const ends = deletesPolicy(before, after) ? deleted : replacesPolicy(before, after) ? replacedPolicy : ofAccess
  const access = accessSentences(accessIn(before), accessIn(after)).map((told) => ({ ...told, ...ends }))
  const found = [...access, ...settingChanges(before, after)]
  const all = found.length > 0 || sameJson(before, after) ? found : [rewritten]
  return all.toSorted(byTurn)
}

const replacedPolicy = replaced('J.6.2 §7')

/** What is neither access nor a setting with a path, such as an empty block that comes or goes. */
const rewritten: ReviewedChange = { turn: 'moves', sentence: 'the file is written otherwise', ...unknown }

/** A stack that one of two sides alone has, or both. */
export type StackReview = {
  readonly stack: string
  readonly what: 'changed' | 'new' | 'gone'
  readonly changes: ReadonlyArray<ReviewedChange>
}

/**
 * What becomes of one stack between two sides; undefined where nothing does. Of a new one everything is new, so what it
 * gives is told by who may become its roles, and REVIEW.md says the rest.
 */
export const stackReview = (
  stack: string,
  before: JsonObject | undefined,
  after: JsonObject | undefined
): StackReview | undefined => {
  if (before === undefined) return after === undefined ? undefined : { stack, what: 'new', changes: newStack(after) }
  if (after === undefined) return { stack, what: 'gone', changes: [gone] }
  const changes = stackChanges(before, after)
  return changes.length === 0 ? undefined : { stack, what: 'changed', changes }
}

const newStack = (after: JsonObject): ReadonlyArray<ReviewedChange> => [
  fresh,
  ...newRoleSentences(accessIn(after)).map((told) => ({ ...told, ...ofAccess }))
]

const fresh: ReviewedChange = {
  turn: 'widens',
  sentence: 'the stack is new: the REVIEW.md beside its file says all that it gives',
  ...adopted('J.7.0 §5')
}

const gone: ReviewedChange = {
  turn: 'may widen',
  sentence: 'the stack is gone: its bucket, table and roles stay in AWS, without a review from now on',
  ...inTofu('J.6.2 §7')
}
