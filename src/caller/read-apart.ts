import { type Sourced, machine, variables as originOf } from '../diagnostics/origin.ts'
import { type EnvironmentRule, type Surroundings, isSet, setOf } from './surroundings.ts'
import type { Diagnostic } from '../diagnostics/diagnostic.ts'

/** Read by the Go SDK or by OpenTofu, and not by the SDK for JavaScript. Source: aws-sdk-go-v2, config/env_config.go. */
const goOnly = [
  'AWS_DEFAULT_PROFILE',
  'AWS_ACCESS_KEY',
  'AWS_SECRET_KEY',
  'AWS_SHARED_CONFIG_FILE',
  'AWS_SECURITY_TOKEN',
  'AWS_WEB_IDENTITY_TOKEN'
]

/**
 * Variables that name a place by its path. With -chdir OpenTofu would look for a relative one in another folder than this
 * program. The XDG specification has relative folders ignored, which would lead elsewhere in silence.
 */
const places = [
  ...['AWS_CONFIG_FILE', 'AWS_SHARED_CREDENTIALS_FILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'HOME'],
  ...['XDG_CACHE_HOME', 'XDG_CONFIG_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME', 'XDG_RUNTIME_DIR']
]

const apart = ({ variables }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> =>
  setOf(variables, goOnly).map((name) => ({
    rule: 'read-apart',
    clause: 'J.7.0 §4',
    from: originOf(name),
    expected: 'only what this program and OpenTofu read in the same way',
    actual: `${name} is set: OpenTofu or another tool of AWS reads it, and this program does not`,
    remedy:
      name === 'AWS_DEFAULT_PROFILE'
        ? 'Unset AWS_DEFAULT_PROFILE, and set AWS_PROFILE if you mean that profile.'
        : `Unset ${name}.`
  }))

const unread = ({ shared }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> =>
  (shared.unread ?? []).map(({ where, why }) => ({
    rule: 'read-apart',
    clause: 'J.7.0 §4',
    from: machine(where),
    expected: 'a shared config that can be read to its end',
    actual: `of ${where}: ${why}`,
    remedy: 'Name a regular file in its place.'
  }))

const distrusted = ({ shared }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> =>
  (shared.distrusted ?? []).map(({ where, why, remedy }) => ({
    rule: 'shared-config-own',
    clause: 'J.6.2 §7',
    from: machine(where),
    expected: 'a shared config outside of the checkout that you alone can change: it can name a program to run',
    actual: `of ${where}: ${why}`,
    remedy
  }))

const regions = ({ variables, declared }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> =>
  ['AWS_REGION', 'AWS_DEFAULT_REGION']
    .filter((name) => isSet(variables, name) && variables[name] !== declared.region.aws)
    .map((name) => ({
      rule: 'region-declared',
      clause: 'J.7.0 §4',
      from: originOf(name),
      expected: `no region but ${declared.region.aws}, the declared one`,
      actual: `${name} is ${variables[name]}`,
      remedy: `Unset ${name}, or set it to ${declared.region.aws}.`
    }))

const accounts = ({ variables, declared }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> =>
  isSet(variables, 'AWS_ACCOUNT_ID') && variables['AWS_ACCOUNT_ID'] !== declared.account
    ? [
        {
          rule: 'account-declared',
          clause: 'J.7.0 §4',
          from: originOf('AWS_ACCOUNT_ID'),
          expected: `no account but ${declared.account}, the declared one`,
          actual: `AWS_ACCOUNT_ID is ${variables['AWS_ACCOUNT_ID']}`,
          remedy: 'Take the credentials of the declared account, and unset AWS_ACCOUNT_ID.'
        }
      ]
    : []

const relatives = ({ variables }: Surroundings): ReadonlyArray<Sourced<Diagnostic>> =>
  setOf(variables, places)
    .filter((name) => !/^([/\\]|[A-Za-z]:[/\\])/.test(variables[name] ?? ''))
    .map((name) => ({
      rule: 'paths-absolute',
      clause: 'J.7.0 §4',
      from: originOf(name),
      expected: 'one place, from every folder that a program is started in',
      actual: `${name} is not an absolute path`,
      remedy: `Name an absolute path in ${name}.`
    }))

/** Nothing is set that only one side would follow, and no other account or region is named. */
export const readApart: EnvironmentRule = (surroundings) => [
  ...apart(surroundings),
  ...unread(surroundings),
  ...distrusted(surroundings),
  ...relatives(surroundings),
  ...regions(surroundings),
  ...accounts(surroundings)
]
