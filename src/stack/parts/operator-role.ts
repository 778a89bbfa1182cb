import * as t from 'io-ts'
import { closed } from '../../diagnostics/closed.ts'
import { SessionHours } from '../../declaration/settings.ts'
import { operatorPolicy } from '../../iam/operator-policy.ts'
import { trustPolicy } from '../../iam/trust-policy.ts'
import { type Part, part } from '../part.ts'
import { RoleNames, Users, roleBlocks } from './role.ts'

const Options = closed('{ sessionHours, trust: { roles, users } }', {
  sessionHours: SessionHours,
  trust: closed('{ roles, users }', {
    roles: RoleNames,
    users: t.readonlyArray(Users, 'a list of { account, path, mfaMaxAgeSeconds }')
  })
})

/**
 * Who may be an operator, and for how long. `users` are IAM users below a path who have signed in with MFA; nobody is
 * ever named in person. Either list may be empty, not both.
 */
export type OperatorRoleOptions = t.TypeOf<typeof Options>

/** The role for human operators: init, plan, and apply of settings on this one state (J.7.0 §5, §7). */
export const operatorRole = (options: OperatorRoleOptions): Part =>
  part('operatorRole', Options, options, ({ sessionHours, trust }, declaration) =>
    roleBlocks('operator', {
      arn: declaration.operatorRole,
      hours: sessionHours,
      trust: trustPolicy(declaration, trust),
      policy: operatorPolicy(declaration)
    })
  )
