import type { Places } from '../../stack/source/places.ts'
import type { Emission } from './evaluator.port.ts'
import type { StackFiles } from './files.ts'
import { types } from 'node:util'
import { Worker } from 'node:worker_threads'

/** What a worker is given: all files as they were read, and the stacks among them that it evaluates. */
export type StackTask = { readonly files: StackFiles; readonly sources: ReadonlyArray<string> }

/** What a worker answers: one emission after the other, in the order of the sources. */
export type StackAnswer = Omit<Emission, 'read'> & { readonly places?: Places }

/** Why a thread did not evaluate all of its sources, and the index of the one that it was at. */
export type Stop = { readonly at: number; readonly why: Why }
export type Why = { readonly _tag: 'Busy' | 'OutOfMemory' } | { readonly _tag: 'Threw'; readonly message: string }

/** What the values of the stacks of one thread may take. */
export const MEMORY_MIB = 512

/** What a thread is at before it is at any source; then it says the index of the source. */
export const STARTING = -1

/** How often a worker is looked at while the time of one source passes. */
const LOOKS = 4

/** How many times as long as a source a worker may take to get ready. */
const LENIENCE = 4

/**
 * No environment, no options and no terminal. The stack is large because the parser recurses, and a parser that runs out
 * of it takes the whole process along.
 */
const surroundings = {
  env: {},
  execArgv: [],
  stdout: true,
  stderr: true,
  resourceLimits: { maxOldGenerationSizeMb: MEMORY_MIB, maxYoungGenerationSizeMb: 16, stackSizeMb: 128 }
}

/**
 * Evaluates sources in a thread of their own and gives each emission as it comes. Resolves with what stopped the thread
 * before the last of them, and with nothing when they are all there. A source that goes no further for longer than the
 * patience is stopped.
 */
export const runThread = async (
  module: URL,
  task: StackTask,
  patienceSeconds: number,
  give: (emission: StackAnswer) => void
): Promise<Stop | undefined> => {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT)
  const progress = new Int32Array(shared).fill(STARTING)
  const worker = new Worker(module, { ...surroundings, workerData: shared })
  let watch: NodeJS.Timeout | undefined
  const stop = await new Promise<Stop | undefined>((resolve) => {
    const at = (): number => Atomics.load(progress, 0)
    const stopped = (why: Why): void => resolve({ at: at(), why })
    let count = 0
    worker.on('message', (answer: StackAnswer) => {
      give(answer)
      count += 1
      if (count === task.sources.length) resolve(undefined)
    })
    worker.once('error', (error) => stopped(failure(error)))
    worker.once('exit', () => stopped({ _tag: 'Threw', message: 'the thread ended before it was done' }))
    worker.postMessage(task)
    let seen = STARTING
    let looks = 0
    watch = setInterval(
      () => {
        looks = at() === seen ? looks + 1 : 0
        seen = at()
        if (looks >= LOOKS * (seen === STARTING ? LENIENCE : 1)) stopped({ _tag: 'Busy' })
      },
      (patienceSeconds * 1000) / LOOKS
    )
  })
  clearInterval(watch)
  await worker.terminate()
  return stop
}

const failure = (error: unknown): Why => {
  if (!types.isNativeError(error)) return { _tag: 'Threw', message: String(error) }
  return 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
    ? { _tag: 'OutOfMemory' }
    : { _tag: 'Threw', message: error.message }
}
