// @ts-check
import { Worker } from 'node:worker_threads'

/**
 * @typedef {{ readonly _tag: 'Idle' | 'OutOfMemory' } | { readonly _tag: 'Threw', readonly message: string }} Stop Why
 *   a worker ended by itself. `Idle`: it had nothing left to do.
 */

/**
 * @typedef {object} StackThread A worker that waits for a task (see `StackTask`), or gets ready to.
 * @property {Worker} worker
 * @property {Int32Array} progress One number that both threads see: what the worker is at. The index of a source while
 *   that one's own code can run, the number of sources while all are judged together, and `STARTING` before any of them.
 * @property {Promise<Stop>} ended
 */

/** What a worker is at before it is at any source. */
const STARTING = -1

/** What the values of all stacks together may take; 1,000 stacks need a small part of it. */
export const MEMORY_MIB = 512

const loader = new URL('loader.js', import.meta.url).href

/** The stack is large because the parser recurses, and a parser that runs out of it takes the whole process along. */
const surroundings = {
  env: {},
  execArgv: ['--import', loader],
  stdout: true,
  stderr: true,
  resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB, maxYoungGenerationSizeMb: 16, stackSizeMb: 128 }
}

/**
 * Starts a worker with an empty environment and no terminal. It gets ready while this thread does something else, and
 * does not keep the process from ending. JavaScript, so that it can be started before this thread has a loader.
 *
 * @returns {StackThread}
 */
export const stackThread = () => {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const progress = new Int32Array(shared).fill(STARTING)
  const worker = new Worker(new URL('entry.js', import.meta.url), { ...surroundings, workerData: shared })
  worker.unref()
  /** @type {Promise<Stop>} */
  const ended = new Promise((resolve) => {
    worker.once('error', (error) => resolve(failure(error)))
    worker.once('exit', () => resolve({ _tag: 'Idle' }))
  })
  return { worker, progress, ended }
}

/** @type {(error: unknown) => Stop} */
const failure = (error) =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { _tag: 'OutOfMemory' }
    : { _tag: 'Threw', message: error instanceof Error ? error.message : String(error) }
