import type * as T from 'fp-ts/lib/Task.js'
import type { SharedConfig } from '../../caller/surroundings.ts'

/** The shared config and credentials files as the SDK reads them: a file that cannot be read counts as empty. */
export const sharedConfig: T.Task<SharedConfig> = async () => {
  const { loadSharedConfigFiles } = await import('@smithy/core/config')
  const { configFile, credentialsFile } = await loadSharedConfigFiles()
  return { config: configFile, credentials: credentialsFile }
}
