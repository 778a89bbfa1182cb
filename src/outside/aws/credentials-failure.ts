/** What the SDK says of every source that was not asked for, or that has nothing. */
const idle =
  /^(AWS_PROFILE is set, skipping|Skipping |Unable to find environment|Could not load credentials from any providers|Web identity configuration not|EC2 |Profile \S+ did not contain credential_process|Could not find (SSO|.*container))/

/**
 * Why there are no credentials, of all that the SDK said while it asked one source after the other: its last words name none
 * of them. The command of a credential process is left out, since it may hold a secret; the first line that it wrote to stderr is
 * not. Source: AWS SDK for JavaScript, ProviderError and resolveProcessCredentials.
 */
export const causeOf = (profile: string, said: ReadonlyArray<string>, last: string): string => {
  const cause = said
    .map((line) => /^@smithy\/property-provider (?:->|\(!\)) ([^]*)$/.exec(line)?.[1] ?? '')
    .find((text) => text !== '' && !idle.test(text))
  if (cause === undefined || !last.startsWith('Could not load credentials from any providers')) return last
  const [first = '', ...lines] = cause.split('\n')
  if (!first.startsWith('Command failed: ')) return first
  const stderr = lines.map((line) => line.trim()).find((line) => line !== '')
  return `The credential_process of the profile ${profile} failed${stderr === undefined ? ' and wrote nothing to stderr' : `: ${stderr}`}`
}
