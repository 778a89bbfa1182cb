import type { Principal } from '../../caller/judge-caller.ts'
import type { GuardSubject } from './ports.ts'

/** The ARN of the role that is calling, as the stack declares it. */
export const roleOf = ({ subject }: Pick<GuardSubject, 'subject'>, principal: Principal): string => {
  const { operatorRole, bootstrapPrincipal } = subject.wanted.declaration
  return principal === 'operator role' ? operatorRole : bootstrapPrincipal
}
