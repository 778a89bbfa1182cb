import type { Told } from '../access/sentences.ts'
import { byCodeUnit, type Json, type JsonObject } from '../terraform/json.ts'
import { readAccess } from '../access/access-in-file.ts'
import {
  type Consequence,
  type ReviewedChange,
  adopted,
  anotherState,
  inPlace,
  inTofu,
  replaced,
  unknown,
  byOperator
} from './consequence.ts'
import { durationText } from './duration.ts'

type Leaf = string | number | boolean
type Change = {
  readonly path: ReadonlyArray<string>
  readonly before: Leaf | undefined
  readonly after: Leaf | undefined
}

/** What else changes between two emitted files, one sentence for each value. What has no rule may widen. */
export const settingChanges = (before: JsonObject, after: JsonObject): ReadonlyArray<ReviewedChange> => {
  const [was, is] = [leavesOf(before), leavesOf(after)]
  const paths = [...new Set([...was.keys(), ...is.keys()])].toSorted(byCodeUnit)
  return paths
    .filter((text) => was.get(text) !== is.get(text) && !isFilled(text, was, is))
    .map((text): Change => ({ path: text.split('\0'), before: was.get(text), after: is.get(text) }))
    .map(told)
}

const leavesOf = (root: JsonObject): ReadonlyMap<string, Leaf> => {
  const found = new Map<string, Leaf>()
  const { isRead } = readAccess(root)
  const walk = (item: Json, path: ReadonlyArray<string>): void => {
    if (isRead(path)) return
    if (typeof item !== 'object') found.set(path.join('\0'), item)
    else if (Object.keys(item).length === 0) found.set(path.join('\0'), empty(item))
    else for (const [key, inner] of Object.entries(item)) walk(inner, [...path, key])
  }
  walk(root, [])
  return found
}

/** The words for a block or a list with nothing in it. It is a leaf too: it may be all that a resource has. */
const empty = (item: object): string => (Array.isArray(item) ? 'an empty list' : 'an empty block')

/** Whether an empty block only got its first value, or lost its last: that value says so. */
const isFilled = (text: string, ...sides: readonly [ReadonlyMap<string, Leaf>, ReadonlyMap<string, Leaf>]): boolean =>
  sides.some((side) => !side.has(text) && [...side.keys()].some((other) => other.startsWith(`${text}\0`)))

/** A resource is named by its address, everything else by its path. */
const nameOf = (path: ReadonlyArray<string>): string => path.join('.')
const addressOf = (path: ReadonlyArray<string>): string => (path[0] === 'resource' ? path.slice(1) : path).join('.')

const told = (change: Change): ReviewedChange => {
  const text = nameOf(change.path)
  const rule = rules.find(({ of }) => of.test(text))
  return rule === undefined
    ? { turn: 'may widen', sentence: plain(change), ...unknown }
    : { ...rule.tell(change), ...rule.ends }
}

const shown = (value: Leaf | undefined): string => JSON.stringify(value)

const plain = ({ path, before, after }: Change, name = nameOf(path)): string => {
  if (before === undefined) return `${name} is ${shown(after)}; it was not there`
  return after === undefined
    ? `${name} was ${shown(before)} and is gone`
    : `${name} is ${shown(after)} instead of ${shown(before)}`
}

type Rule = { readonly of: RegExp; readonly tell: (change: Change) => Told; readonly ends: Consequence }

const moves = (of: RegExp, ends: Consequence): Rule => ({
  of,
  ends,
  tell: (change) => ({ turn: 'moves', sentence: plain(change) })
})

/** A protection that is on at one value. */
const protection = (of: RegExp, on: Leaf, ends: Consequence): Rule => ({
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
  sentence: (change: Change, before: number, after: number) => string,
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
  moves(/^import\.[0-9]+\.id$/, adopted('J.7.0 §5'))
]
