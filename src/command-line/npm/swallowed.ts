import type { ParseArgsConfig } from 'node:util'
import type { Variables } from '../../caller/surroundings.ts'
import { NPM_SETTINGS, NPM_SWITCHES } from './settings.ts'

/** The options of a command, as `parseArgs` knows them. */
export type Options = NonNullable<ParseArgsConfig['options']>

/** A flag that npm has in its environment: its name and its value as they would be typed. */
export type Flag = {
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
  /^run(-script)?$/.test(variables['npm_command'] ?? '') &&
  (variables['npm_config_user_agent'] ?? '').startsWith('npm/')

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
 * Those of the candidates that npm does not have by itself: without them its settings, by their names, say nothing of such
 * a name, or something else.
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
