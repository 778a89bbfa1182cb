import type { Json } from '../terraform/json.ts'

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
