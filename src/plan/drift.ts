import { sameJson } from '../terraform/json.ts'
import { type Plan, type ResourceChange, changesOf, isStill } from './plan-form.ts'
import { type RolePolicy, documentIn, isInline, isSameDocument } from './same-document.ts'
import { attributesOf, isNothing, own } from './value.ts'

/** What changed in AWS since the last apply, beside this tool: the attributes of one resource by name. */
export type Drift = { readonly address: string; readonly type: string; readonly attributes: ReadonlyArray<string> }

/**
 * The policies that the state puts into a role, by resources of their own. Where one of them changed outside, that
 * resource says so.
 */
const policiesInState = (plan: Plan, role: unknown): ReadonlyArray<RolePolicy> =>
  changesOf(plan)
    .filter(({ type, change }) => type === 'aws_iam_role_policy' && own(change.before, 'role') === role)
    .map(({ change: { before } }) => ({ name: own(before, 'name'), document: documentIn(own(before, 'policy')) }))

/** Whether the policies in a role are those that the state puts there. */
const isAsKnown = (plan: Plan, role: unknown, inline: unknown): boolean => {
  const known = policiesInState(plan, role)
  const found = Array.isArray(inline) ? (inline as ReadonlyArray<unknown>) : []
  return found.length === known.length && known.every((policy) => found.some((entry) => isInline(policy, entry)))
}

const isOfItsResource = (plan: Plan, bucket: ResourceChange['change'], policy: unknown): boolean =>
  changesOf(plan).some(
    ({ type, change: { before } }) =>
      type === 'aws_s3_bucket_policy' &&
      own(before, 'bucket') === own(bucket.after, 'id') &&
      isSameDocument(documentIn(own(before, 'policy')), documentIn(policy))
  )

const documents: ReadonlySet<string> = new Set(['policy', 'assume_role_policy'])

/**
 * Whether an attribute has another meaning than before. After the first apply a role reads back its own policy in
 * `inline_policy`, and empty tags as an empty map: neither is a change. Nor is the policy that a bucket reads back
 * after its own resource set it. If that policy was set by other means, that resource changed outside and says so.
 */
const isChanged = (plan: Plan, { type, change }: ResourceChange, name: string): boolean => {
  const [before, after] = [own(change.before, name), own(change.after, name)]
  if (sameJson(before, after) || (isNothing(before) && isNothing(after))) return false
  if (name === 'inline_policy') return !isAsKnown(plan, own(change.after, 'name'), after)
  if (type === 'aws_s3_bucket' && name === 'policy' && isOfItsResource(plan, change, after)) return false
  return !(documents.has(name) && isSameDocument(documentIn(before), documentIn(after)))
}

const driftOf = (plan: Plan, changed: ResourceChange): Drift => {
  const { address, type, change } = changed
  if (change.after === null) return { address, type, attributes: ['all of it: it is gone'] }
  const names = [change.before, change.after].flatMap((side) => Object.keys(attributesOf(side)))
  return { address, type, attributes: [...new Set(names)].filter((name) => isChanged(plan, changed, name)) }
}

/** What changed outside since the last apply, by meaning; resources that only read back in other words are left out. */
export const driftsOf = (plan: Plan): ReadonlyArray<Drift> =>
  (plan.resource_drift ?? []).map((change) => driftOf(plan, change)).filter(({ attributes }) => attributes.length > 0)

/**
 * Whether a plan only brings back what changed outside. The state has those values already, and OpenTofu writes no
 * other state. Source: OpenTofu, internal/states/remote/state.go.
 */
export const bringsBack = (plan: Plan): boolean => {
  const known = new Map((plan.resource_drift ?? []).map(({ address, change }) => [address, change.before]))
  return changesOf(plan).every(
    (changed) =>
      changed.change.importing === undefined &&
      (isStill(changed) || (known.has(changed.address) && sameJson(known.get(changed.address), changed.change.after)))
  )
}
