import type { Places } from './shared-places.ts'
import type { Sourced } from '../diagnostics/origin.ts'
import type { Declaration } from '../declaration/declaration.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** The process environment, as it was at the start. */
export type Variables = Readonly<Record<string, string | undefined>>

/** A variable that is set to nothing counts as not set, as both SDKs have it. */
export const isSet = (variables: Variables, name: string): boolean =>
  variables[name] !== undefined && variables[name] !== ''

/** The names that are set, of those that are given. */
export const setOf = (variables: Variables, names: ReadonlyArray<string>): ReadonlyArray<string> =>
  names.filter((name) => isSet(variables, name))

export type Section = Readonly<Record<string, string | undefined>>

/**
 * The shared config and credentials files, as the SDK's own loader reads them. Profiles stand by name, the other sections
 * as `services.NAME` and `sso-session.NAME`, and a nested setting as `s3.endpoint_url`.
 */
export type SharedConfig = {
  readonly config: Readonly<Record<string, Section | undefined>>
  readonly credentials: Readonly<Record<string, Section | undefined>>
  /** Where each section and each setting stands; `placesIn` makes it. None of a config that was read from no file. */
  readonly places?: Places | undefined
  /** The files of which nothing was taken, and why. */
  readonly unread?: ReadonlyArray<{ readonly where: string; readonly why: string }> | undefined
  /** The files that the system did not let be read, and the variable that names each, where one does. They count as empty. */
  readonly refused?:
    ReadonlyArray<{ readonly where: string; readonly variable: string | undefined; readonly why: string }> | undefined
  /** The files of which nothing was taken since another one could have written them, why, and what to do. */
  readonly distrusted?:
    ReadonlyArray<{ readonly where: string; readonly why: string; readonly remedy: string }> | undefined
}

/** The profile whose settings hold, named or not. Source: AWS SDKs and Tools, "Shared config and credentials files". */
export const activeProfile = (variables: Variables): string =>
  isSet(variables, 'AWS_PROFILE') ? (variables['AWS_PROFILE'] ?? 'default') : 'default'

/** A profile with both files together; the credentials file wins. Undefined when neither has it. */
export const profileOf = ({ config, credentials }: SharedConfig, name: string): Section | undefined =>
  config[name] === undefined && credentials[name] === undefined ? undefined : { ...config[name], ...credentials[name] }

/** The sections that hold for a profile: itself, the profiles that it takes credentials from, and their services. */
export const chainOf = (
  shared: SharedConfig,
  name: string,
  seen: ReadonlyArray<string> = []
): ReadonlyArray<readonly [where: string, section: Section, id: string]> => {
  const profile = profileOf(shared, name)
  if (profile === undefined || seen.includes(name)) return []
  const services = profile['services'] === undefined ? undefined : shared.config[`services.${profile['services']}`]
  const source = profile['source_profile']
  return [
    [`the profile ${name}`, profile, name],
    ...(services === undefined
      ? []
      : [[`the services section ${profile['services']}`, services, `services.${profile['services']}`] as const]),
    ...(source === undefined ? [] : chainOf(shared, source, [...seen, name]))
  ]
}

/** The profile whose own source a profile's credentials come from: the end of the chain that `source_profile` makes. */
export const sourceOf = (shared: SharedConfig, name: string, seen: ReadonlyArray<string> = []): string => {
  const next = profileOf(shared, name)?.['source_profile']
  return next === undefined || next === name || seen.includes(next) ? name : sourceOf(shared, next, [...seen, name])
}

/** A fault on the way from a profile to its credentials, what to do, and where it stands. */
export type ChainFault = {
  readonly actual: string
  readonly remedy: string
  readonly at: readonly [profile: string, setting: string]
}

/** The way to AWS that was named on the command line: the SDK and every printed command take it. */
export type Route = {
  /** An `http:` or `https:` address without a password. */
  readonly proxy: string | undefined
  /** An absolute path of a PEM file that replaces the authorities of the system. */
  readonly caBundle: string | undefined
}

/** All that decides which credentials are found and where requests go, before any of it is used. */
export type Surroundings = {
  readonly variables: Variables
  readonly shared: SharedConfig
  readonly route: Route
  readonly declared: Pick<Declaration, 'account' | 'region'>
}

/** What one rule has against the surroundings. */
export type EnvironmentRule = (surroundings: Surroundings) => ReadonlyArray<Sourced<Diagnostic>>
