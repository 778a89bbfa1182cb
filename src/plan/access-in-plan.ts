import { type Access, type BucketAccess, type RoleAccess, distinctAccess, partitionOf } from '../access/access.ts'
import { normalPolicy } from '../backend/same-policy.ts'
import type { Declaration } from '../declaration/declaration.ts'
import { byCodeUnit, type Json } from '../terraform/json.ts'
import { type Plan, type ResourceChange, changesOf } from './plan-form.ts'
import { documentIn, isInline } from './same-document.ts'
import { own } from './value.ts'

/** Who may do what by the two sides of a plan. */
export type PlanAccess = { readonly before: Access; readonly after: Access }

/** What a stack is in, which no resource of a plan says by itself. */
export type Place = Pick<Declaration, 'account' | 'region'>

/** Who may do what in AWS as the plan found it, and after it is applied. */
export const plannedAccess = (plan: Plan, place: Place): PlanAccess => {
  const changes = changesOf(plan)
  return bothSides(changes.flatMap(sideOf('before')), changes.flatMap(sideOf('after')), place)
}

/** Who may do what, as the last apply left it and as it was changed in AWS since then. */
export const accessOutside = (plan: Plan, place: Place): PlanAccess => {
  const drift = plan.resource_drift ?? []
  const rest = found(plan)
    .filter(({ address }) => !drift.some((changed) => changed.address === address))
    .map(({ resource }) => resource)
  return bothSides([...drift.flatMap(sideOf('before')), ...rest], [...drift.flatMap(sideOf('after')), ...rest], place)
}

/**
 * The access before and after, each with the role policies of both sides known. A role lists the policies of its own
 * resources as they were, also after a change of them.
 */
const bothSides = (before: ReadonlyArray<Resource>, after: ReadonlyArray<Resource>, place: Place): PlanAccess => {
  const known = [...before, ...after].filter(({ type }) => type === 'aws_iam_role_policy')
  return { before: accessOf(before, known, place), after: accessOf(after, known, place) }
}

type Found = { readonly address: string; readonly resource: Resource }

/** Every resource as the plan found it in AWS. */
const found = (plan: Plan): ReadonlyArray<Found> =>
  (plan.prior_state?.values?.root_module?.resources ?? []).map(({ address, mode, type, name, values }): Found => ({
    address,
    resource: {
      type: mode === 'managed' ? type : '',
      name,
      value: (attribute) => own(values, attribute),
      isLater: never
    }
  }))

const never = (): boolean => false

/** One resource on one side. */
type Resource = {
  readonly type: string
  readonly name: string
  readonly value: (attribute: string) => unknown
  /** Whether a value is known only after apply. */
  readonly isLater: (attribute: string) => boolean
}

const sideOf =
  (side: 'before' | 'after') =>
  ({ mode, type, name, deposed, change }: ResourceChange): ReadonlyArray<Resource> => {
    if (mode !== 'managed' || deposed !== undefined || change[side] === undefined || change[side] === null) return []
    const unknown = side === 'after' ? change.after_unknown : undefined
    return [
      {
        type,
        name,
        value: (attribute) => own(change[side], attribute),
        isLater: (attribute) => unknown === true || own(unknown, attribute) === true
      }
    ]
  }

const LATER = 'a document that is known only after apply'

const documentOf = (of: Resource, attribute: string): Json | undefined =>
  of.isLater(attribute) ? LATER : policyIn(of.value(attribute))

const policyIn = (text: unknown): Json | undefined => {
  const document = documentIn(text) as Json | undefined
  return document === undefined ? undefined : normalPolicy(document)
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')
const listOf = (value: unknown): ReadonlyArray<unknown> =>
  Array.isArray(value) ? (value as ReadonlyArray<unknown>) : []

const accessOf = (all: ReadonlyArray<Resource>, known: ReadonlyArray<Resource>, { account, region }: Place): Access => {
  const partition = partitionOf(region.aws)
  const of = (type: string): ReadonlyArray<Resource> =>
    all.filter((one) => one.type === type).toSorted((a, b) => byCodeUnit(a.name, b.name))
  const roles = of('aws_iam_role').map((role): RoleAccess => {
    const called = textOf(role.value('name'))
    const policies = of('aws_iam_role_policy').filter(isOf('role', called))
    const lists = of('aws_iam_role_policy_attachments_exclusive').filter(isOf('role_name', called))
    const attached = [...lists.map((one) => one.value('policy_arns')), role.value('managed_policy_arns')].flatMap(
      listOf
    )
    return {
      name: `the ${role.name} role`,
      arn: `arn:${partition}:iam::${account}:role${textOf(role.value('path')) || '/'}${called}`,
      policies: [
        ...policies.map((policy) => documentOf(policy, 'policy') ?? ''),
        ...strangers(role, known.filter(isOf('role', called))),
        ...[...new Set(attached.map(String))].map((arn) => managed(of('aws_iam_policy'), arn, 'managed policy'))
      ],
      boundary: boundaryOf(role, of('aws_iam_policy')),
      trust: documentOf(role, 'assume_role_policy')
    }
  })
  const buckets = of('aws_s3_bucket').map((bucket): BucketAccess => {
    const [policy] = of('aws_s3_bucket_policy').filter(isOf('bucket', textOf(bucket.value('bucket'))))
    const arn = `arn:${partition}:s3:::${textOf(bucket.value('bucket'))}`
    return { arn, account, policy: policy && documentOf(policy, 'policy') }
  })
  return distinctAccess({ partition, roles, buckets })
}

/** Whether a resource belongs to what is called so. Where that is not known yet, it may belong to each. */
const isOf =
  (attribute: string, called: string) =>
  (one: Resource): boolean =>
    one.isLater(attribute) || one.value(attribute) === called

/** Policies inside of a role beside those that resources of their own put there: the ones added by hand. */
const strangers = (role: Resource, policies: ReadonlyArray<Resource>): ReadonlyArray<Json> =>
  listOf(role.value('inline_policy')).flatMap((entry) => {
    const isKnown = policies.some((one) =>
      isInline({ name: one.value('name'), document: documentIn(one.value('policy')) }, entry)
    )
    const document = isKnown ? undefined : policyIn(own(entry, 'policy'))
    return document === undefined ? [] : [document]
  })

const managed = (policies: ReadonlyArray<Resource>, arn: string, what: string): Json => {
  const found = policies.find((one) => one.value('arn') === arn)
  return (found && documentOf(found, 'policy')) ?? `the ${what} ${arn}`
}

const boundaryOf = (role: Resource, policies: ReadonlyArray<Resource>): Json | undefined => {
  if (role.isLater('permissions_boundary')) return LATER
  const arn = textOf(role.value('permissions_boundary'))
  return arn === '' ? undefined : managed(policies, arn, 'boundary')
}
