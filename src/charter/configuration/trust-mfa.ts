import type { Diagnostic, Path } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import { UsersPath } from '../../declaration/arn.ts'
import type { Principal } from '../../iam/principals.ts'
import { type Json, isObject } from '../../terraform/json.ts'
import type { ConfigurationRule } from '../charter.ts'
import { trustDocuments } from './trust-documents.ts'

/** Seconds since the sign-in with MFA: 15 minutes at least and 12 hours at most. A shorter time could not be used. */
const [shortest, longest] = [900, 43200] as const

/**
 * An account is trusted only for its users below a path, and only after MFA that is not too old. Both conditions stand
 * in the trust policy, since the credentials of an assumed role do not say whether MFA was used (IAM, "Secure API access with MFA").
 */
export const trustMfa: ConfigurationRule = {
  name: 'trust-mfa',
  check: ({ blocks }) =>
    trustDocuments(blocks).flatMap(({ at, principals }) =>
      principals
        .filter(({ kind }) => kind === 'account')
        .filter((principal) => !isBehindMfa(principal))
        .map((principal): Diagnostic => ({
          rule: 'trust-mfa',
          clause: 'J.7.0 §7',
          at: [...at, ...(isAgeAlone(principal) ? ageOf(principal.at) : principal.at)],
          expected: `for a whole account: users below a path such as /operators/, MFA present, and an MFA age of ${shortest} to ${longest} seconds`,
          actual: shownCondition(principal.statement),
          remedy: 'Write path and mfaMaxAgeSeconds in `trust.users`, or trust exact roles.'
        }))
    )
}

const shownCondition = (statement: Json): string => {
  const found = condition(statement)
  return found === undefined ? 'no condition' : shown(found)
}

/** Whether nothing but the age of the MFA is wrong. */
const isAgeAlone = (principal: Principal): boolean => isUsersWithMfa(principal) && !isAge(principal)

const ageOf = (at: Path): Path => [...at.slice(0, 2), 'Condition', 'NumericLessThan']

const isBehindMfa = (principal: Principal): boolean => isUsersWithMfa(principal) && isAge(principal)

const isAge = ({ statement }: Principal): boolean => {
  const age = valueOf(statement, 'NumericLessThan', 'aws:MultiFactorAuthAge')
  return age !== undefined && /^[0-9]+$/.test(age) && Number(age) >= shortest && Number(age) <= longest
}

const isUsersWithMfa = ({ partition, account, statement }: Principal): boolean => {
  const mfa = valueOf(statement, 'Bool', 'aws:MultiFactorAuthPresent')
  const users = valueOf(statement, 'ArnLike', 'aws:PrincipalArn')
  const prefix = `arn:${partition}:iam::${account}:user`
  return (
    mfa === 'true' &&
    users !== undefined &&
    users.startsWith(prefix) &&
    users.endsWith('*') &&
    UsersPath.is(users.slice(prefix.length, -1))
  )
}

const condition = (statement: Json): Json | undefined => (isObject(statement) ? statement['Condition'] : undefined)

const valueOf = (statement: Json, operator: string, key: string): string | undefined => {
  const conditions = condition(statement)
  const block = isObject(conditions) ? conditions[operator] : undefined
  const value = isObject(block) ? block[key] : undefined
  return typeof value === 'string' ? value : undefined
}
