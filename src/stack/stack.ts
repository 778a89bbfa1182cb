import type { Part } from './part.ts'

/** What an author writes about a stack. Each field is explained by the problem that its absence or misuse gives. */
export type StackDeclaration = {
  readonly phase: 'J.7.0'
  /** The one AWS account, 12 digits as text. */
  readonly account: string
  readonly environment: string
  readonly region: { readonly logical: string; readonly aws: string; readonly residency: 'EU' }
  /** Bounds for OpenTofu (`'>= 1.10.0, < 2.0.0'`) and the one exact release of the AWS provider. */
  readonly versions: { readonly tofu: string; readonly awsProvider: string }
  readonly backend: {
    readonly bucket: string
    /** `<account>/<environment>/<logical region>/terraform.tfstate` */
    readonly key: string
    readonly lockTable: string
    readonly encryption: 'AES256'
  }
  /** The administrator role that exists before day 0, by exact ARN. */
  readonly bootstrapPrincipal: string
  /** The roles and the boundary that this stack makes, by the exact ARNs that they will have. */
  readonly operatorRole: string
  readonly automationRole: string
  readonly permissionsBoundary: string
  /** The accounts whose principals a role may trust; this one too, if it may. */
  readonly trustedAccounts: ReadonlyArray<string>
  /** Tags for every resource that takes tags. */
  readonly tags: Readonly<Record<string, string>>
}

/** A stack as its file exports it: nothing is checked yet, so that all mistakes can be shown together. */
export type Stack = { readonly declaration: unknown; readonly parts: unknown }

const stacks = new WeakSet<object>()

/** Whether a value was made by `stack`, and not merely looks like it. */
export const isStack = (value: unknown): value is Stack =>
  typeof value === 'object' && value !== null && stacks.has(value)

/** One isolated state: what it declares and the parts that it is made of (J.7.0 §3.4). */
export const stack = (declaration: StackDeclaration, parts: ReadonlyArray<Part>): Stack => {
  const made: Stack = Object.freeze({ declaration, parts })
  stacks.add(made)
  return made
}
