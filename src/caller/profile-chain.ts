import { standing } from './shared-places.ts'
import { isSingleSignOn, singleSignOnFault } from './single-sign-on.ts'
import { type ChainFault, type SharedConfig, type Variables, profileOf, setOf } from './surroundings.ts'

/** Source: AWS SDKs and Tools Reference Guide, "Assume role credential provider". */
const CREDENTIAL_SOURCES = ['Ec2InstanceMetadata', 'EcsContainer', 'Environment']

const keys = ['aws_access_key_id', 'aws_secret_access_key'] as const

/** In which way a section is not there, as the end of a sentence about its name. */
const absence = (shared: SharedConfig, section: string): string =>
  ({
    nothing: 'and no shared config has it',
    'an empty section': 'whose section is empty',
    settings: 'whose section has a header that is not read in its file'
  })[standing(shared, section)]

/**
 * Tells the first place where the way from a profile to its credentials ends or turns back.
 * The SDK has one word for all of these, and names neither the setting nor its file.
 */
export const chainFault = (
  shared: SharedConfig,
  variables: Variables,
  name: string,
  seen: ReadonlyArray<string> = []
): ChainFault | undefined => {
  const profile = profileOf(shared, name)
  if (profile === undefined) return undefined
  const has = (setting: string): boolean => (profile[setting] ?? '') !== ''
  const [missing] = keys.filter((key) => !has(key))
  if (missing !== undefined && keys.some(has))
    return {
      actual: `the profile ${name} has one half of its access keys, and no ${missing}`,
      remedy: `Add ${missing} to the profile ${name}, or remove the other half.`,
      at: [name, keys.find(has) ?? missing]
    }
  const next = profile['source_profile']
  const source = profile['credential_source']
  if (has('role_arn') && has('source_profile') && next !== undefined) {
    const visited = [...seen, name]
    if (visited.includes(next) && !(next === name && keys.every(has)))
      return {
        actual: `source_profile leads in a circle: ${[...visited, next].join(', ')}`,
        remedy: `Name a profile with credentials of its own as source_profile of the profile ${name}.`,
        at: [name, 'source_profile']
      }
    if (profileOf(shared, next) === undefined)
      return {
        actual: `the profile ${name} takes its credentials from ${next}, ${absence(shared, next)}`,
        remedy: `Correct source_profile in the profile ${name}, or ${standing(shared, next) === 'nothing' ? 'add' : 'correct'} the profile ${next}.`,
        at: [name, 'source_profile']
      }
    return next === name ? undefined : chainFault(shared, variables, next, visited)
  }
  if (!has('role_arn')) return isSingleSignOn(profile) ? singleSignOnFault(shared, name, profile) : undefined
  if (has('web_identity_token_file')) return undefined
  if (source === undefined || source === '')
    return {
      actual: `the profile ${name} has a role_arn, and neither source_profile nor credential_source`,
      remedy: `Name in the profile ${name} the profile that may assume the role: source_profile = NAME.`,
      at: [name, 'role_arn']
    }
  if (!CREDENTIAL_SOURCES.includes(source))
    return {
      actual: `the profile ${name} has credential_source = ${source}`,
      remedy: `Write one of ${CREDENTIAL_SOURCES.join(', ')}, as AWS spells it.`,
      at: [name, 'credential_source']
    }
  return source === 'Environment' &&
    setOf(
      variables,
      keys.map((key) => key.toUpperCase())
    ).length < keys.length
    ? {
        actual: `the profile ${name} takes its credentials from the environment, which has none`,
        remedy: `Name the profile with these keys as source_profile instead of credential_source.`,
        at: [name, 'credential_source']
      }
    : undefined
}

/** The names of profiles that the SDK for JavaScript reads. Source: @smithy/core, loadSharedConfigFiles. */
const READABLE = /^[\w@+.%:/-]+$/

/** What to do where AWS_PROFILE names a profile that no file has. */
export const nameRemedy = (name: string): string =>
  READABLE.test(name)
    ? 'Correct AWS_PROFILE, or add this profile to the shared config.'
    : 'Rename the profile, in its file and in AWS_PROFILE: a name may have letters, digits and -_@+.%:/ alone, because the SDK reads no other.'
