import { placeOfSetting } from './shared-places.ts'
import { type Origin, type Sourced, variables as originOf } from '../diagnostics/origin.ts'
import { type EnvironmentRule, type Surroundings, activeProfile, chainOf, isSet, setOf } from './surroundings.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { shown } from '../diagnostics/shown.ts'
import { ONE_HOST } from './shell.ts'

/** Names that OpenTofu's S3 backend and the Go SDK read beside AWS_ENDPOINT_URL. Source: OpenTofu, "Backend Type: s3". */
const olderNames = [
  'AWS_S3_ENDPOINT',
  'AWS_STS_ENDPOINT',
  'AWS_IAM_ENDPOINT',
  'AWS_DYNAMODB_ENDPOINT',
  'AWS_SSO_ENDPOINT',
  'AWS_METADATA_URL',
  'AWS_EC2_METADATA_SERVICE_ENDPOINT'
]

const MODE = 'AWS_ACCOUNT_ID_ENDPOINT_MODE'

/** Another kind of address of a service, or one that the service itself is asked for. */
const variants = [
  ...['AWS_USE_FIPS_ENDPOINT', 'AWS_USE_DUALSTACK_ENDPOINT'],
  ...['AWS_ENABLE_ENDPOINT_DISCOVERY', 'AWS_ENDPOINT_DISCOVERY_ENABLED']
]

/** The same settings in the shared config. */
const inConfig = ['use_fips_endpoint', 'use_dualstack_endpoint', 'endpoint_discovery_enabled']

const diagnostic = (actual: string, remedy: string, from: Origin): Sourced<Diagnostic> => ({
  rule: 'endpoints',
  clause: 'J.7.0 §4',
  from,
  expected: "AWS's own endpoints: another one could answer for any account",
  actual,
  remedy
})

const variableDiagnostics = ({ variables }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> => {
  const named = Object.keys(variables).filter((name) => /^AWS_ENDPOINT_URL(_|$)/.test(name) && isSet(variables, name))
  const changed = variants.filter((name) => isSet(variables, name) && variables[name]?.toLowerCase() !== 'false')
  const names = [...named, ...setOf(variables, olderNames), ...changed]
  return names.map((name) =>
    diagnostic(`${name} is set`, `Unset ${names.join(' ')}, and run this again.`, originOf(name))
  )
}

const isEndpoint = (key: string): boolean => /(^|\.)endpoint_url$/.test(key) || inConfig.includes(key)

const configDiagnostics = ({ variables, shared }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> =>
  chainOf(shared, activeProfile(variables)).flatMap(([where, section, id]) =>
    Object.keys(section)
      .filter((key) => isEndpoint(key) && section[key]?.toLowerCase() !== 'false')
      .map((key) =>
        diagnostic(
          `${where} of the shared config sets ${key}`,
          `Remove ${key} there, or use another profile.`,
          placeOfSetting(shared, id, key)
        )
      )
  )

const oneHost = (where: string, value: string, remedy: string, from: Origin): Sourced<Diagnostic> => ({
  rule: 'endpoints',
  clause: 'J.7.0 §4',
  from,
  expected: `one host for the lock table, dynamodb.<region>.amazonaws.com, which is the one that is proven: ${MODE} unset or disabled`,
  actual: `${shown(value)} in ${where}, with which OpenTofu asks <account>.ddb.<region>.amazonaws.com`,
  remedy
})

/** AWS's own words are lower case; another case is an error to one SDK and another word to the next. */
const modeDiagnostics = ({ variables, shared }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> => [
  ...setOf(variables, [MODE])
    .filter((name) => variables[name] !== ONE_HOST[MODE])
    .map((name) => oneHost(name, variables[name] ?? '', `export ${name}=${ONE_HOST[MODE]}`, originOf(name))),
  ...chainOf(shared, activeProfile(variables)).flatMap(([where, section, id]) =>
    Object.entries(section)
      .filter(([key, value]) => key === 'account_id_endpoint_mode' && value !== ONE_HOST[MODE])
      .map(([key, value]) =>
        oneHost(
          `${key} of ${where} of the shared config`,
          value ?? '',
          `Set ${key} = ${ONE_HOST[MODE]} there.`,
          placeOfSetting(shared, id, key)
        )
      )
  )
]

/** Nothing names another endpoint, in the environment or in the shared config of the active profile. */
export const endpoints: EnvironmentRule = (surroundings) => [
  ...variableDiagnostics(surroundings),
  ...configDiagnostics(surroundings),
  ...modeDiagnostics(surroundings)
]
