import type * as t from 'io-ts'
import { type Branded, guarded, named } from '../diagnostics/named.ts'
import { partitionOfRegion } from './aws-region.ts'
import { AccountId } from './names.ts'

const partitions = 'aws(?:-cn|-us-gov|-iso(?:-[a-z])?|-eusc)?'
const form = (kind: string, longest: number): RegExp =>
  new RegExp(String.raw`^arn:(${partitions}):iam::([0-9]{12}):${kind}(\/(?:[\w+=,.@-]+\/)*)([\w+=,.@-]{1,${longest}})$`)

const forms = { role: form('role', 64), policy: form('policy', 128) } as const

/** The parts of an IAM ARN. `path` begins and ends with a slash, as the provider wants it. */
export type IamName = {
  readonly partition: string
  /** Empty where no codec took the ARN. */
  readonly account: AccountId | ''
  readonly path: string
  readonly name: string
}

/** The parts of a text that is such an ARN. A path has 512 characters at most (IAM, "IAM and AWS STS quotas"). */
const partsOf = (kind: keyof typeof forms, text: string): IamName | undefined => {
  const found = text.length > 1_000 ? null : forms[kind].exec(text)
  if (found === null) return undefined
  const [, partition = '', account = '', path = '', name = ''] = found
  return path.length <= 512 && AccountId.is(account) ? { partition, account, path, name } : undefined
}

/** The parts of the ARN of one IAM role, or nothing where a text is none. */
export const roleName = (text: string): IamName | undefined => partsOf('role', text)

/** Who owns a role: a customer, IAM Identity Center for people, an AWS service, or AWS in another way. */
export type RoleOwner = 'customer' | 'sign-in' | 'service' | 'reserved'

const signInPath = /^\/aws-reserved\/sso\.amazonaws\.com\/(?:([a-z]{2,4}(?:-[a-z]+)+-\d)\/)?$/
const signInName = /^AWSReservedSSO_[\w+=,.@-]{1,32}_[0-9a-f]{16}$/

/**
 * Whose a role is, by its path and name. Sources: IAM, "Service-linked roles"; IAM Identity Center, "Referencing
 * permission sets in resource policies".
 */
export const ownerOf = ({ path, name }: Pick<IamName, 'path' | 'name'>): RoleOwner => {
  const lower = path.toLowerCase()
  if (lower.startsWith('/aws-service-role/') || /^AWSServiceRoleFor/i.test(name)) return 'service'
  if (signInPath.test(path) && signInName.test(name)) return 'sign-in'
  return lower.startsWith('/aws-reserved/') || /^AWSReservedSSO_/i.test(name) ? 'reserved' : 'customer'
}

/** The region in the path of a sign-in role, where the region lies in another partition than the role. */
export const regionElsewhere = ({ partition, path }: Pick<IamName, 'partition' | 'path'>): string | undefined => {
  const region = signInPath.exec(path)?.[1]
  return region === undefined || partitionOfRegion(region) === partition ? undefined : region
}

const isOwned = (text: string, owners: ReadonlyArray<RoleOwner>): boolean => {
  const parts = roleName(text)
  return parts !== undefined && owners.includes(ownerOf(parts))
}

const roleArn = {
  rule: 'role-arn',
  clause: 'J.7.0 §7',
  expected: 'the exact ARN of one IAM role, such as arn:aws:iam::<account>:role/Name',
  remedy: 'Write the whole ARN of a role, with its path; no wildcard, no user, no account root, no service.'
} as const

/** The exact ARN of one IAM role, path included. Source: AWS, "IAM identifiers". */
export const RoleArn = named(roleArn, (text) => roleName(text) !== undefined)
export type RoleArn = t.TypeOf<typeof RoleArn>

/**
 * What stands where a principal that is trusted is named. Whether it names one role exactly is for the rules of the
 * charter to judge, each of which says what is wrong with it (`trust-principals`, `trust-accounts`).
 */
export const PrincipalText = guarded<Branded<'principal'>, string>(
  roleArn,
  (value): value is Branded<'principal'> => typeof value === 'string'
)
export type PrincipalText = t.TypeOf<typeof PrincipalText>

/** The ARN of a role that a principal can act as: not of one that acts for an AWS service. */
export const PrincipalArn = named(
  { ...roleArn, expected: `${roleArn.expected}, or of a role of IAM Identity Center with its whole path` },
  (text) => isOwned(text, ['customer', 'sign-in'])
)

/** The ARN of a role that a stack makes. Its path and its name are not among those that AWS keeps for itself. */
export const OwnRoleArn = named(
  {
    ...roleArn,
    expected: `${roleArn.expected}, outside of the paths and names that AWS keeps for itself`,
    remedy: 'Write the whole ARN of the role to be made, in a path of your own: not aws-reserved, not aws-service-role.'
  },
  (text) => isOwned(text, ['customer'])
)

/** The exact ARN of one customer managed policy, in a path of one's own. Source: AWS, "IAM identifiers". */
export const PolicyArn = named(
  {
    rule: 'policy-arn',
    clause: 'J.7.0 §7',
    expected: 'the exact ARN of one IAM policy, such as arn:aws:iam::<account>:policy/Name',
    remedy: 'Write the whole ARN of the policy that is the permissions boundary, with its path.'
  },
  (text) => {
    const parts = partsOf('policy', text)
    return parts !== undefined && !/^\/(?:aws-reserved|aws-service-role)\//i.test(parts.path)
  }
)
export type PolicyArn = t.TypeOf<typeof PolicyArn>

/** Takes an IAM ARN apart. The codecs above have shown that it can be. */
export const iamName = (arn: RoleArn | PolicyArn): IamName =>
  roleName(arn) ?? partsOf('policy', arn) ?? { partition: '', account: '', path: '', name: '' }

/**
 * What IAM tells a role by: its name in one account, for any path and any capitals. A text that is not an ARN of a role is told
 * by itself. Source: IAM, "CreateRole": names are unique in the account and not by case.
 */
export const roleIdentity = (text: string): string => {
  const parts = roleName(text)
  return parts === undefined ? text : `${parts.partition}:${parts.account}:role:${parts.name.toLowerCase()}`
}

/** The same of a managed policy. */
export const policyIdentity = (arn: PolicyArn): string => {
  const { partition, account, name } = iamName(arn)
  return `${partition}:${account}:policy:${name.toLowerCase()}`
}

/**
 * The path below which IAM users are trusted: at least one name between slashes. The path `/` alone is refused, since every
 * user of an account is below it. Source: IAM, "IAM identifiers", friendly names and paths.
 */
export const UsersPath = guarded<string>(
  {
    rule: 'trust-mfa',
    clause: 'J.7.0 §7',
    expected: 'a path of IAM users that begins and ends with a slash, such as /operators/, without a wildcard',
    remedy: 'Write the path that the trusted users are below; every user of the account is below /.'
  },
  (value): value is string => typeof value === 'string' && value.length <= 512 && /^(?:\/[\w+=,.@-]+)+\/$/.test(value)
)

/**
 * A message of AWS without the name of a caller. AWS names who was refused, and the name of a session, a user or a federated
 * user is often a person's address.
 */
export const withoutNames = (message: string): string =>
  message
    .replace(/(:assumed-role\/[^/\s]+\/)[^\s,;'")]+/g, '$1…')
    .replace(/(:(?:user|federated-user)\/)[^\s,;'")]+/g, '$1…')
