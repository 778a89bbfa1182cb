import { homedir } from 'node:os'
import { join, relative, resolve } from 'node:path'
import type * as T from 'fp-ts/lib/Task.js'
import { joinedPlaces, placesIn } from '../../caller/shared-places.ts'
import { type SharedConfig, type Variables, isSet, profileOf, sourceOf } from '../../caller/surroundings.ts'
import { shellWord } from '../../caller/shell.ts'
import { absolutePath } from '../../diagnostics/kinds.ts'
import { changeableToReach } from '../files/changeable.ts'
import { insideCheckout } from '../files/checkout-places.ts'
import { readFilled } from '../files/read-bounded.ts'
import { isAbsent, systemWords } from '../files/system-refusal.ts'

/** The rest of a path below the home folder; undefined for any other path. */
const belowHome = (path: string): string | undefined => {
  const below = relative(homedir(), path)
  return below.startsWith('..') ? undefined : below
}

/** A path below the home folder as a person writes it, and `otherwise` for any other. */
const told = (path: string, otherwise = path): string => {
  const below = belowHome(path)
  return below === undefined ? otherwise : join('~', below)
}

/** The same as a shell takes it, which opens no `~` between quotes. */
const toldWord = (path: string): string => {
  const below = belowHome(path)
  return below === undefined ? shellWord(path) : join('~', below && shellWord(below))
}

/** Where the SDK looks for a file. Source: AWS SDK for JavaScript, getConfigFilepath and getCredentialsFilepath. */
const pathOf = (variable: string, name: string): string => {
  const path = process.env[variable] || join(homedir(), '.aws', name)
  return path.startsWith('~/') ? homedir() + path.slice(1) : path
}

type Refused = NonNullable<SharedConfig['refused']>[number]

/** One of the two files: how it is told, its text, and why nothing of it was taken. */
type Read = {
  readonly where: string
  readonly text: string
  readonly unread: string | undefined
  /** The system's refusal of a file that a variable names, or of one that is there. */
  readonly refused: Refused | undefined
  readonly distrusted: FileFault | undefined
}

type FileFault = { readonly why: string; readonly remedy: string }

/** Why a file is not taken that could name a program to sign in with, and the sign-in itself. */
const distrust = async (path: string, projects: ReadonlyArray<string>): Promise<FileFault | undefined> => {
  for (const project of projects)
    if (await (await insideCheckout(project))(path))
      return { why: 'it lies in the checkout', remedy: 'Move it out of the checkout, such as to ~/.aws.' }
  const [open] = await changeableToReach(absolutePath(resolve(path)))
  if (open === undefined) return undefined
  return {
    why: `others can change ${told(open)}`,
    remedy: `Take their right to write away: chmod go-w ${toldWord(open)}`
  }
}

/** The refusal of a file, if it is worth telling: at its usual place there need be none. */
const refusalOf = (error: unknown, variable: string, where: string): Refused | undefined => {
  const isSet = (process.env[variable] ?? '') !== ''
  const isNothing = isAbsent(error) || (error as NodeJS.ErrnoException).code === 'EISDIR'
  return isSet || !isNothing ? { where, variable: isSet ? variable : undefined, why: systemWords(error) } : undefined
}

const readAt = async (path: string, variable: string, projects: ReadonlyArray<string>): Promise<Read> => {
  const where = told(path, `$${variable}`)
  const none = { where, text: '', unread: undefined, refused: undefined, distrusted: undefined }
  try {
    const text = Buffer.from(await readFilled(path)).toString('utf8')
    const distrusted = await distrust(path, projects)
    return distrusted === undefined ? { ...none, text } : { ...none, distrusted }
  } catch (error) {
    const isRefused = error instanceof Error && 'code' in error
    return isRefused ? { ...none, refused: refusalOf(error, variable, where) } : { ...none, unread: systemWords(error) }
  }
}

/** What was read in this process, by path: a pipe has its text only once. */
const already = new Map<string, Promise<Read>>()

const read = (
  variable: string,
  name: string,
  projects: ReadonlyArray<string>
): readonly [path: string, read: Promise<Read>] => {
  const path = pathOf(variable, name)
  const found = already.get(path) ?? readAt(path, variable, projects)
  already.set(path, found)
  return [path, found]
}

/**
 * The shared config and credentials files as the SDK reads them: one that cannot be read counts as empty. So does one that
 * lies in the checkout of one of these projects, or that others can change: it could name a program, which the SDK runs. No
 * pipe and no device is waited for without an end. What was read here is what the SDK takes later.
 */
export const sharedConfig =
  (projects: ReadonlyArray<string>): T.Task<SharedConfig> =>
  async () => {
    const { externalDataInterceptor, loadSharedConfigFiles } = await import('@smithy/core/config')
    const files = [
      read('AWS_CONFIG_FILE', 'config', projects),
      read('AWS_SHARED_CREDENTIALS_FILE', 'credentials', projects)
    ] as const
    const found = await Promise.all(
      files.map(async ([path, reading]) => {
        const one = await reading
        externalDataInterceptor.interceptFile(path, one.text)
        return one
      })
    )
    const refused = found.flatMap((one) => (one.refused === undefined ? [] : [one.refused]))
    const { configFile, credentialsFile } = await loadSharedConfigFiles()
    return {
      config: configFile,
      credentials: credentialsFile,
      places: found.map(({ where, text }) => placesIn(where, text)).reduce(joinedPlaces),
      unread: found.flatMap(({ where, unread }) => (unread === undefined ? [] : [{ where, why: unread }])),
      distrusted: found.flatMap(({ where, distrusted }) =>
        distrusted === undefined ? [] : [{ where, ...distrusted }]
      ),
      ...(refused.length === 0 ? {} : { refused })
    }
  }

/** The token file of a web identity that the SDK would read: of the environment, or of the profile. */
export const tokenFileOf = (
  variables: Variables,
  shared: SharedConfig,
  profile: string | undefined
): string | undefined => {
  if (profile === undefined && isSet(variables, 'AWS_ACCESS_KEY_ID')) return undefined
  const named = profile === undefined ? variables['AWS_WEB_IDENTITY_TOKEN_FILE'] : undefined
  return named || profileOf(shared, sourceOf(shared, profile ?? 'default'))?.['web_identity_token_file']
}
