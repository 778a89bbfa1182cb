import { type Json, byCodeUnit, sameJson } from '../terraform/json.ts'

/** A role: the policies in it, its boundary and its trust policy, as documents. */
export type RoleAccess = {
  /** What a reader calls it, such as `the operator role`. */
  readonly name: string
  readonly arn: string
  readonly policies: ReadonlyArray<Json>
  readonly boundary?: Json | undefined
  readonly trust?: Json | undefined
}

/** A bucket and its policy. A bucket without a policy leaves everything to the policies of who asks. */
export type BucketAccess = { readonly arn: string; readonly account: string; readonly policy?: Json | undefined }

/** Everything that says who may do what: the roles and the bucket of one stack. */
export type Access = {
  /** The AWS partition of the ARNs that requests are thought of in. */
  readonly partition: string
  readonly roles: ReadonlyArray<RoleAccess>
  readonly buckets: ReadonlyArray<BucketAccess>
}

/** The AWS partition of a region. Source: AWS, "AWS European Sovereign Cloud". */
export const partitionOf = (region: string): string => (region.startsWith('eusc-') ? 'aws-eusc' : 'aws')

/**
 * An access in which each role and each bucket stands once, sorted. What stands twice under one ARN is one thing with
 * everything that either says: AWS has one of it, and nothing tells which. Where they differ, nobody can decide it.
 */
export const distinctAccess = ({ partition, roles, buckets }: Access): Access => ({
  partition,
  roles: grouped(roles).map(([first, ...others]) =>
    others.length === 0
      ? first
      : {
          ...first,
          policies: [first, ...others].flatMap(({ policies }) => policies),
          boundary: oneOf([first, ...others].map(({ boundary }) => boundary)),
          trust: oneOf([first, ...others].map(({ trust }) => trust))
        }
  ),
  buckets: grouped(buckets).map(([first, ...others]) => ({
    ...first,
    policy: oneOf([first, ...others].map(({ policy }) => policy))
  }))
})

type Group<A> = readonly [A, ...ReadonlyArray<A>]

const grouped = <A extends { readonly arn: string }>(all: ReadonlyArray<A>): ReadonlyArray<Group<A>> => {
  const groups = new Map<string, Group<A>>()
  for (const one of all.toSorted((a, b) => byCodeUnit(a.arn, b.arn))) {
    const known = groups.get(one.arn)
    groups.set(one.arn, known === undefined ? [one] : [...known, one])
  }
  return [...groups.values()]
}

const oneOf = (documents: ReadonlyArray<Json | undefined>): Json | undefined => {
  const [first, ...others] = documents
  return others.every(
    (other) => other === first || (other !== undefined && first !== undefined && sameJson(first, other))
  )
    ? first
    : `one of ${documents.length} documents: ${JSON.stringify(documents)}`
}
