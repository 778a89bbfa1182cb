import type { Declaration } from '../declaration/declaration.ts'
import { type PrincipalText, iamName } from '../declaration/arn.ts'
import type { AccountId } from '../declaration/names.ts'
import type { Seconds } from '../declaration/settings.ts'
import { type PolicyDocument, type Statement, policyDocument } from './document.ts'

/** IAM users of one account below one path, who have signed in with MFA not longer ago than `mfaMaxAgeSeconds`. */
export type UsersBehindMfa = {
  readonly account: AccountId
  readonly path: string
  readonly mfaMaxAgeSeconds: Seconds
}

/** Who may assume a role: exact roles, and users behind MFA. Never a person's name, never a wildcard (J.6.2 §6, J.7.0 §7). */
export type Trust = { readonly roles: ReadonlyArray<PrincipalText>; readonly users: ReadonlyArray<UsersBehindMfa> }

export const trustPolicy = (declaration: Declaration, { roles, users }: Trust): PolicyDocument => {
  const { partition } = iamName(declaration.bootstrapPrincipal)
  return policyDocument(
    ...(roles.length > 0 ? [byRole(roles)] : []),
    ...users.map((group, index) => byUser(partition, group, index))
  )
}

const byRole = (roles: ReadonlyArray<PrincipalText>): Statement => ({
  Sid: 'TrustedRoles',
  Effect: 'Allow',
  Principal: { AWS: roles },
  Action: ['sts:AssumeRole']
})

/**
 * The statement that trusts users behind MFA. MFA is asked for here and nowhere else: the credentials of an assumed role do not
 * say whether MFA was used.
 * Source: IAM, "Secure API access with MFA".
 */
const byUser = (partition: string, { account, path, mfaMaxAgeSeconds }: UsersBehindMfa, index: number): Statement => ({
  Sid: `TrustedUsers${index + 1}`,
  Effect: 'Allow',
  Principal: { AWS: [`arn:${partition}:iam::${account}:root`] },
  Action: ['sts:AssumeRole'],
  Condition: {
    ArnLike: { 'aws:PrincipalArn': `arn:${partition}:iam::${account}:user${path}*` },
    Bool: { 'aws:MultiFactorAuthPresent': 'true' },
    NumericLessThan: { 'aws:MultiFactorAuthAge': String(mfaMaxAgeSeconds) }
  }
})
