import { type Sourced, variables as originOf } from '../../../../diagnostics/origin.ts'
import type { Diagnostic } from '../../../../diagnostics/diagnostic.ts'
import type { EnvironmentRule, Variables } from '../../../../caller/surroundings.ts'

type Named = readonly [form: RegExp, why: string]

/**
 * What changes neither state, lock, provider nor arguments. These are logs for the person who asks for them, hints on what to
 * type next, questions that are not asked and so not approved, files that are judged by what they say, tokens that open a
 * registry and no state, and how long a registry is asked.
 */
const harmless: ReadonlyArray<RegExp> = [
  /^TF_LOG(_CORE|_PROVIDER|_CLOUD|_PATH)?$/,
  /^TF_IN_AUTOMATION$/,
  /^TF_INPUT$/,
  /^(TF_CLI_CONFIG_FILE|TERRAFORM_CONFIG)$/,
  /^TF_TOKEN_./,
  /^TF_(REGISTRY_DISCOVERY_RETRY|REGISTRY_CLIENT_TIMEOUT|PROVIDER_DOWNLOAD_RETRY)$/
]

/** What each of the others does, the first that fits. Source: OpenTofu, "Environment Variables", and its release 1.12. */
const refused: ReadonlyArray<Named> = [
  [/^TF_CLI_ARGS(_|$)/, 'adds arguments that you did not type, such as -lock=false or -auto-approve'],
  [/^TF_WORKSPACE$/, 'selects another state than the declared one'],
  [/^TF_DATA_DIR$/, 'names another folder for the cached backend and the selected workspace'],
  [/^TF_ENCRYPTION$/, 'changes how the state is encrypted, over what the file says'],
  [/^TF_REATTACH_PROVIDERS$/, 'uses a provider that already runs, without a check'],
  [/^TF_VAR_/, 'gives a value to a variable, and a stack has none'],
  [/^TF_PLUGIN_CACHE_DIR$/, 'runs the provider from a folder that other projects write to'],
  [/^TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE$/, 'takes a provider without a checksum in the lock file'],
  [/^TF_STATE_PERSIST_INTERVAL$/, 'changes how often an apply stores its state, or ends it in the middle'],
  [/^TF_DISABLE_PLUGIN_TLS$/, 'lets OpenTofu and the provider talk without TLS'],
  [/^TF_AWS_/, 'is read by the AWS provider, which would change the declared tags'],
  [/^TOFU_X_/, 'turns on an experiment of OpenTofu']
]

const UNKNOWN = 'is not known to be harmless to OpenTofu or a provider'

/** OpenTofu takes these as set when they are empty, too. */
const evenEmpty = /^(TF_VAR_|TF_STATE_PERSIST_INTERVAL$)/

const ofTofu = (variables: Variables): ReadonlyArray<string> =>
  Object.keys(variables)
    .filter((name) => /^(TF|TOFU|OPENTOFU|TERRAFORM)_/.test(name))
    .filter((name) => variables[name] !== undefined && (variables[name] !== '' || evenEmpty.test(name)))
    .toSorted()

const isHarmless = (name: string): boolean => harmless.some((form) => form.test(name))

/** The variables of OpenTofu that are set and do no harm, by name. */
export const harmlessTofuVariables = (variables: Variables): ReadonlyArray<string> =>
  ofTofu(variables).filter(isHarmless)

const ofOthers: ReadonlyArray<readonly [name: string, why: string]> = [
  ['AWS_SSE_CUSTOMER_KEY', 'encrypts the state with a key that only its holder has'],
  ['GODEBUG', 'changes how OpenTofu and the provider verify certificates and find hosts']
]

const diagnostic = (name: string, why: string, all: ReadonlyArray<string>): Sourced<Diagnostic> => ({
  rule: 'tofu-variables',
  clause: 'J.6.2 §7',
  from: originOf(name),
  expected: 'no variable that changes what OpenTofu does: it does what the reviewed file says',
  actual: `${name} is set: it ${why}`,
  remedy: `Unset ${all.join(' ')}, and run this again.`
})

const relative = ({
  variables
}: Pick<Parameters<EnvironmentRule>[0], 'variables'>): ReadonlyArray<Sourced<Diagnostic>> =>
  ['TF_CLI_CONFIG_FILE', 'TERRAFORM_CONFIG']
    .filter((name) => variables[name] && !variables[name]?.startsWith('/'))
    .map((name) => ({
      rule: 'cli-configuration-path',
      clause: 'J.7.0 §4',
      from: originOf(name),
      expected: 'one CLI configuration, wherever OpenTofu is started',
      actual: `${name} is a relative path`,
      remedy: `Name the file in ${name} by its absolute path.`
    }))

/** No variable of the environment changes what OpenTofu does. Their values are never shown. */
export const tofuVariables: EnvironmentRule = ({ variables }) => {
  const found: ReadonlyArray<readonly [name: string, why: string]> = [
    ...ofTofu(variables)
      .filter((name) => !isHarmless(name))
      .map((name) => [name, refused.find(([form]) => form.test(name))?.[1] ?? UNKNOWN] as const),
    ...ofOthers.filter(([name]) => variables[name])
  ]
  const names = found.map(([name]) => name)
  return [...found.map(([name, why]) => diagnostic(name, why, names)), ...relative({ variables })]
}
