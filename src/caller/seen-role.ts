import { type RoleArn, iamName } from '../declaration/arn.ts'

/**
 * A calling role as it was seen: its name, which AWS says, apart from its ARN, which is declared, since STS leaves out the
 * IAM path. Source: IAM, "IAM identifiers"; AWS STS, GetCallerIdentity.
 */
export const seenRole = (declaredArn: RoleArn): string =>
  `${iamName(declaredArn).name} (declared as ${declaredArn}; AWS does not say the path)`
