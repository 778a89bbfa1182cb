import { bootstrapPrincipals } from '../../declaration/declaration.ts'
import { ownerOf, roleIdentity, roleName } from '../../declaration/arn.ts'
import type { Path, Diagnostic } from '../../diagnostics/diagnostic.ts'
import { shown } from '../../diagnostics/shown.ts'
import type { Principal } from '../../iam/principals.ts'
import type { ConfigurationRule, ConfigurationSubject } from '../charter.ts'
import { trustDocuments } from './trust-documents.ts'

/**
 * Humans and automation stay apart (J.6.2 §6, J.7.0 §7). No principal may assume both roles, neither role leads to itself
 * or to the other, and automation is neither a person nor the bootstrap principal.
 */
export const roleSeparation: ConfigurationRule = {
  name: 'role-separation',
  check: (subject) => {
    const documents = trustDocuments(subject.blocks)
    const automation = documents.find(({ kind }) => kind === 'automation')
    return documents.flatMap(({ kind, at, principals }) =>
      principals.flatMap((principal) => {
        const actual = mixed(principal, kind, subject, kind === 'operator' ? (automation?.principals ?? []) : [])
        return actual === undefined ? [] : [problem([...at, ...principal.at], principal, actual)]
      })
    )
  }
}

const mixed = (
  principal: Principal,
  role: 'operator' | 'automation',
  { declaration }: ConfigurationSubject,
  others: ReadonlyArray<Principal>
): string | undefined => {
  const is = (arn: string): boolean => roleIdentity(principal.text) === roleIdentity(arn)
  if (is(declaration.operatorRole) || is(declaration.automationRole))
    return 'a role of this stack, so that one role leads to another'
  if (role === 'automation' && bootstrapPrincipals(declaration).some(([, arn]) => is(arn)))
    return 'the bootstrap principal, which is human'
  if (role === 'automation' && principal.kind === 'account') return 'users of an account, who are human'
  if (role === 'automation' && isSignIn(principal.text)) return 'a role that people sign in with'
  return others.some((other) => other.kind === 'role' && is(other.text))
    ? 'a principal that may be automation too'
    : undefined
}

/** Whether IAM Identity Center made it, for people. */
const isSignIn = (text: string): boolean => {
  const role = roleName(text)
  return role !== undefined && ownerOf(role) === 'sign-in'
}

const problem = (at: Path, { text }: Principal, actual: string): Diagnostic => ({
  rule: 'role-separation',
  clause: 'J.7.0 §7',
  at,
  expected: 'a principal that is on one side only',
  actual: `${shown(text)}, ${actual}`,
  remedy: 'Use a role of its own for humans and one for automation.'
})
