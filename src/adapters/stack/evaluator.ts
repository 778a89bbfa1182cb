import { resolve } from 'node:path'
import { type Problem, unloadable } from '../../domain/problem.ts'
import type { StackEvaluator } from '../../ports/stack-evaluator.ts'
import { type FirstRun, firstRun } from './first-run.js'
import { type Why, stackRun } from './run.js'
import { MEMORY_MIB, type StackThread, stackThread } from './thread.js'

/** What was begun before the sources of this thread could be loaded: a worker, or all of the first evaluation. */
export type Ahead = { readonly thread?: StackThread | undefined; readonly run?: FirstRun | undefined }

export type StackEvaluatorOptions = Ahead & { readonly patienceSeconds: number }

/** Whether this run is over just these sources; one over others is left to itself. */
const isOver = (
  { task, patienceSeconds }: FirstRun,
  project: string,
  sources: ReadonlyArray<string>,
  patience: number
): boolean =>
  task.project === project &&
  patienceSeconds === patience &&
  task.sources.length === sources.length &&
  task.sources.every((source, index) => source === sources[index])

/**
 * Evaluates stacks in a worker thread with an empty environment and no terminal. A file whose code takes longer than
 * the patience is stopped and reported, and so is one that waits for ever or fills the memory; the others are then
 * evaluated without it. Several load at once as long as none stops the worker; after that one by one, so that nobody
 * is blamed for a neighbour.
 */
export const stackEvaluator = ({ patienceSeconds, thread, run }: StackEvaluatorOptions): StackEvaluator => {
  const threads = thread === undefined ? [] : [thread]
  const runs = run === undefined ? [] : [run]
  const nextThread = (): StackThread => threads.pop() ?? stackThread()
  return {
    emitAll: (folder, sources) => async () => {
      if (sources.length === 0) return []
      const project = resolve(folder)
      const begun = runs.pop()
      const first =
        begun !== undefined && isOver(begun, project, sources, patienceSeconds)
          ? begun
          : firstRun(nextThread(), project, sources, patienceSeconds)
      const stopped = new Map<string, Problem>()
      let { task } = first
      let ending = await first.ending
      while (ending._tag === 'Stopped') {
        if (task.atOnce === 1) {
          const problem = stopProblem(patienceSeconds, ending.why)
          const source = sources[ending.at]
          if (source !== undefined) stopped.set(source, problem(source))
          else
            return sources.map((each) => ({ source: each, imports: [], file: { _tag: 'Left', left: [problem(each)] } }))
        }
        task = { ...task, stopped, atOnce: 1 }
        ending = await stackRun(nextThread(), task, patienceSeconds)
      }
      return ending.emissions
    }
  }
}

const stopProblem =
  (patienceSeconds: number, why: Why) =>
  (source: string): Problem => {
    const fields = { clause: 'J.7.0 §4', source, place: undefined } as const
    switch (why._tag) {
      case 'Busy':
        return unloadable({
          ...fields,
          rule: 'stack-finishes-loading',
          expected: `a stack that loads within ${patienceSeconds} s`,
          actual: `it was still busy after ${patienceSeconds} s`,
          remedy: 'Look for a loop or a function that never ends; a declaration needs neither.'
        })
      case 'Idle':
        return unloadable({
          ...fields,
          rule: 'stack-finishes-loading',
          expected: 'a stack that loads to its end',
          actual: 'it waits for something that never comes',
          remedy: 'Write the value itself; a declaration waits for nothing.'
        })
      case 'OutOfMemory':
        return unloadable({
          ...fields,
          rule: 'stack-finishes-loading',
          expected: `a stack that needs less than ${MEMORY_MIB} MiB`,
          actual: 'it filled the memory',
          remedy: 'Look for a list or a text that grows without end.'
        })
      case 'Threw':
        return unloadable({
          ...fields,
          rule: 'stack-loads',
          expected: 'stacks that can be evaluated',
          actual: why.message,
          remedy: 'Correct what the message names; if no stack is at fault, run npm ci, and report it if it stays.'
        })
    }
  }
