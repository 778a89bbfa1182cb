import type * as t from 'io-ts'
import { closed } from '../../diagnostics/closed.ts'
import { SessionHours } from '../../declaration/settings.ts'
import { automationPolicy } from '../../iam/automation-policy.ts'
import { trustPolicy } from '../../iam/trust-policy.ts'
import { type Part, part } from '../part.ts'
import { RoleNames, roleBlocks } from './role.ts'

const Options = closed('{ sessionHours, trust: { roles } }', {
  sessionHours: SessionHours,
  trust: closed('{ roles }', { roles: RoleNames })
})

/** Which roles may act as automation, and for how long. */
export type AutomationRoleOptions = t.TypeOf<typeof Options>

/** The role for automation: it plans and can write nothing (J.7.0 §5, §6, §7). */
export const automationRole = (options: AutomationRoleOptions): Part =>
  part('automationRole', Options, options, ({ sessionHours, trust }, declaration) =>
    roleBlocks('automation', {
      arn: declaration.automationRole,
      hours: sessionHours,
      trust: trustPolicy(declaration, { roles: trust.roles, users: [] }),
      policy: automationPolicy(declaration)
    })
  )
