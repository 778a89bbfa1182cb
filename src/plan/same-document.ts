import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { canonicalPolicy } from '../backend/same-policy.ts'
import { strictJson } from '../diagnostics/strict-json.ts'
import { isObject } from '../terraform/json.ts'
import { accessDifference } from './access-difference.ts'
import { type Plan, changesOf } from './plan-form.ts'
import { own } from './value.ts'

/** A text as the policy document that it holds; the text itself where two readers could differ, undefined for no text. */
export const documentIn = (text: unknown): unknown => {
  if (typeof text !== 'string') return undefined
  return pipe(
    strictJson(text),
    E.mapLeft(() => text),
    E.toUnion
  )
}

/** Whether two documents are the same text, but for the order of keys and of sets. */
export const isSameText = (a: unknown, b: unknown): boolean =>
  isObject(a) && isObject(b) ? canonicalPolicy(a) === canonicalPolicy(b) : a === b

/**
 * Whether two policy documents are the same: they give and refuse the same as IAM reads them, and they say it in one
 * canonical text. One reading alone could be wrong about a document that was made to deceive it.
 */
export const isSameDocument = (a: unknown, b: unknown): boolean => {
  const { gained, lost, unread } = accessDifference(a, b)
  return gained.length === 0 && lost.length === 0 && unread.length === 0 && isSameText(a, b)
}

/** A policy inside of a role: its name and its document. */
export type RolePolicy = { readonly name: unknown; readonly document: unknown }

/**
 * The policies that the state puts into a role, by resources of their own. Where one of them changed outside, that
 * resource says so.
 */
export const policiesInState = (plan: Plan, role: unknown): ReadonlyArray<RolePolicy> =>
  changesOf(plan)
    .filter(({ type, change }) => type === 'aws_iam_role_policy' && own(change.before, 'role') === role)
    .map(({ change: { before } }) => ({ name: own(before, 'name'), document: documentIn(own(before, 'policy')) }))

/** Whether an entry of a role's `inline_policy` is this policy, by its meaning. */
export const isInline = ({ name, document }: RolePolicy, entry: unknown): boolean =>
  own(entry, 'name') === name && isSameDocument(document, documentIn(own(entry, 'policy')))
