import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { readsTheSame } from '../access/questions.ts'
import { canonicalPolicy } from '../backend/same-policy.ts'
import { strictJson } from '../diagnostics/strict-json.ts'
import { type Json, isObject } from '../terraform/json.ts'
import { own } from './value.ts'

/**
 * The policy document that a text holds. It is the text itself where two readers could differ, and undefined where
 * there is no text.
 */
export const documentIn = (text: unknown): unknown => {
  if (typeof text !== 'string') return undefined
  return pipe(
    strictJson(text),
    E.mapLeft(() => text),
    E.toUnion
  )
}

/** Whether two documents are the same text, but for the order of keys and of sets. */
const isSameText = (a: unknown, b: unknown): boolean =>
  isObject(a) && isObject(b) ? canonicalPolicy(a) === canonicalPolicy(b) : a === b

/**
 * Whether two policy documents are the same. They give and refuse the same as IAM reads them, and they say it in one
 * canonical text. One reading alone could be wrong about a document that was made to deceive it.
 */
export const isSameDocument = (a: unknown, b: unknown): boolean => {
  const [one, other] = [a, b] as readonly [Json | undefined, Json | undefined]
  return readsTheSame(one, other) && isSameText(a, b)
}

/** A policy inside of a role: its name and its document. */
export type RolePolicy = { readonly name: unknown; readonly document: unknown }

/** Whether an entry of a role's `inline_policy` is this policy, by its meaning. */
export const isInline = ({ name, document }: RolePolicy, entry: unknown): boolean =>
  own(entry, 'name') === name && isSameDocument(document, documentIn(own(entry, 'policy')))
