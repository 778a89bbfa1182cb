import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { signIn } from '../../src/caller/sign-in.ts'

const test = suite('the way out for each cause that there are no credentials')

const END = 'and run this again'
const OTHER = `Sign in, or correct the profile, ${END}.`
const role = 'arn:aws:iam::111122223333:role'
const mfa = (profile: string): string =>
  `Take its session into the shell, ${END}. Version 2 of the AWS CLI asks for the code: eval "$(aws configure export-credentials --profile ${profile} --format env)"; unset AWS_PROFILE`
const trust = (name: string): string =>
  `Have the trust policy of the role let this caller assume it, with MFA where it asks for MFA, ${END}. An administrator reads it: aws iam get-role --role-name ${name} --query Role.AssumeRolePolicyDocument`
const denied = (arn: string, action = 'sts:AssumeRole'): string =>
  `User: arn:aws:iam::111122223333:user/… is not authorized to perform: ${action} on resource: ${arn}`

/** Words of the SDK and of STS, and what to do. Sources: AWS SDK for JavaScript, fromIni; AWS STS API Reference, "Errors". */
const causes: Readonly<Record<string, string>> = {
  'Profile a.b@c+d-1 requires multi-factor authentication, but no MFA code callback was provided.': mfa('a.b@c+d-1'),
  'To refresh this SSO session run aws sso login --profile a.': `Sign in, ${END}: aws sso login --profile a`,
  "No token. To sign in, run aws login --profile 'a b'": `Sign in, ${END}: aws login --profile 'a b'`,
  [denied(`${role}/Operator`)]: trust('Operator'),
  [denied(`${role}/people/a/Operator`, 'sts:AssumeRoleWithSAML')]: trust('Operator'),
  [denied('arn:aws-eusc:iam::111122223333:role/x@y=1')]: trust('x@y=1'),
  'Not authorized to perform sts:AssumeRoleWithWebIdentity': `Have the trust policy of the role let this provider, audience and subject assume it, ${END}.`,
  'The requested DurationSeconds exceeds the 1 hour session limit': `Lower duration_seconds in the profile, to 3600 at most where one role assumes the next, ${END}.`,
  'MultiFactorAuthentication failed with invalid MFA one time pass code.': `Wait for the next code of the device, check the clock of this machine, ${END}.`,
  'No OpenIDConnect provider found in your account': `Have an administrator of the account add or correct the OpenID Connect provider in IAM, ${END}.`,
  'Incorrect token audience': `Have an administrator of the account add or correct the OpenID Connect provider in IAM, ${END}.`,
  'The credential_source Ec2InstanceMetadata of a gives no credentials': `Give the instance a role, and let this machine reach 169.254.169.254: from a container the hop limit of its metadata must be 2, ${END}. Elsewhere than on EC2 name a source_profile in the profile.`,
  'The credential_source EcsContainer of a gives no credentials': `Run this in a container with a task role, ${END}. Elsewhere name a source_profile in the profile.`,
  'The credential_process of the profile a b did not end within 60 seconds, and was ended': `Run the program of this line by itself, correct what it waits for or what it writes, ${END}.`,
  'The credential_process of the profile a wrote more than one MiB, and was ended': `Run the program of this line by itself, correct what it waits for or what it writes, ${END}.`,
  'Token expired: current date/time 1 must be before 2': `Take a new token from the provider that gave this one, ${END}.`
}
for (const [words, remedy] of Object.entries(causes)) test(words, () => assert.is(signIn(words), remedy))

/** Words that are nearly those of a cause, for which its way out would be wrong. */
const others = [
  'It says: Profile a requires multi-factor authentication',
  'Profile a requires multi-factor authentications',
  'Profile a b requires multi-factor authentication',
  'Do not overrun aws sso login --profile a',
  'To sign in, run aws sso logout --profile a',
  "To sign in, run aws login --profile ''",
  denied(`${role}/`),
  denied('arn:aws:iam::11112222333:role/x'),
  denied('arn:aws:iam::1111222233334:role/x'),
  denied('arn:aws:s3:::bucket'),
  denied(`${role}/x`, 's3:GetObject'),
  'So it is. The credential_source Ec2InstanceMetadata of a',
  'So it is. The credential_source EcsContainer of a',
  'The credential_source Environment of a',
  'It is so: The credential_process of the profile a wrote more than one MiB, and was ended',
  'The credential_process of the profile a did not end within reason, and was ended',
  'The credential_process of the profile a ended with 1: it wrote more than one MiB, and was ended here',
  'It is so: Token expired: current date/time 1',
  'The token expired',
  ''
]
for (const words of others) test(`no cause of its own: ${words}`, () => assert.is(signIn(words), OTHER))

test.run()
