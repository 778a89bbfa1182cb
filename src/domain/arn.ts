import type * as t from 'io-ts'
import { named } from './named.ts'

const roleArn = /^arn:(aws(?:-[a-z]+)*):iam::([0-9]{12}):role(\/(?:[\w+=,.@-]+\/)*)([\w+=,.@-]{1,64})$/
const policyArn = /^arn:(aws(?:-[a-z]+)*):iam::([0-9]{12}):policy(\/(?:[\w+=,.@-]+\/)*)([\w+=,.@-]{1,128})$/

/** Whether a text is such an ARN. A path has 512 characters at most (IAM, "IAM and AWS STS quotas"). */
const isArn = (form: RegExp, text: string): boolean => {
  const path = form.exec(text)?.[3]
  return path !== undefined && path.length <= 512
}

/** The exact ARN of one IAM role, path included. Source: AWS, "IAM identifiers". */
export const RoleArn = named(
  'role-arn',
  {
    rule: 'role-arn',
    clause: 'J.7.0 §7',
    expected: 'the exact ARN of one IAM role, such as arn:aws:iam::111122223333:role/Name',
    remedy: 'Write the whole ARN of a role, with its path; no wildcard, no user, no account root, no service.'
  },
  (text) => isArn(roleArn, text)
)
export type RoleArn = t.TypeOf<typeof RoleArn>

/** The exact ARN of one customer managed policy. Source: AWS, "IAM identifiers". */
export const PolicyArn = named(
  'policy-arn',
  {
    rule: 'policy-arn',
    clause: 'J.7.0 §7',
    expected: 'the exact ARN of one IAM policy, such as arn:aws:iam::111122223333:policy/Name',
    remedy: 'Write the whole ARN of the policy that is the permissions boundary, with its path.'
  },
  (text) => isArn(policyArn, text)
)
export type PolicyArn = t.TypeOf<typeof PolicyArn>

/** The parts of an IAM ARN. `path` begins and ends with a slash, as the provider wants it. */
export type IamName = {
  readonly partition: string
  readonly account: string
  readonly path: string
  readonly name: string
}

/** Takes an IAM ARN apart. The codecs above have shown that it can be. */
export const iamName = (arn: RoleArn | PolicyArn): IamName => {
  const [, partition = '', account = '', path = '', name = ''] = roleArn.exec(arn) ?? policyArn.exec(arn) ?? []
  return { partition, account, path, name }
}
