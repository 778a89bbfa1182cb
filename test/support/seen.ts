import type { RoleArn as DeclaredRole } from '../../src/declaration/arn.ts'
import { RoleArn } from '../../src/declaration/arn.ts'
import { type SeenRole, seenRoleIn } from '../../src/caller/seen-role.ts'

/** The role in an answer of STS, which is the one way to have one. */
export const seenAs = (name: string, account = '111122223333', partition = 'aws'): SeenRole => {
  const seen = seenRoleIn({ account, arn: `arn:${partition}:sts::${account}:assumed-role/${name}/a-session` })
  if (seen === undefined) throw new Error(name)
  return seen
}

/** The ARN of a role as a stack declares it. */
export const declaredAs = (arn: string): DeclaredRole => {
  if (!RoleArn.is(arn)) throw new Error(arn)
  return arn
}
