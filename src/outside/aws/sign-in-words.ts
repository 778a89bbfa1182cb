import { homedir } from 'node:os'
import { shellWord } from '../../caller/shell.ts'
import { withoutNames } from '../../declaration/arn.ts'

/** What the SDK says of every source that was not asked for, or that has nothing. */
const idle =
  /^(AWS_PROFILE is set, skipping|Skipping |Unable to find environment|Could not load credentials from any providers|Web identity configuration not|EC2 |AWS_EC2_METADATA_V1_DISABLED |Profile \S+ did not contain credential_process|Could not find (SSO|.*container))/

/**
 * The SDK's words with the profile that they leave to the reader. The place of a token has the name of a person in it, and is
 * left out. Sources: AWS SDK for JavaScript, fromSSO and fromLoginCredentials.
 */
const withProfile = (words: string, profile: string): string =>
  words
    .replace(/'?aws sso login'? with the corresponding profile\.?/, `aws sso login --profile ${shellWord(profile)}`)
    .replace(
      /^Failed to load (?:a )?token\b.*/s,
      `The login session of the profile ${profile} has no token that can be read.`
    )
    .replace(
      /(.*\b(?:[Pp]lease re-?authenticate\b|has no token\b).*?)\.?$/s,
      `$1. To sign in, run aws login --profile ${shellWord(profile)}`
    )
    .replaceAll(homedir(), '~')

/**
 * Why there are no credentials, of all that the SDK said while it asked one source after the other. The SDK's last words name
 * none of the sources. The command of a credential process is left out, since it may hold a secret; the first line that it
 * wrote to stderr is not. Source: AWS SDK for JavaScript, ProviderError and resolveProcessCredentials.
 */
export const causeOf = (
  profile: string,
  failed: string | undefined,
  said: ReadonlyArray<string>,
  last: string
): string => {
  if (failed !== undefined) return `The credential_process of the profile ${profile} ${failed}`
  const cause = said
    .map((line) => /^@smithy\/property-provider (?:->|\(!\)) (.*)/.exec(line)?.[1] ?? '')
    .find((text) => text !== '' && !idle.test(text))
  const credentialSource = said.map((line) => / credential_source is (\w+)$/.exec(line)?.[1]).find(Boolean)
  if (credentialSource !== undefined)
    return `The credential_source ${credentialSource} of the profile ${profile} gave no credentials${cause === undefined ? '' : `: ${withoutNames(withProfile(cause, profile))}`}`
  const words = cause === undefined || !last.startsWith('Could not load credentials from any providers') ? last : cause
  return withoutNames(withProfile(words, profile))
}
