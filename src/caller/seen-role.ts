import { type RoleArn, iamName } from '../declaration/arn.ts'
import type { Expected, Principal } from './judge-caller.ts'

/**
 * A calling role for a document: what AWS says of it, apart from the ARN that the stack declares. What AWS says is
 * without the name of the session here, and AWS leaves out the IAM path of the ARN. Source: IAM, "IAM identifiers"; AWS
 * STS, GetCallerIdentity.
 */
export type CallingRole = { readonly kind: Principal; readonly seen: string; readonly declared: RoleArn }

type Arns = Pick<Expected, 'bootstrapPrincipal' | 'operatorRole'>

/** The ARN that the stack declares for a principal. */
export const declaredArn = ({ bootstrapPrincipal, operatorRole }: Arns, principal: Principal): RoleArn =>
  principal === 'operator role' ? operatorRole : bootstrapPrincipal

/**
 * The role that is calling, once it was judged to be this principal. Its partition, account and name are those of the
 * declared one.
 */
export const callingRole = (declaration: Arns, principal: Principal): CallingRole => {
  const declared = declaredArn(declaration, principal)
  const { partition, account, name } = iamName(declared)
  return { kind: principal, seen: `arn:${partition}:sts::${account}:assumed-role/${name}`, declared }
}

/** The same in words. */
export const seenRole = (declared: RoleArn): string =>
  `${iamName(declared).name} (declared as ${declared}; AWS does not say the path)`
