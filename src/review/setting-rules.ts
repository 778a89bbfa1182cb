import type { Told } from '../access/sentences.ts'
import type { Json } from '../terraform/json.ts'
import {
  type Consequence,
  type ReviewedChange,
  adopted,
  anotherState,
  byOperator,
  inPlace,
  inTofu,
  replaced
} from './consequence.ts'
import { durationText } from './duration.ts'
import type { ValueChange } from './value-changes.ts'

/** A resource is named by its address, everything else by its path. */
export const nameOf = (path: ReadonlyArray<string>): string => path.join('.')
export const addressOf = (path: ReadonlyArray<string>): string =>
  (path[0] === 'resource' ? path.slice(1) : path).join('.')

/** An empty block or list is a value too: it may be all that a resource has. */
export const shown = (value: Json | undefined): string => {
  if (typeof value !== 'object' || Object.keys(value).length > 0) return JSON.stringify(value)
  return Array.isArray(value) ? 'an empty list' : 'an empty block'
}

export const plain = ({ path, before, after }: ValueChange, name = nameOf(path)): string => {
  if (before === undefined) return `${name} is ${shown(after)}; it was not there`
  return after === undefined
    ? `${name} was ${shown(before)} and is gone`
    : `${name} is ${shown(after)} instead of ${shown(before)}`
}

type Rule = { readonly of: RegExp; readonly tell: (change: ValueChange) => Told; readonly ends: Consequence }

/** A text that stands for itself, not a template and not nothing. */
const isPlainText = (value: Json | undefined): boolean =>
  typeof value === 'string' && value !== '' && !/[$%]\{/.test(value)

/** A name or a version. Where one side has none, or another kind of value, what follows is not known. */
const moves = (of: RegExp, ends: Consequence): Rule => ({
  of,
  ends,
  tell: (change) => ({
    turn: isPlainText(change.before) && isPlainText(change.after) ? 'moves' : 'may widen',
    sentence: plain(change)
  })
})

/** A value whose change cannot be ranked as wider or narrower. */
const mayWiden = (of: RegExp, ends: Consequence): Rule => ({
  of,
  ends,
  tell: (change) => ({ turn: 'may widen', sentence: plain(change) })
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
  moves(/^resource\.aws_iam_policy\.\w+\.description$/, replaced('J.6.2 §7')),
  moves(/^resource\.aws_(?:s3_bucket\.state\.bucket|dynamodb_table\.lock\.name)$/, replaced('J.6.2 §7')),
  mayWiden(
    /^resource\.(?:aws_s3_bucket_\w+\.\w+\.bucket|aws_dynamodb_table\.\w+\.hash_key|aws_iam_role_polic\w+\.\w+\.(?:name|role_name))$/,
    replaced('J.6.2 §7')
  ),
  mayWiden(/\.apply_server_side_encryption_by_default\.sse_algorithm$/, inPlace('J.7.0 §3.2')),
  moves(/^(?:provider\.aws|terraform\.backend\.s3)\.(?:region|allowed_account_ids\.0)$/, anotherState('J.7.0 §3.4')),
  moves(/^import\.(?:[0-9]+|aws_\w+\.\w+)\.id$/, adopted('J.7.0 §5'))
]

/** What a rule says of one value; undefined where none is for its path. */
export const byRule = (change: ValueChange): ReviewedChange | undefined => {
  const rule = rules.find(({ of }) => of.test(nameOf(change.path)))
  return rule && { ...rule.tell(change), ...rule.ends }
}
