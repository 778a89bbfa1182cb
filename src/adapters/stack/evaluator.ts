import { resolve } from 'node:path'
import { type Problem, unloadable } from '../../domain/problem.ts'
import type { StackEvaluator } from '../../ports/stack-evaluator.ts'
import { type Ending, stackRun } from './run.ts'
import { MEMORY_MIB, type StackThread, stackThread } from './thread.js'

export type StackEvaluatorOptions = {
  readonly patienceSeconds: number
  /** A worker that was started early, for the first evaluation. */
  readonly thread?: StackThread | undefined
}

/** To load one stack is to wait for another thread several times; eight together keep both threads at work (measured). */
const AT_ONCE = 8

/**
 * Evaluates stacks in a worker thread with an empty environment and no terminal. A file whose code takes longer than
 * the patience is stopped and reported, and so is one that waits for ever or fills the memory; the others are then
 * evaluated without it. Several load at once as long as none stops the worker; after that one by one, so that nobody
 * is blamed for a neighbour.
 */
export const stackEvaluator = ({ patienceSeconds, thread }: StackEvaluatorOptions): StackEvaluator => {
  const threads = thread === undefined ? [] : [thread]
  return {
    emitAll: (project, sources) => async () => {
      const stopped = new Map<string, Problem>()
      let atOnce = sources.length > 1 ? AT_ONCE : 1
      while (sources.length > 0) {
        const task = { project: resolve(project), sources, stopped, atOnce }
        const ending = await stackRun(threads.pop() ?? stackThread(), task, patienceSeconds)
        if (ending._tag === 'Emitted') return ending.emissions
        if (atOnce > 1) {
          atOnce = 1
          continue
        }
        const problem = stopProblem(patienceSeconds, ending.why)
        const source = sources[ending.at]
        if (source !== undefined) stopped.set(source, problem(source))
        else
          return sources.map((each) => ({ source: each, imports: [], file: { _tag: 'Left', left: [problem(each)] } }))
      }
      return []
    }
  }
}

type Why = Extract<Ending, { _tag: 'Stopped' }>['why']

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
