// @ts-check
import { stackThread } from '../adapters/stack/thread.js'

/** Started before anything else, so that it gets ready while this thread does; nothing is read for help. */
export const thread = process.argv.includes('--help') ? undefined : stackThread()
