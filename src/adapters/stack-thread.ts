import { Worker } from 'node:worker_threads'
import { STARTING } from './stack-task.ts'

/** Why a worker ended by itself. `Idle`: it had nothing left to do. */
export type Stop = { readonly _tag: 'Idle' | 'OutOfMemory' } | { readonly _tag: 'Threw'; readonly message: string }

/** A worker that waits for a task (see `StackTask`), or gets ready to. */
export type StackThread = {
  readonly worker: Worker
  /**
   * One number that both threads see: what the worker is at. The index of a source while that one's own code can run,
   * the number of sources while all are judged together, and `STARTING` before any of them.
   */
  readonly progress: Int32Array
  readonly ended: Promise<Stop>
}

/** What the values of all stacks together may take; 1,000 stacks need a small part of it. */
export const MEMORY_MIB = 512

const typescript = new URL('../cli/typescript.js', import.meta.url).href

const runsTypescript = 'typescript' in process.features && process.features.typescript !== false

/** The stack is large because the parser recurses, and a parser that runs out of it takes the whole process along. */
const surroundings = {
  env: {},
  execArgv: runsTypescript ? [] : ['--import', typescript],
  stdout: true,
  stderr: true,
  resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB, maxYoungGenerationSizeMb: 16, stackSizeMb: 128 }
}

/**
 * Starts a worker with an empty environment and no terminal. It gets ready while this thread does something else, and
 * does not keep the process from ending.
 */
export const stackThread = (): StackThread => {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const progress = new Int32Array(shared).fill(STARTING)
  const worker = new Worker(new URL('stack-worker.ts', import.meta.url), { ...surroundings, workerData: shared })
  worker.unref()
  const ended = new Promise<Stop>((resolve) => {
    worker.once('error', (error: unknown) => resolve(failure(error)))
    worker.once('exit', () => resolve({ _tag: 'Idle' }))
  })
  return { worker, progress, ended }
}

const failure = (error: unknown): Stop =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { _tag: 'OutOfMemory' }
    : { _tag: 'Threw', message: error instanceof Error ? error.message : String(error) }
