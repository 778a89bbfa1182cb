import type { JsonObject } from '../terraform/json.ts'
import { type ReviewedChange, adopted, deleted, unknown } from './consequence.ts'
import { addressOf, byRule, nameOf, plain, shown } from './setting-rules.ts'
import { type ValueChange, isDocument, leavesOf, valueChanges } from './value-changes.ts'

/** What else changes between two emitted files, one sentence for each cause. What has no rule may widen. */
export const settingChanges = (before: JsonObject, after: JsonObject): ReadonlyArray<ReviewedChange> => {
  const changes = valueChanges(before, after)
  return changes.filter((change) => !changes.some((one) => isImportOf(one, change))).flatMap(told(changes))
}

/** Whether a resource that says who may do what is deleted. Until it is back, nothing of the stack is applied. */
export const deletesPolicy = (before: JsonObject, after: JsonObject): boolean =>
  valueChanges(before, after).some(
    (change) =>
      isResource(change) && change.after === undefined && /^aws_(?:iam_|s3_bucket_policy$)/.test(change.path[1] ?? '')
  )

const isOneSided = ({ before, after }: ValueChange): boolean => before === undefined || after === undefined
const isResource = (change: ValueChange): boolean =>
  change.path[0] === 'resource' && change.path.length === 3 && isOneSided(change)

/** Whether a change is the import of a resource that comes or goes with it. */
const isImportOf = (resource: ValueChange, { path, before, after }: ValueChange): boolean =>
  path[0] === 'import' &&
  path.length === 2 &&
  path[1] === addressOf(resource.path) &&
  (before === undefined) === (resource.before === undefined) &&
  (after === undefined) === (resource.after === undefined)

const told =
  (all: ReadonlyArray<ValueChange>) =>
  (change: ValueChange): ReadonlyArray<ReviewedChange> => {
    if (isResource(change))
      return [
        resource(
          change,
          all.some((one) => isImportOf(change, one))
        )
      ]
    if (isDocument(change.path)) return [document(change)]
    const whole: ReviewedChange = { turn: 'may widen', sentence: plain(change), ...unknown }
    if (change.path[0] === 'import' && change.path.length === 2) return [whole]
    const leaves = leavesOf(change).map(byRule)
    const known = leaves.filter((one) => one !== undefined)
    const certain = known.filter(({ turn }) => leaves.length === 1 || turn !== 'may widen')
    if (certain.length === leaves.length) return certain
    const widening = certain.filter(({ turn }) => turn === 'widens')
    return widening.length > 0 && change.after === undefined ? widening : [...widening, whole]
  }

/** A resource that comes or goes, with everything in it. */
const resource = (change: ValueChange, isImported: boolean): ReviewedChange => {
  const address = addressOf(change.path)
  if (change.after !== undefined)
    return {
      turn: 'may widen',
      sentence: `the resource ${address} is new: ${shown(change.after)}`,
      ...(isImported ? adopted('J.7.0 §5') : unknown)
    }
  const isProtection = leavesOf(change).some((leaf) => byRule(leaf)?.turn === 'widens')
  return { turn: isProtection ? 'widens' : 'may widen', sentence: `the resource ${address} is gone`, ...deleted }
}

/** A document that no role and no bucket of the file has as a policy. What else reads it is not known. */
const document = ({ path, before, after }: ValueChange): ReviewedChange => ({
  turn: 'may widen',
  sentence: `${nameOf(path)}, which is read as no policy, is ${before === undefined ? 'new' : after === undefined ? 'gone' : 'another one'}`,
  ...unknown
})
