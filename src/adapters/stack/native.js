import { createRequire } from 'node:module'
import { needsLoader } from './needs-loader.js'

/**
 * Maps the native half of the loader into the process, where there is one: it is one for all threads, and
 * this thread has nothing else to do while another one gets ready to load it.
 */
export const mapNative = () => {
  if (needsLoader) createRequire(import.meta.url)('@oxc-node/core')
}
