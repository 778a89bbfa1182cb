import { createRequire } from 'node:module'

/**
 * Maps the native half of the loader into the process, where there is one (see loader.js): it is one for all threads, and
 * this thread has nothing else to do while another one gets ready to load it.
 */
export const mapNative = () => {
  if (!process.features.typescript) createRequire(import.meta.url)('@oxc-node/core')
}
