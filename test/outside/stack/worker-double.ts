import { EventEmitter } from 'node:events'
import { syncBuiltinESMExports } from 'node:module'
import threads from 'node:worker_threads'
import type { StackTask } from '../../../src/outside/stack/thread.ts'

/** A thread as this process would start it, and how it ended. */
export type StartedThread = {
  readonly module: unknown
  readonly options: Readonly<Record<string, unknown>>
  readonly sources: ReadonlyArray<string>
  ended: number
}

/** What a thread does with its task: `at` says at which source it is, and `tell` is an event of the thread. */
export type Behaviour = (
  task: StackTask,
  at: (index: number) => void,
  tell: (event: 'message' | 'error' | 'exit', given: unknown) => void
) => void

/** Uses something that starts threads, each of which behaves so. No thread is started. */
export const withThreads = async <A>(
  behaviour: Behaviour,
  use: () => Promise<A>
): Promise<{ readonly given: A; readonly started: ReadonlyArray<StartedThread> }> => {
  const started: Array<StartedThread> = []
  class Double extends EventEmitter {
    readonly #module: unknown
    readonly #options: Readonly<Record<string, unknown>>
    #started: StartedThread | undefined
    constructor(module: unknown, options: Readonly<Record<string, unknown>>) {
      super()
      this.#module = module
      this.#options = options
    }
    postMessage(task: StackTask): void {
      this.#started = { module: this.#module, options: this.#options, sources: task.sources, ended: 0 }
      started.push(this.#started)
      const progress = new Int32Array(this.#options['workerData'] as SharedArrayBuffer)
      setImmediate(() =>
        behaviour(
          task,
          (index) => Atomics.store(progress, 0, index),
          (event, given) => void this.emit(event, given)
        )
      )
    }
    async terminate(): Promise<void> {
      if (this.#started !== undefined) this.#started.ended += 1
      await Promise.resolve()
    }
  }
  const { Worker } = threads
  Object.assign(threads, { Worker: Double })
  syncBuiltinESMExports()
  try {
    return { given: await use(), started }
  } finally {
    Object.assign(threads, { Worker })
    syncBuiltinESMExports()
  }
}

/** What a thread answers of a source that it refuses by its name. */
export const answerOf = (source: string) => ({
  source,
  imports: [`${source}.imported`],
  places: [],
  file: {
    _tag: 'Left',
    left: [{ rule: 'stack-loads', clause: 'J.7.0 §4', source, expected: '', actual: source, remedy: '' }]
  }
})
