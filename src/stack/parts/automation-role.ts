import { closed } from '../../diagnostics/closed.ts'
import { SessionHours } from '../../declaration/settings.ts'
import { automationPolicy } from '../../iam/automation-policy.ts'
import { trustPolicy } from '../../iam/trust-policy.ts'
import { type Part, type UpTo, part } from '../part.ts'
import type { RoleArnText } from '../stack.ts'
import { RoleNames, roleBlocks } from './role.ts'

const Options = closed('{ sessionHours, trust: { roles } }', {
  sessionHours: SessionHours,
  trust: closed('{ roles }', { roles: RoleNames })
})

/** Which roles may act as automation, and for how long. */
export interface AutomationRoleOptions {
  /** How many hours a session lasts at most: 1 to 12. */
  readonly sessionHours: UpTo<12>
  /** Who may assume the role. */
  readonly trust: {
    /** The exact ARNs of the roles that automation signs in with; at least one. */
    readonly roles: ReadonlyArray<RoleArnText>
  }
}

/** The role for automation: it plans and can write nothing (J.7.0 §5, §6, §7). */
export const automationRole = (...given: [options: AutomationRoleOptions]): Part<'automationRole'> =>
  part('automationRole', Options, given, ({ sessionHours, trust }, declaration) =>
    roleBlocks('automation', {
      arn: declaration.automationRole,
      hours: sessionHours,
      trusted: { roles: trust.roles, users: [] },
      trust: trustPolicy(declaration, { roles: trust.roles, users: [] }),
      policy: automationPolicy(declaration)
    })
  )
