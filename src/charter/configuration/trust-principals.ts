import type { Clause } from '../../diagnostics/diagnostic.ts'
import { iamName, regionElsewhere, roleName } from '../../declaration/arn.ts'
import { otherThanRole } from '../../iam/arn-kinds.ts'
import { shown } from '../../diagnostics/shown.ts'
import type { Principal, PrincipalKind } from '../../iam/principals.ts'
import type { ConfigurationRule } from '../charter.ts'
import { elsewhere } from '../declaration/partition.ts'
import { trustDocuments } from './trust-documents.ts'

type Refusal = { readonly clause: Clause; readonly actual: string; readonly remedy: string }

/**
 * Every principal that may assume a role is named exactly. It is a role by its ARN, or users of an account behind MFA
 * (see `trust-mfa`).
 */
export const trustPrincipals: ConfigurationRule = {
  name: 'trust-principals',
  check: ({ blocks, declaration }) => {
    const { partition } = iamName(declaration.bootstrapPrincipal)
    return trustDocuments(blocks).flatMap(({ at, principals }) =>
      principals.flatMap((principal) => {
        const refusal = refused(principal, partition)
        return refusal === undefined
          ? []
          : [
              {
                rule: 'trust-principals',
                at: [...at, ...principal.at],
                expected: 'the exact ARN of one role, in the partition of the stack',
                ...refusal,
                actual: `${shown(principal.text)}, ${refusal.actual}`
              }
            ]
      })
    )
  }
}

const refused = ({ kind, partition, text }: Principal, expected: string): Refusal | undefined => {
  const other = kind === 'unknown' ? otherThanRole(text) : undefined
  if (other !== undefined) return { ...byKind.unknown, actual: `which names ${other}` }
  if (kind !== 'role' && kind !== 'account') return byKind[kind]
  if (partition !== expected)
    return {
      clause: 'J.7.0 §4',
      actual: `which is of partition ${partition}`,
      remedy: `Begin the ARN with arn:${expected}:.`
    }
  const role = roleName(text)
  const region = role === undefined ? undefined : regionElsewhere(role)
  if (region === undefined) return undefined
  const [, actual, remedy] = elsewhere(region, expected)
  return { clause: 'J.7.0 §4', actual: `with ${actual}`, remedy }
}

const byKind: Readonly<Record<Exclude<PrincipalKind, 'role' | 'account'>, Refusal>> = {
  wildcard: {
    clause: 'J.7.0 §7',
    actual: 'which stands for more than one',
    remedy: 'Write the whole ARN of one role, without * and ?.'
  },
  user: {
    clause: 'J.7.0 §7',
    actual: 'which names a single user or session',
    remedy: 'Trust a role, or users by a path and with MFA (`trust.users`); no person is named.'
  },
  service: {
    clause: 'J.7.0 §6',
    actual: 'which is an AWS service',
    remedy: 'Remove it; automated execution by a service is not authorised.'
  },
  federated: {
    clause: 'J.7.0 §6',
    actual: 'which is a federated identity, as CI/CD systems use it',
    remedy: 'Remove it; CI/CD is not authorised. Trust the exact role that people get when they sign in.'
  },
  unknown: {
    clause: 'J.7.0 §4',
    actual: 'which is not a valid ARN',
    remedy: 'Write the whole ARN of one role, such as arn:aws:iam::<account>:role/Name.'
  }
}
