import type { Told } from '../access/sentences.ts'
import type { Json, JsonObject } from '../terraform/json.ts'
import {
  type Consequence,
  type ReviewedChange,
  adopted,
  anotherState,
  byOperator,
  deleted,
  inPlace,
  inTofu,
  replaced,
  unknown
} from './consequence.ts'
import { durationText } from './duration.ts'
import { type ValueChange, isDocument, leavesOf, valueChanges } from './value-changes.ts'

/** What else changes between two emitted files, one sentence for each cause. What has no rule may widen. */
export const settingChanges = (before: JsonObject, after: JsonObject): ReadonlyArray<ReviewedChange> => {
  const changes = valueChanges(before, after)
  const resources = changes.filter(isResource)
  return changes.filter((change) => !resources.some((one) => isImportOf(one, change))).flatMap(told(changes))
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

/** A resource is named by its address, everything else by its path. */
const nameOf = (path: ReadonlyArray<string>): string => path.join('.')
const addressOf = (path: ReadonlyArray<string>): string => (path[0] === 'resource' ? path.slice(1) : path).join('.')

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
    const known = leaves.filter((one) => one !== undefined && (leaves.length === 1 || one.turn !== 'may widen'))
    return known.length === 0 ? [whole] : known.filter((one) => one !== undefined)
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

const byRule = (change: ValueChange): ReviewedChange | undefined => {
  const rule = rules.find(({ of }) => of.test(nameOf(change.path)))
  return rule && { ...rule.tell(change), ...rule.ends }
}

/** An empty block or list is a value too: it may be all that a resource has. */
const shown = (value: Json | undefined): string => {
  if (typeof value !== 'object' || Object.keys(value).length > 0) return JSON.stringify(value)
  return Array.isArray(value) ? 'an empty list' : 'an empty block'
}

const plain = ({ path, before, after }: ValueChange, name = nameOf(path)): string => {
  if (before === undefined) return `${name} is ${shown(after)}; it was not there`
  return after === undefined
    ? `${name} was ${shown(before)} and is gone`
    : `${name} is ${shown(after)} instead of ${shown(before)}`
}

type Rule = { readonly of: RegExp; readonly tell: (change: ValueChange) => Told; readonly ends: Consequence }

const moves = (of: RegExp, ends: Consequence): Rule => ({
  of,
  ends,
  tell: (change) => ({ turn: 'moves', sentence: plain(change) })
})

/** A protection that is on at one value. */
const protection = (of: RegExp, on: string | boolean, ends: Consequence): Rule => ({
  of,
  ends,
  tell: ({ path, after }) =>
    after === on
      ? { turn: 'narrows', sentence: `the protection ${addressOf(path)} is on` }
      : { turn: 'widens', sentence: `the protection ${addressOf(path)} is off` }
})

const tag = (of: RegExp, whose: (path: ReadonlyArray<string>) => string, ends: Consequence): Rule => ({
  of,
  ends,
  tell: (change) => ({
    turn: 'moves',
    sentence: plain(change, `the tag ${change.path.at(-1) ?? ''} of ${whose(change.path)}`)
  })
})

/** A number of which more or less is the wider; without one, nothing is known. */
const amount = (
  of: RegExp,
  isWider: (before: number, after: number) => boolean,
  sentence: (change: ValueChange, before: number, after: number) => string,
  ends: Consequence
): Rule => ({
  of,
  ends,
  tell: (change) => {
    const { before, after } = change
    if (typeof before !== 'number' || typeof after !== 'number') return { turn: 'may widen', sentence: plain(change) }
    return { turn: isWider(before, after) ? 'widens' : 'narrows', sentence: sentence(change, before, after) }
  }
})

const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`

const rules: ReadonlyArray<Rule> = [
  tag(/^provider\.aws\.default_tags\.tags\.[^\0]+$/, () => 'everything', inPlace('J.7.0 §3.1')),
  tag(
    /^resource\.aws_(?:s3_bucket\.state|dynamodb_table\.lock)\.tags\.[^\0]+$/,
    (path) => path.slice(1, 3).join('.'),
    byOperator('J.7.0 §5')
  ),
  amount(
    /^resource\.aws_iam_role\.\w+\.max_session_duration$/,
    (before, after) => after > before,
    ({ path }, before, after) =>
      `a session of the ${path[2] ?? ''} role may last ${durationText(after)} instead of ${durationText(before)}`,
    inPlace('J.7.0 §7')
  ),
  amount(
    /^resource\.aws_dynamodb_table\.lock\.point_in_time_recovery\.recovery_period_in_days$/,
    (before, after) => after < before,
    (_, before, after) => `the lock table can be restored to the last ${days(after)} instead of ${days(before)}`,
    byOperator('J.6.2 §7')
  ),
  protection(/\.lifecycle\.prevent_destroy$/, true, inTofu('J.6.2 §7')),
  protection(/^resource\.aws_dynamodb_table\.lock\.point_in_time_recovery\.enabled$/, true, byOperator('J.6.2 §7')),
  protection(
    /^resource\.aws_dynamodb_table\.lock\.(?:deletion_protection_enabled|\w+\.enabled)$/,
    true,
    inPlace('J.6.2 §7')
  ),
  protection(
    /^resource\.aws_s3_bucket_public_access_block\.state\.(?:block|ignore|restrict)_public_\w+$/,
    true,
    inPlace('J.7.0 §7')
  ),
  protection(
    /^resource\.aws_s3_bucket_versioning\.state\.versioning_configuration\.status$/,
    'Enabled',
    inPlace('J.6.2 §7')
  ),
  protection(
    /^resource\.aws_s3_bucket_ownership_controls\.state\.rule\.object_ownership$/,
    'BucketOwnerEnforced',
    inPlace('J.7.0 §7')
  ),
  protection(/^terraform\.backend\.s3\.encrypt$/, true, inTofu('J.7.0 §3.2')),
  moves(/^terraform\.(?:required_version|required_providers\.aws\.version)$/, inTofu('J.7.0 §4')),
  moves(/^terraform\.backend\.s3\.(?:bucket|dynamodb_table|key|region)$/, anotherState('J.7.0 §3.4')),
  moves(/^resource\.aws_(?:iam_role|iam_policy)\.\w+\.(?:name|path)$/, replaced('J.6.2 §7')),
  moves(/^resource\.aws_(?:s3_bucket\.state\.bucket|dynamodb_table\.lock\.name)$/, replaced('J.6.2 §7')),
  moves(/^(?:provider\.aws|terraform\.backend\.s3)\.(?:region|allowed_account_ids\.0)$/, anotherState('J.7.0 §3.4')),
  moves(/^import\.(?:[0-9]+|aws_\w+\.\w+)\.id$/, adopted('J.7.0 §5'))
]
