import type { Sha256 } from '../diagnostics/kinds.ts'
import { stopWordLine } from './diagnostic-text.ts'
import { printable } from './printable.ts'
import { npmSettings } from '../outside/process/npm-settings.ts'
import { type Options, candidates, isRunByNpm, meant, rightLine, settingName, withoutFlags } from './npm-flags.ts'

/** What bin/zenthea.js gives to the command that it runs. */
export type Invocation = {
  /** What stands after the command's name. */
  readonly argv: ReadonlyArray<string>
  /** The SHA-256 that names this program (see bin/build.js). */
  readonly program: Sha256<'the program'>
  /** The module that evaluates stacks in a worker. */
  readonly worker: URL
  /** The folder that this program was built of. */
  readonly checkout: URL
}

/** Whether this runs in a sandbox (`npm run sandbox`), against a stand-in for AWS. */
export const isSandbox = (variables: NodeJS.ProcessEnv): boolean => Boolean(variables['ZENTHEA_SANDBOX'])

const HEADLINE = 'SANDBOX: what answers is not AWS, and nothing here is proof\n'

/** Says what to type where npm kept flags for itself; undefined where it did not. */
const swallowedText = async (
  command: string,
  options: Options,
  argv: ReadonlyArray<string>,
  variables: NodeJS.ProcessEnv
): Promise<string | undefined> => {
  const flags = isRunByNpm(command, variables) ? candidates(options, variables, argv) : []
  if (flags.length === 0) return undefined
  const npm = variables['npm_execpath']
  const names = flags.map(({ key }) => settingName(key))
  const settings = npm === undefined ? undefined : await npmSettings(npm, names, withoutFlags(variables, flags))
  const kept = meant(flags, variables, settings ?? new Map())
  if (kept.length === 0) return undefined
  const shown = kept.map(({ name }) => `--${printable(name)}`).join(', ')
  const line = printable(rightLine(command, options, kept, argv))
  return `${command}: npm kept ${shown} for itself, because '--' does not stand before it; nothing was done. Type:\n  ${line}\n${stopWordLine('kept-by-npm')}\n`
}

/**
 * Begins a command, and says whether there is still something to do. It prints the version where that is asked for, and
 * refuses a command line of which npm kept a part.
 */
export const begun = async (
  command: string,
  options: Options,
  { argv, program }: Pick<Invocation, 'argv' | 'program'>
): Promise<boolean> => {
  const swallowed = await swallowedText(command, options, argv, process.env)
  if (swallowed !== undefined) {
    process.stderr.write(swallowed)
    process.exitCode = 2
    return false
  }
  if (!argv.includes('--version')) {
    if (isSandbox(process.env) && command !== 'sandbox') process.stderr.write(HEADLINE)
    return true
  }
  const { versionText } = await import('./version-text.ts')
  process.stdout.write(versionText(program, process.versions.node))
  return false
}
