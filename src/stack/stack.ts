import type { PhaseName, ReleaseOf } from '../charter/phases.ts'
import type { AcceptedProof } from '../declaration/versions.ts'
import type { EuRegionName, Partition } from '../declaration/aws-region.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Part, tooMany } from './part.ts'

/** The exact ARN of an IAM role, with its path. */
export type RoleArnText<Account extends string = string> = `arn:${Partition}:iam::${Account}:role/${string}`

/** The exact ARN of an IAM policy of the customer, with its path. */
export type PolicyArnText<Account extends string = string> = `arn:${Partition}:iam::${Account}:policy/${string}`

type Digit = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9'

/** The number of digits in a text. Where it holds anything but digits, the answer is a text and not a number. */
type Digits<Text extends string, Read extends ReadonlyArray<unknown> = []> = Text extends `${Digit}${infer Rest}`
  ? Digits<Rest, [...Read, unknown]>
  : Text extends ''
    ? Read['length']
    : 'something else'

/** Account ids that no customer of AWS has. The rule `placeholders` refuses them too. */
type Placeholder =
  | (Digit extends infer D extends Digit
      ? D extends Digit
        ? `${D}${D}${D}${D}${D}${D}${D}${D}${D}${D}${D}${D}`
        : never
      : never)
  | '123456789012'

/** What an account id must be, apart from a text. An editor shows the words where it has another form. */
type AccountForm<Account extends string> = string extends Account
  ? unknown
  : Account extends Placeholder
    ? { readonly expected: 'the id of an account that exists' }
    : Digits<Account> extends 12
      ? unknown
      : { readonly expected: 'an AWS account id: 12 digits, as text' }

/** Where a stack lives. */
export interface StackRegion<LogicalRegion extends string = string> {
  /** The region's name in state keys and file names, such as `eu`: letters and digits without a hyphen. */
  readonly logical: LogicalRegion
  /** The AWS region's exact code. All of these lie in a member state of the European Union. */
  readonly aws: EuRegionName
  /** Where data may be kept. This phase authorises the European Union alone. */
  readonly residency: 'EU'
}

interface TofuVersion {
  /** The OpenTofu releases: a lower bound that is included, and an upper one that is not. */
  readonly tofu: '>= 1.10.0, < 2.0.0' | (`>= ${string}, < ${string}` & {})
}

/** A release of the AWS provider with which the end-to-end tests were run. */
export interface ProvenVersions extends TofuVersion {
  /** The one exact release of the AWS provider. */
  readonly awsProvider: ReleaseOf<'proven by run'>
  /** Not for a release that is proven by run. */
  readonly acceptedProof?: never
}

/** A release of the AWS provider that no end-to-end test was run with. */
export interface UnprovenVersions extends TofuVersion {
  /** The one exact release of the AWS provider. The charter was checked against its schema, and it was not run. */
  readonly awsProvider: ReleaseOf<AcceptedProof>
  /** That this stack accepts what is known of the release, and that it is no more. */
  readonly acceptedProof: AcceptedProof
}

/** The releases that may read and apply a stack. */
export type StackVersions = ProvenVersions | UnprovenVersions

/** Where the state and its lock are kept. */
export interface StackBackend<Key extends string = string> {
  /** The S3 bucket that holds the state. Its name is unique in all of AWS and cannot be changed later. */
  readonly bucket: string
  /** The state object's key: `<account>/<environment>/<logical region>/terraform.tfstate`. */
  readonly key: Key
  /** The DynamoDB table that holds the lock. Its name cannot be changed later. */
  readonly lockTable: string
  /** How the state is encrypted at rest: by a key that S3 manages. */
  readonly encryption: 'AES256'
}

/**
 * What an author writes about a stack. Nothing has a default. The type parameters are read from the values, so that an
 * editor sees an ARN or a key that does not belong to the account.
 */
export interface StackDeclaration<
  Account extends string = string,
  Environment extends string = string,
  LogicalRegion extends string = string
