import {
  type Section,
  type Surroundings,
  type Variables,
  activeProfile,
  isSet,
  profileOf,
  setOf,
  sourceOf
} from './surroundings.ts'
import { lostProfile } from './lost-profile.ts'
import { chainFault } from './profile-chain.ts'
import { isSingleSignOn } from './single-sign-on.ts'
import { placeOfSetting } from './shared-places.ts'
import { type Origin, type Sourced, variables as originOf } from '../diagnostics/origin.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** Where credentials come from when there is one answer. */
type CredentialSource = 'environment' | 'profile' | 'web identity' | 'container'

const keyNames = ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN']
const webIdentityNames = ['AWS_ROLE_ARN', 'AWS_WEB_IDENTITY_TOKEN_FILE']
const containerNames = ['AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_CONTAINER_CREDENTIALS_FULL_URI']

/** The kinds of credentials that a profile names; both SDKs take one of them, and not always the same. */
const kindsIn = (profile: Section): ReadonlyArray<string> => {
  const has = (...keys: ReadonlyArray<string>): boolean => keys.some((key) => (profile[key] ?? '') !== '')
  return [
    ...(has('aws_access_key_id', 'aws_secret_access_key') ? ['access keys'] : []),
    ...(has('web_identity_token_file') ? ['a web identity token'] : has('role_arn') ? ['a role to assume'] : []),
    ...(isSingleSignOn(profile) ? ['single sign-on'] : []),
    ...(has('login_session') ? ['a login session'] : []),
    ...(has('credential_process') ? ['a credential process'] : [])
  ]
}

/** The sources that the environment names, by their variables. */
const namedSources = (
  variables: Variables
): ReadonlyArray<{ readonly source: CredentialSource; readonly by: string }> =>
  (
    [
      ['environment', keyNames],
      ['profile', ['AWS_PROFILE']],
      ['web identity', webIdentityNames],
      ['container', containerNames]
    ] as const
  ).flatMap(([source, names]) => {
    const set = setOf(variables, names)
    return set.length === 0 ? [] : [{ source, by: set.join(', ') }]
  })

const diagnostic = (actual: string, remedy: string, from: Origin): Sourced<Diagnostic> => ({
  rule: 'credentials-of-one-source',
  clause: 'J.7.0 §4',
  from,
  expected: 'whole credentials from exactly one source, so that this program and OpenTofu act as the same principal',
  actual,
  remedy
})

const partial = (variables: Variables): ReadonlyArray<Sourced<Diagnostic>> => {
  const keys = setOf(variables, keyNames)
  const half = keys.length > 0 && !(isSet(variables, 'AWS_ACCESS_KEY_ID') && isSet(variables, 'AWS_SECRET_ACCESS_KEY'))
  const web = setOf(variables, webIdentityNames)
  return [
    ...(half
      ? [
          diagnostic(
            `only ${keys.join(', ')} is set`,
            'Set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, or neither.',
            originOf(...keys)
          )
        ]
      : []),
    ...(web.length === 1
      ? [
          diagnostic(
            `only ${web.join('')} is set`,
            `Set ${webIdentityNames.join(' and ')}, or neither.`,
            originOf(...web)
          )
        ]
      : [])
  ]
}

const inProfile = ({
  variables,
  shared
}: Pick<Surroundings, 'variables' | 'shared'>): ReadonlyArray<Sourced<Diagnostic>> => {
  const name = activeProfile(variables)
  const profile = profileOf(shared, name)
  if (profile === undefined) {
    const { actual, remedy, from } = lostProfile(variables, shared)
    return [diagnostic(actual, remedy, from)]
  }
  const kinds = kindsIn(profile)
  const place = placeOfSetting(shared, name)
  if (kinds.length === 1) {
    const fault = chainFault(shared, variables, name)
    return fault === undefined ? [] : [diagnostic(fault.actual, fault.remedy, placeOfSetting(shared, ...fault.at))]
  }
  return kinds.length === 0
    ? [
        diagnostic(
          `the profile ${name} has no credentials`,
          'Name a profile that has credentials, in AWS_PROFILE.',
          place
        )
      ]
    : [diagnostic(`the profile ${name} has ${kinds.join(' and ')}`, 'Leave one of them in the profile.', place)]
}

/** For each source the line that leaves it alone. */
const keptOne = (sources: ReadonlyArray<{ readonly source: CredentialSource; readonly by: string }>): string =>
  sources
    .map(({ source }) => {
      const others = sources.filter((one) => one.source !== source).flatMap(({ by }) => by.split(', '))
      return `unset ${others.join(' ')} (keeps the ${source})`
    })
    .join('; or ')

/** Credentials come whole and from one place. Source: guarded cases of AWS SDK for JavaScript and Go, which resolve two differently. */
export const credentialSources = (
  surroundings: Pick<Surroundings, 'variables' | 'shared'>
): ReadonlyArray<Sourced<Diagnostic>> => {
  const sources = namedSources(surroundings.variables)
  if (sources.length > 1)
    return [
      diagnostic(
        `${sources.map(({ by }) => by).join(' and ')} are set`,
        `Keep one of them and unset the others: ${keptOne(sources)}`,
        originOf(...sources.map(({ by }) => by))
      )
    ]
  const isProfile = sources.length === 0 || sources[0]?.source === 'profile'
  return [...partial(surroundings.variables), ...(isProfile ? inProfile(surroundings) : [])]
}

/** Where the credentials of a run come from, after they were judged to come from one place. */
export const originOfCredentials = ({ variables, shared }: Pick<Surroundings, 'variables' | 'shared'>): Origin => {
  const [first] = namedSources(variables)
  return first === undefined || first.source === 'profile'
    ? placeOfSetting(shared, activeProfile(variables))
    : originOf(first.by)
}

/** Settings of which the words of a failed sign-in begin so, before the name of the profile that has them. */
const blamed = {
  credential_process: 'The credential_process of the profile',
  web_identity_token_file: 'The web identity token of the profile'
}

/** Where the cause of a failed sign-in stands: the setting that its words name, or where the credentials come from. */
export const originOfSignIn = (surroundings: Pick<Surroundings, 'variables' | 'shared'>, words: string): Origin => {
  const source = sourceOf(surroundings.shared, activeProfile(surroundings.variables))
  const setting = Object.entries(blamed).find(([, beginning]) => words.startsWith(`${beginning} ${source} `))
  return setting === undefined
    ? originOfCredentials(surroundings)
    : placeOfSetting(surroundings.shared, source, setting[0])
}
