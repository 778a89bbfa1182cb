import type { ParseArgsConfig } from 'node:util'
import type { Variables } from '../caller/surroundings.ts'

/**
 * Settings that people keep for npm itself, or give to `npm run`; their presence says nothing of a forgotten `--`. A
 * name that is not here is looked up in npm. Source: npm 10 and 11, "Config"; node-gyp and node-pre-gyp.
 */
const NPM_SETTINGS: ReadonlySet<string> = new Set(
  `access allow_directory allow_file allow_git allow_remote allow_scripts allow_scripts_pending allow_scripts_pin also audit
  audit_level auth_type before bin_links browser ca cache cache_max cache_min cafile cert cidr color commit_hooks cpu dev
  dangerously_allow_all_scripts depth engine_strict fetch_retries fetch_retry_factor fetch_retry_maxtimeout
  fetch_retry_mintimeout fetch_timeout force foreground_scripts format_package_lock fund git git_tag_version global_prefix
  global_style globalconfig heading https_proxy if_present ignore_scripts include include_workspace_root init_author_email
  init_author_name init_author_url init_license init_module init_private init_type init_version install_links
  install_strategy legacy_bundling legacy_peer_deps libc local_address local_prefix lockfile_version loglevel logs_dir
  logs_max maxsockets min_release_age node_gyp node_options nodedir noproxy npm_version offline omit
  omit_lockfile_registry_resolved optional os otp package_lock prefer_dedupe prefer_offline prefer_online prefix preid
  production progress provenance registry replace_registry_host save_exact save_prefix scope script_shell
  searchexclude searchlimit searchopts searchstaleness shell shrinkwrap sign_git_commit sign_git_tag strict_allow_scripts
  strict_peer_deps strict_ssl tag tag_version_prefix timing umask unicode update_notifier user_agent userconfig viewer
  workspace workspaces workspaces_update yes
  arch build_from_source disturl jobs msvs_version platform python runtime target_arch target_platform unsafe_perm`.match(
    /\S+/g
  )
)

/** Settings of npm that ask for something when they are on, and for nothing when they are off. */
const NPM_SWITCHES: ReadonlySet<string> = new Set('all dry_run global json link long parseable save'.split(' '))

/** The options of a command, as `parseArgs` knows them. */
export type Options = NonNullable<ParseArgsConfig['options']>

/** A flag that npm has in its environment: its name and its value as they would be typed. */
type Flag = {
  /** As npm spells it in a variable: `dry_run`. */
  readonly key: string
  readonly name: string
  /** None for a flag that stands alone. */
  readonly value: string | undefined
}

const PREFIX = 'npm_config_'

/** The setting of npm that a variable is of. */
export const settingName = (key: string): string => key.replaceAll('_', '-')

/** Whether this process was started by `npm run` of this command. Other programs that run scripts keep no flags. */
export const isRunByNpm = (command: string, variables: Variables): boolean =>
  variables['npm_lifecycle_event'] === command &&
  ['run', 'run-script'].some((name) => name === variables['npm_command']) &&
  variables['npm_config_user_agent']?.startsWith('npm/') === true

/** An option of the command that npm has: `--json`, `--check=lock`, and `--no-color`, which npm has as color. */
const ownFlag = (options: Options, key: string, value: string): Flag | undefined => {
  const name = settingName(key)
  const isOff = value === '' || value === 'false'
  if (isOff) return `no-${name}` in options ? { key, name: `no-${name}`, value: undefined } : undefined
  const option = options[name]
  if (option === undefined) return undefined
  return { key, name, value: option.type === 'string' && value !== 'true' ? value : undefined }
}

/** A flag that neither the command nor npm's usual settings have: a typing mistake, or a flag of another program. */
const foreignFlag = (options: Options, key: string, value: string): Flag | undefined => {
  const name = settingName(key)
  const isOff = value === '' || value === 'false'
  if (NPM_SETTINGS.has(key) || name in options || `no-${name}` in options || (isOff && NPM_SWITCHES.has(key)))
    return undefined
  return { key, name, value: value === 'true' ? undefined : value || 'false' }
}

const isTyped = ({ name }: Flag, argv: ReadonlyArray<string>): boolean =>
  argv.some((word) => word === `--${name}` || word.startsWith(`--${name}=`))

/**
 * Flags in npm's environment that may have been meant for the command: npm keeps them where `--` is forgotten. A setting
 * of .npmrc looks the same (see `meant`). What was given to the command as well is not among them.
 */
export const candidates = (options: Options, variables: Variables, argv: ReadonlyArray<string>): ReadonlyArray<Flag> =>
  Object.keys(variables)
    .filter((variable) => variable.startsWith(PREFIX) && !/^[_@/]/.test(variable.slice(PREFIX.length)))
    .toSorted()
    .flatMap((variable) => {
      const key = variable.slice(PREFIX.length)
      const value = variables[variable] ?? ''
      return ownFlag(options, key, value) ?? foreignFlag(options, key, value) ?? []
    })
    .filter((flag) => !isTyped(flag, argv))

/** How npm writes a setting into a variable: nothing for what is off or not set. */
const asVariable = (value: string | undefined): string | undefined =>
  value === 'false' || value === 'null' ? '' : value

/**
 * Those of the candidates that npm does not have by itself. Without them its settings have no value under such a name, or
 * another one.
 */
export const meant = (
  flags: ReadonlyArray<Flag>,
  variables: Variables,
  settings: ReadonlyMap<string, string>
): ReadonlyArray<Flag> =>
  flags.filter(({ key }) => asVariable(settings.get(settingName(key))) !== variables[`${PREFIX}${key}`])

/** These variables without those of npm that hold the candidates. */
export const withoutFlags = (variables: Variables, flags: ReadonlyArray<Flag>): Variables =>
  Object.fromEntries(
    Object.entries(variables).filter(([name]) => !flags.some(({ key }) => name.toLowerCase() === `${PREFIX}${key}`))
  )

const isPlain = (word: string): boolean => /^[\w@%+=:,./-]+$/.test(word)

/** A word as a shell reads it; one with a password in it is not shown. */
const word = (text: string): string => {
  if (/\/\/[^/]*@/.test(text)) return 'ADDRESS'
  return isPlain(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`
}

/** A flag as it is typed. Of a value that stood apart npm leaves a word in the command line: the next that is free. */
const typed = (options: Options, { name, value }: Flag, free: Array<string>): string => {
  if (value !== undefined) return `--${name}=${word(value)}`
  if (options[name]?.type !== 'string') return `--${name}`
  const next = free.shift()
  return next === undefined ? `--${name}=VALUE` : `--${name}=${word(next)}`
}

/**
 * The line that gives a command the flags which npm kept. A word that can be neither a stack file nor a command of tofu is
 * taken for the value of a flag.
 */
export const rightLine = (
  command: string,
  options: Options,
  flags: ReadonlyArray<Flag>,
  argv: ReadonlyArray<string>
): string => {
  const lacking = flags.filter(({ name, value }) => value === undefined && options[name]?.type === 'string').length
  const free = argv.filter(
    (text) => !text.startsWith('-') && !text.endsWith('.ts') && !/^(init|plan|apply)$/.test(text)
  )
  // The name of a stack looks like a value, and people type it first.
  const taken = free.slice(Math.max(0, free.length - lacking))
  const rest = argv.filter((text) => !taken.includes(text))
  return ['npm run', command, '--', ...rest.map(word), ...flags.map((flag) => typed(options, flag, taken))].join(' ')
}
