import type { AwsFailure } from '../outside/aws/failure.port.ts'
import { type Cause, said } from './failure-cause.ts'

/** The command that shows the policy of the bucket or the table that AWS names, where it names one. */
const policyOf = ({ message, calledRegion }: AwsFailure): string => {
  const [, bucket] = /arn:aws[a-z-]*:s3:::([a-z0-9.-]+)/.exec(message) ?? []
  const [table] = /arn:aws[a-z-]*:dynamodb:[a-z0-9-]+:\d{12}:table\/[\w.-]+/.exec(message) ?? []
  if (bucket !== undefined)
    return `: aws s3api get-bucket-policy --region ${calledRegion} --bucket ${bucket} --query Policy --output text`
  return table === undefined
    ? '.'
    : `: aws dynamodb get-resource-policy --region ${calledRegion} --resource-arn ${table}`
}

/** A denial of a right to a KMS key, met while a thing of a service was read or written. */
const ofKeyIn = (service: string, remedy: Cause['remedy']): Cause => ({
  is: ({ _tag, call, message }) => _tag === 'Denied' && call.startsWith(`${service} `) && /\bkms:[A-Z]/.test(message),
  remedy
})

/**
 * Who can lift a denial, by the policy that AWS names in its message.
 * Source: IAM User Guide, "Troubleshoot access denied error messages".
 */
export const denials: ReadonlyArray<Cause> = [
  said(
    'Denied',
    /service control polic|resource control polic/i,
    () =>
      'Ask the administrators of the AWS organisation: its policy denies this, and no right in the account can change that.'
  ),
  said(
    'Denied',
    /permissions boundar/i,
    () => 'Ask who owns the permissions boundary of this principal: no other policy can grant what it leaves out.'
  ),
  said(
    'Denied',
    /VPC endpoint polic/i,
    () => 'Ask who owns the VPC endpoint between here and AWS: its policy denies this.'
  ),
  said('Denied', /session polic/i, () => 'Take a session without a session policy that denies this.'),
  ofKeyIn(
    'S3',
    () =>
      'Find out in CloudTrail who put the object under a KMS key: no role of a stack has a right to one. Have them copy it onto itself under AES256.'
  ),
  ofKeyIn(
    'DynamoDB',
    () =>
      'Have the bootstrap principal give the table the key that AWS manages, which needs no right: preflight prints the line under table-encryption-key, once the owner of the present key lets the table be read.'
  ),
  said(
    'Denied',
    /BlockPublicPolicy/,
    () =>
      'Find out who declared that the policy is public, and bring the bucket policy back to what is declared: a declared policy only denies, and AWS does not count it as public.'
  ),
  said(
    'Denied',
    /explicit deny in an identity-based polic/i,
    () => 'Have the denial taken out of the policies of the caller: another right does not lift it.'
  ),
  said(
    'Denied',
    /explicit deny in a resource-based polic/i,
    (failure) =>
      `Have the bootstrap principal read which statement of the resource's own policy denies it: no right of the caller lifts that${policyOf(failure)}`
  )
]
