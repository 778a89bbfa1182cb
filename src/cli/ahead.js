// @ts-check
import './early-thread.js'

/** What comes before a program: the thread that reads stacks, and then the loader of this one. */
await import('./sources.js')