> {
  /** The governing document in force. */
  readonly phase: PhaseName
  /** The one AWS account: 12 digits as text, leading zeros included. */
  readonly account: Account & AccountForm<Account>
  /** The environment's name, such as `staging`: lower-case letters, digits and single hyphens. */
  readonly environment: Environment
  /** Where everything of the stack lives. */
  readonly region: StackRegion<LogicalRegion>
  /** The releases of OpenTofu and of the AWS provider. */
  readonly versions: StackVersions
  /** Where the state and its lock are kept. */
  readonly backend: StackBackend<`${NoInfer<Account>}/${NoInfer<Environment>}/${NoInfer<LogicalRegion>}/terraform.tfstate`>
  /** The role that exists before day 0, by its exact ARN in the account. */
  readonly bootstrapPrincipal: RoleArnText<NoInfer<Account>>
  /** Only while the stack is handed over: who is the bootstrap principal afterwards, by its exact ARN in the account. */
  readonly nextBootstrapPrincipal?: RoleArnText<NoInfer<Account>>
  /** The role for people that the stack makes, by the exact ARN that it will have. */
  readonly operatorRole: RoleArnText<NoInfer<Account>>
  /** The role for automation that the stack makes, by the exact ARN that it will have. */
  readonly automationRole: RoleArnText<NoInfer<Account>>
  /** The policy that caps both roles, by the exact ARN that it will have. */
  readonly permissionsBoundary: PolicyArnText<NoInfer<Account>>
  /** The accounts whose principals a role may trust; this account too, if it may. */
  readonly trustedAccounts: ReadonlyArray<string>
  /** Tags for every resource that takes tags: 1 to 25, each key with its value. */
  readonly tags: Readonly<Record<string, string>>
}

/** A stack as its file exports it: nothing is checked yet, so that all mistakes can be shown together. */
export type Stack = {
  readonly declaration: unknown
  readonly parts: unknown
  /** What else `stack` was given, which is refused. */
  readonly others: ReadonlyArray<unknown>
}

const stacks = new WeakSet<object>()

/** Whether a value was made by `stack`, and not merely looks like it. */
export const isStack = (value: unknown): value is Stack =>
  typeof value === 'object' && value !== null && stacks.has(value)

/** A problem of what stands beside a list of parts. Where the parts have no list, that is said of them. */
export const besideParts = ({ parts, others }: Stack): ReadonlyArray<Diagnostic> =>
  Array.isArray(parts) ? tooMany([], 'a declaration and a list of parts, and no more', others) : []

/** The parts that every stack has, each once. */
type Needed = 'stateBucket' | 'lockTable' | 'permissionsBoundary' | 'operatorRole' | 'automationRole'

type Missing<Parts extends ReadonlyArray<Part>> = Exclude<Needed, Parts[number]['name']>

type Twice<Parts extends ReadonlyArray<Part>, Seen extends string = never> = Parts extends readonly [
  infer First extends Part,
  ...infer Rest extends ReadonlyArray<Part>
]
  ? First['name'] extends Needed & Seen
    ? First['name']
    : Twice<Rest, Seen | First['name']>
  : never

/**
 * What a written list of parts must be, apart from a list. An editor shows the words where a part is missing or stands
 * twice.
 */
type Whole<Parts extends ReadonlyArray<Part>> = number extends Parts['length']
  ? unknown
  : [Missing<Parts>] extends [never]
    ? [Twice<Parts>] extends [never]
      ? unknown
      : { readonly 'a part that stands twice': `${Twice<Parts>}()` }
    : { readonly 'a part that is missing': `${Missing<Parts>}()` }

/** One isolated state: what it declares, and the five parts that it is made of, each once (J.7.0 §3.4). */
export const stack = <
  const Account extends string,
  const Environment extends string,
  const LogicalRegion extends string,
  const Parts extends ReadonlyArray<Part>
>(
  ...[declaration, parts, ...others]: [
    declaration: StackDeclaration<Account, Environment, LogicalRegion>,
    parts: Parts & Whole<Parts>
  ]
): Stack => {
  const made: Stack = Object.freeze({ declaration, parts, others })
  stacks.add(made)
  return made
}
