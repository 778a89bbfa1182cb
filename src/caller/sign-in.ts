import { shellWord } from './shell.ts'

/** Words that say why no credentials were found, and the remedy for that cause alone. */
type Cause = readonly [words: RegExp, remedy: (...parts: ReadonlyArray<string>) => string]

const again = 'and run this again'

/**
 * A profile with `mfa_serial` asks for a code: the AWS CLI asks the person, while OpenTofu and this program cannot.
 * Sources: AWS CLI, "configure export-credentials", "sso login", "login"; AWS SDK for JavaScript, fromIni; AWS STS API
 * Reference, AssumeRole and AssumeRoleWithWebIdentity, "Errors".
 */
const causes: ReadonlyArray<Cause> = [
  [
    /^Profile ([\w.@+-]+) requires multi-factor authentication\b/,
    (profile) =>
      `Take its session into the shell, ${again}. Version 2 of the AWS CLI asks for the code: eval "$(aws configure export-credentials --profile ${profile} --format env)"; unset AWS_PROFILE`
  ],
  [
    /\brun (aws (?:sso )?login --profile (?:[\w.@+-]*[\w@+-]|'[^']+'(?:\\''[^']*')*))/,
    (command) => `Sign in, ${again}: ${command}`
  ],
  [
    /not authorized to perform: sts:AssumeRole\S* on resource: arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\w+=,.@-]+\/)*([\w+=,.@-]+)/,
    (role) =>
      `Have the trust policy of the role let this caller assume it, with MFA where it asks for MFA, ${again}. An administrator reads it: aws iam get-role --role-name ${shellWord(role)} --query Role.AssumeRolePolicyDocument`
  ],
  [
    /Not authorized to perform sts:AssumeRoleWithWebIdentity/,
    () => `Have the trust policy of the role let this provider, audience and subject assume it, ${again}.`
  ],
  [
    /DurationSeconds exceeds/,
    () => `Lower duration_seconds in the profile, to 3600 at most where one role assumes the next, ${again}.`
  ],
  [
    /MultiFactorAuthentication failed/,
    () => `Wait for the next code of the device, check the clock of this machine, ${again}.`
  ],
  [
    /No OpenIDConnect provider found|Incorrect token audience/,
    () => `Have an administrator of the account add or correct the OpenID Connect provider in IAM, ${again}.`
  ],
  [
    /^The credential_source Ec2InstanceMetadata of /,
    () =>
      `Give the instance a role, and let this machine reach 169.254.169.254: from a container the hop limit of its metadata must be 2, ${again}. Elsewhere than on EC2 name a source_profile in the profile.`
  ],
  [
    /^The credential_source EcsContainer of /,
    () => `Run this in a container with a task role, ${again}. Elsewhere name a source_profile in the profile.`
  ],
  [
    /^The credential_process of the profile .+ (?:did not end within \d+ seconds|wrote more than one MiB), and was ended$/,
    () => `Run the program of this line by itself, correct what it waits for or what it writes, ${again}.`
  ],
  [/^Token expired: current date/, () => `Take a new token from the provider that gave this one, ${again}.`]
]

/** What to do where the SDK found no credentials, given its words. */
export const signIn = (words: string): string => {
  for (const [form, remedy] of causes) {
    const found = form.exec(words)
    if (found !== null) return remedy(...found.slice(1))
  }
  return `Sign in, or correct the profile, ${again}.`
}
