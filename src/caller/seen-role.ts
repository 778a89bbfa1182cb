import * as t from 'io-ts'
import type { RoleArn } from '../declaration/arn.ts'
import type { CallerIdentity, Expected, Principal } from './caller.ts'

type Seen = { readonly SeenRole: unique symbol }

const form = /^arn:aws[a-z-]*:sts::\d{12}:assumed-role\/[A-Za-z0-9+=,.@_-]+$/

/**
 * A role as AWS names it when it calls, without its session and without its IAM path. A type of its own, which no ARN that a
 * stack declares has. Source: AWS STS, GetCallerIdentity.
 */
export const SeenRole = t.brand(t.string, (text): text is t.Branded<string, Seen> => form.test(text), 'SeenRole')
export type SeenRole = t.TypeOf<typeof SeenRole>

/** The role in an answer of AWS to the question who is calling. Undefined where another kind of caller is in it. */
export const seenRoleIn = ({ arn }: CallerIdentity): SeenRole | undefined => {
  const role = arn.replace(/\/[^/]*$/, '')
  return SeenRole.is(role) ? role : undefined
}

/** The account of a role that was seen. */
export const accountOf = (seen: SeenRole): string => seen.slice(seen.indexOf('::') + 2, seen.lastIndexOf(':'))

/** Who is calling: as which declared principal, and the role that AWS named. */
export type Called = { readonly principal: Principal; readonly seen: SeenRole }

/** A calling role for a document: what AWS says of it, apart from the ARN that the stack declares. */
export type CallingRole = { readonly kind: Principal; readonly seen: SeenRole; readonly declared: RoleArn }

type Arns = Pick<Expected, 'bootstrapPrincipal' | 'operatorRole'>

/** The ARN that the stack declares for a principal. */
export const declaredArn = ({ bootstrapPrincipal, operatorRole }: Arns, principal: Principal): RoleArn =>
  principal === 'operator role' ? operatorRole : bootstrapPrincipal

/** The role that is calling, once it was judged to be a principal of this stack. */
export const callingRole = (declaration: Arns, { principal, seen }: Called): CallingRole => ({
  kind: principal,
  seen,
  declared: declaredArn(declaration, principal)
})

/** The same in words: the name that was seen, and the ARN that was not. */
export const seenRole = ({ seen, declared }: Omit<CallingRole, 'kind'>): string =>
  `${seen.slice(seen.indexOf('/') + 1)} (declared as ${declared}; AWS does not say the path)`
