import { parentPort, workerData } from 'node:worker_threads'
import { pipe } from 'fp-ts/lib/function.js'
import * as E from 'fp-ts/lib/Either.js'
import { unless } from '../../diagnostics/validated.ts'
import { emitStack } from '../../stack/emit.ts'
import { surface } from '../../stack/surface.ts'
import { stackModule } from './module.ts'
import { stackSources, withNeeds } from './sources.ts'
import type { StackAnswer, StackTask } from './thread.ts'

const namesOf = (specifier: string): ReadonlyArray<string> | undefined =>
  Object.hasOwn(surface, specifier) ? Object.keys(surface[specifier] ?? {}) : undefined

/**
 * Judges, runs and emits one stack after the other. Nothing of one is left when the next begins. `progress` holds
 * the index of the source whose code can run (see `STARTING`).
 */
export const evaluate = (
  { files, sources }: StackTask,
  progress: Int32Array,
  give: (answer: StackAnswer) => void
): void => {
  const read = stackSources(files, Object.keys(surface), namesOf)
  for (const [index, source] of sources.entries()) {
    Atomics.store(progress, 0, index)
    const file = read(source)
    const all = withNeeds(file)
    const stack = pipe(
      unless(
        all.flatMap(({ problems }) => problems),
        file
      ),
      E.chain(stackModule)
    )
    give({
      ...emitStack({ source, stack, written: file.written }),
      imports: all.slice(1).map((one) => one.source)
    })
  }
}

const port = parentPort
port?.once('message', (task: StackTask) =>
  evaluate(task, new Int32Array(workerData as SharedArrayBuffer), (answer) => port.postMessage(answer))
)
