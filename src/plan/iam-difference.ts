import { lookedUp } from '../diagnostics/record.ts'
import { type AccessDifference, accessDifference } from './access-difference.ts'
import type { Plan, ResourceChange } from './plan-form.ts'
import { documentIn, isInline, isSameText, policiesInState } from './same-document.ts'
import { own } from './value.ts'

/** How the policy documents of one resource change, by what they give and take. */
export type IamDifference = {
  readonly address: string
  /** The attribute, or for a policy inside of a role its name. */
  readonly document: string
  /** A document where none was: all that it says is new. */
  readonly isNew: boolean
  readonly difference: AccessDifference
}

const attributes: Readonly<Record<string, ReadonlyArray<string>>> = {
  aws_iam_policy: ['policy'],
  aws_iam_role: ['assume_role_policy'],
  aws_iam_role_policy: ['policy'],
  aws_s3_bucket_policy: ['policy']
}

type Side = 'before' | 'after'

const notKnown: AccessDifference = { gained: [], lost: [], unread: ['a document that is known only after apply'] }

/** A document that says the same to IAM in other words is shown too: a person decides whether it is the same. */
const differenceOf = (before: unknown, after: unknown): AccessDifference => {
  const difference = accessDifference(before, after)
  const isSilent = difference.gained.length + difference.lost.length + difference.unread.length === 0
  return isSilent && before !== undefined && after !== undefined && !isSameText(before, after)
    ? { ...difference, unread: ['the document in other words, or in another order'] }
    : difference
}

const ofAttribute = ({ address, change }: ResourceChange, document: string): IamDifference => {
  const [before, after] = [documentIn(own(change.before, document)), documentIn(own(change.after, document))]
  const isUnknown = change.after_unknown === true || own(change.after_unknown, document) === true
  return {
    address,
    document,
    isNew: before === undefined,
    difference: isUnknown ? notKnown : differenceOf(before, after)
  }
}

/** Policies inside of a role beside those that the state puts there: what somebody added by hand. */
const inlineOf = (plan: Plan, { address, type, change }: ResourceChange): ReadonlyArray<IamDifference> => {
  const listed = (side: Side): ReadonlyArray<unknown> => {
    const list = type === 'aws_iam_role' ? own(change[side], 'inline_policy') : undefined
    return Array.isArray(list) ? (list as ReadonlyArray<unknown>) : []
  }
  const known = policiesInState(plan, own(change.before ?? change.after, 'name'))
  const strange = (side: Side): ReadonlyMap<string, unknown> =>
    new Map(
      listed(side)
        .filter((entry) => !known.some((policy) => isInline(policy, entry)))
        .map((entry) => [String(own(entry, 'name')), documentIn(own(entry, 'policy'))] as const)
    )
  const [before, after] = [strange('before'), strange('after')]
  return [...new Set([...before.keys(), ...after.keys()])].map((name) => ({
    address,
    document: `the policy ${name} in it`,
    isNew: !before.has(name),
    difference: differenceOf(before.get(name), after.get(name))
  }))
}

/**
 * What changes of IAM and of the bucket policy give and take, document by document; documents that stay the same by
 * their meaning are left out. For the changes of a plan as well as for what changed outside.
 */
export const iamDifferences = (plan: Plan, changes: ReadonlyArray<ResourceChange>): ReadonlyArray<IamDifference> =>
  changes
    .flatMap((change) => [
      ...(lookedUp(attributes, change.type) ?? []).map((name) => ofAttribute(change, name)),
      ...inlineOf(plan, change)
    ])
    .filter(({ difference: { gained, lost, unread } }) => gained.length + lost.length + unread.length > 0)
