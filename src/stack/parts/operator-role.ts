import * as t from 'io-ts'
import { closed } from '../../diagnostics/closed.ts'
import { SessionHours } from '../../declaration/settings.ts'
import { operatorPolicy } from '../../iam/operator-policy.ts'
import { trustPolicy } from '../../iam/trust-policy.ts'
import { type Part, type UpTo, part } from '../part.ts'
import type { RoleArnText } from '../stack.ts'
import { RoleNames, Users, roleBlocks } from './role.ts'

const Options = closed('{ sessionHours, trust: { roles, users } }', {
  sessionHours: SessionHours,
  trust: closed('{ roles, users }', {
    roles: RoleNames,
    users: t.readonlyArray(Users, 'a list of { account, path, mfaMaxAgeSeconds }')
  })
})

/** IAM users below a path who have signed in with MFA. No person is named. */
export interface TrustedUsers {
  /** The account that the users belong to: 12 digits as text, one of `trustedAccounts`. */
  readonly account: string
  /** The path that the users are below, such as `/operators/`. */
  readonly path: `/${string}/`
  /** How many seconds ago the sign-in with MFA may be: 900 to 43200. */
  readonly mfaMaxAgeSeconds: number
}

/** Who may be an operator, and for how long. */
export interface OperatorRoleOptions {
  /** How many hours a session lasts at most: 1 to 12. */
  readonly sessionHours: UpTo<12>
  /** Who may assume the role. One of the two lists may be empty, not both. */
  readonly trust: {
    /** The exact ARNs of the roles that people sign in with. */
    readonly roles: ReadonlyArray<RoleArnText>
    /** Groups of IAM users who have signed in with MFA. */
    readonly users: ReadonlyArray<TrustedUsers>
  }
}

/** The role for human operators: init, plan, and apply of settings on this one state (J.7.0 §5, §7). */
export const operatorRole = (...given: [options: OperatorRoleOptions]): Part<'operatorRole'> =>
  part('operatorRole', Options, given, ({ sessionHours, trust }, declaration) =>
    roleBlocks('operator', {
      arn: declaration.operatorRole,
      hours: sessionHours,
      trusted: trust,
      trust: trustPolicy(declaration, trust),
      policy: operatorPolicy(declaration)
    })
  )
