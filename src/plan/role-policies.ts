import { type Plan, changesOf } from './plan-form.ts'
import { documentIn, isSameDocument } from './same-document.ts'
import { own } from './value.ts'

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
