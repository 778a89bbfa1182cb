import { readFile, stat } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join, relative } from 'node:path'
import type * as T from 'fp-ts/lib/Task.js'
import { type Places, joinedPlaces, placesIn } from '../../caller/shared-places.ts'
import type { SharedConfig } from '../../caller/surroundings.ts'

/** A file below the home folder as a person writes it. Any other file is told by the variable that names it. */
const told = (path: string, variable: string): string => {
  const below = relative(homedir(), path)
  return below.startsWith('..') || below.startsWith('/') ? `$${variable}` : `~/${below}`
}

/** Where the settings of a file stand. A file that cannot be read has none, as for the loader; of a pipe the loader reads all. */
const placesOf = async (variable: string, name: string): Promise<Places> => {
  const path = process.env[variable] || join(homedir(), '.aws', name)
  try {
    const isFile = (await stat(path)).isFile()
    return isFile ? placesIn(told(path, variable), await readFile(path, 'utf8')) : new Map()
  } catch {
    return new Map()
  }
}

/** The shared config and credentials files as the SDK reads them: a file that cannot be read counts as empty. */
export const sharedConfig: T.Task<SharedConfig> = async () => {
  const { loadSharedConfigFiles } = await import('@smithy/core/config')
  const [{ configFile, credentialsFile }, ofConfig, ofCredentials] = await Promise.all([
    loadSharedConfigFiles(),
    placesOf('AWS_CONFIG_FILE', 'config'),
    placesOf('AWS_SHARED_CREDENTIALS_FILE', 'credentials')
  ])
  return { config: configFile, credentials: credentialsFile, places: joinedPlaces(ofConfig, ofCredentials) }
}
