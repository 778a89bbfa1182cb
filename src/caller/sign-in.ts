const again = 'and run this again'

/**
 * What to do where the SDK found no credentials, given its words. A profile with `mfa_serial` asks for a code: the AWS
 * CLI asks the person, while OpenTofu and this program cannot. Sources: AWS CLI, "configure export-credentials"; AWS SDK for
 * JavaScript, fromIni.
 */
export const signIn = (words: string): string => {
  const [, profile] = /^Profile ([\w.@+-]+) requires multi-factor authentication\b/.exec(words) ?? []
  return profile === undefined
    ? `sign in, or correct the profile, ${again}`
    : `take its session into the shell, ${again}; version 2 of the AWS CLI asks for the code: eval "$(aws configure export-credentials --profile ${profile} --format env)"; unset AWS_PROFILE`
}
