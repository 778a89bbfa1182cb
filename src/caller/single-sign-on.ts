import { standing } from './shared-places.ts'
import type { ChainFault, Section, SharedConfig } from './surroundings.ts'

/** What a profile of single sign-on says itself, and what its section may say for it. Source: AWS SDKs and Tools, "IAM Identity Center credential provider". */
const ofProfile = ['sso_account_id', 'sso_role_name'] as const
const ofSection = ['sso_region', 'sso_start_url'] as const

const lacks = (section: Section, setting: string): boolean => (section[setting] ?? '') === ''

/** Whether a profile signs in by single sign-on, with all of its settings or with some. */
export const isSingleSignOn = (profile: Section): boolean =>
  ['sso_session', ...ofProfile, ...ofSection].some((setting) => !lacks(profile, setting))

/** The SDK leaves out a section that is there and has nothing in it. */
const emptySection = (shared: SharedConfig, session: string): Section | undefined =>
  standing(shared, `sso-session.${session}`) === 'an empty section' ? {} : undefined

/** What a profile of single sign-on lacks, or the section that it names. The SDK tells neither. */
export const singleSignOnFault = (shared: SharedConfig, name: string, profile: Section): ChainFault | undefined => {
  const session = lacks(profile, 'sso_session') ? undefined : profile['sso_session']
  const section =
    session === undefined ? profile : (shared.config[`sso-session.${session}`] ?? emptySection(shared, session))
  const at = [name, session === undefined ? 'sso_start_url' : 'sso_session'] as const
  if (section === undefined)
    return {
      actual: `the profile ${name} names the section [sso-session ${session}], and the shared config has no such section`,
      remedy: `Correct sso_session in the profile ${name}, or add that section, with sso_region and sso_start_url.`,
      at
    }
  const ofSession = ofSection.filter((setting) => lacks(section, setting))
  if (ofSession.length > 0)
    return {
      actual: `${session === undefined ? `the profile ${name}` : `the section [sso-session ${session}], which the profile ${name} names,`} has no ${ofSession.join(' and no ')}`,
      remedy: `Add ${ofSession.join(' and ')} to ${session === undefined ? `the profile ${name}` : `the section [sso-session ${session}]`}.`,
      at
    }
  const own = ofProfile.filter((setting) => lacks(profile, setting))
  return own.length === 0
    ? undefined
    : {
        actual: `the profile ${name} has no ${own.join(' and no ')}`,
        remedy: `Add ${own.join(' and ')} to the profile ${name}.`,
        at
      }
}
