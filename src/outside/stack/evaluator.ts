import { availableParallelism } from 'node:os'
import { resolve } from 'node:path'
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { keepApart } from '../../stack/emit.ts'
import type { StackEvaluator } from './evaluator.port.ts'
import { type StackFiles, sourcesRead, stackFiles } from './files.ts'
import { type StackAnswer, type Why, MEMORY_MIB, STARTING, runThread } from './thread.ts'

export type StackEvaluatorOptions = {
  readonly patienceSeconds: number
  /** The module that evaluates stacks in a thread: src/outside/stack/worker.ts, bundled. */
  readonly worker: URL
  /** How many threads at most. Without a number, as many as there are processors. */
  readonly threads?: number
}

/** To start a thread takes as long as to evaluate about so many stacks. */
const STACKS_PER_THREAD = 25

/**
 * Reads all files of stacks/ once and evaluates the stacks in threads. Each thread takes some of them in order, with an
 * empty environment and no terminal. A file that goes no further for longer than the patience, or fills the memory, is
 * stopped and named; the others are evaluated without it. At last all are judged together.
 */
export const stackEvaluator = (options: StackEvaluatorOptions): StackEvaluator => ({
  emitAll: (folder, sources) => async () => {
    if (sources.length === 0) return []
    const files = stackFiles(resolve(folder))
    const most = Math.max(1, options.threads ?? availableParallelism())
    const size = Math.max(Math.ceil(sources.length / most), Math.min(STACKS_PER_THREAD, sources.length))
    const slices = Array.from({ length: Math.ceil(sources.length / size) }, (_, index) =>
      sources.slice(index * size, (index + 1) * size)
    )
    const emissions = (await Promise.all(slices.map((slice) => evaluated(options, files, slice)))).flat()
    const read = sourcesRead(files)
    return keepApart(emissions).map(({ file }, index) => ({ ...(emissions[index] as StackAnswer), read, file }))
  }
})

/** One emission for each source, in order. What stops a thread is a problem of the source that the thread was at. */
const evaluated = async (
  { worker, patienceSeconds }: StackEvaluatorOptions,
  files: StackFiles,
  sources: ReadonlyArray<string>
): Promise<ReadonlyArray<StackAnswer>> => {
  const known = new Map<string, StackAnswer>()
  const left = (): ReadonlyArray<string> => sources.filter((source) => !known.has(source))
  const refuse = (source: string, why: Why): void => {
    known.set(source, {
      source,
      imports: [],
      file: { _tag: 'Left', left: [stopProblem(source, patienceSeconds, why)] }
    })
  }
  for (let open = left(); open.length > 0; open = left()) {
    const stop = await runThread(worker, { files, sources: open }, patienceSeconds, (emission) =>
      known.set(emission.source, emission)
    )
    if (stop === undefined) break
    const blamed = stop.at === STARTING ? open : open.slice(stop.at, stop.at + 1)
    for (const source of blamed) refuse(source, stop.why)
  }
  return sources.flatMap((source) => known.get(source) ?? [])
}

const stopProblem = (source: string, patienceSeconds: number, why: Why): Diagnostic => {
  const fields = { clause: 'J.7.0 §4', source, place: undefined } as const
  switch (why._tag) {
    case 'Busy':
      return {
        ...fields,
        rule: 'stack-finishes-loading',
        expected: `a stack that loads within ${patienceSeconds} s`,
        actual: `it was still busy after ${patienceSeconds} s`,
        remedy: 'Look for a loop or a function that never ends; a declaration needs neither.'
      }
    case 'OutOfMemory':
      return {
        ...fields,
        rule: 'stack-finishes-loading',
        expected: `a stack that needs less than ${MEMORY_MIB} MiB`,
        actual: 'it filled the memory',
        remedy: 'Look for a list or a text that grows without end.'
      }
    case 'Threw':
      return {
        ...fields,
        rule: 'stack-loads',
        expected: 'stacks that can be evaluated',
        actual: why.message,
        remedy: 'Correct what the message names; if no stack is at fault, run npm ci, and report it if it stays.'
      }
  }
}
