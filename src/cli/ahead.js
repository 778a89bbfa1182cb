import { stackThread } from '../adapters/stack/thread.js'

/** Started before this thread gets its own loader, so that both get ready at the same time; nothing is read for help. */
export const thread = process.argv.includes('--help') ? undefined : stackThread()

const { mapPlaces } = await import('../adapters/stack/loader.js')
if (process.argv.includes('--debug')) mapPlaces()
