import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { invalid, type Validated } from '../domain/validated.ts'
import { emitStacks, type LoadedStack } from '../emit.ts'
import type { Emission } from '../ports/stack-evaluator.ts'
import type { Stack } from '../stack.ts'
import { closeRealm } from './stack-realm.ts'
import { stackModule, throwProblem } from './stack-module.ts'
import { type StackSource, stackSources, withNeeds } from './stack-sources.ts'
import { stackSurface } from './stack-surface.ts'
import type { StackTask } from './stack-task.ts'

const PIECE = 25

const progress = new Int32Array(workerData as SharedArrayBuffer)

/** Throws where the stack cannot be emitted even by itself. */
const tried = (source: string, file: StackSource, stack: Validated<Stack>): Validated<Stack> => {
  try {
    emitStacks([{ source, stack }])
    return stack
  } catch (thrown) {
    return invalid(throwProblem(file, thrown))
  }
}

const loaded = async (source: string, file: StackSource, isOneByOne: boolean): Promise<Validated<Stack>> => {
  const problems = withNeeds(file).flatMap((one) => one.problems)
  if (RA.isNonEmpty(problems)) return E.left(problems)
  const stack = await stackModule(file)
  return isOneByOne ? tried(source, file, stack) : stack
}

/** Judges all sources before any of them runs. */
const evaluate = async ({ project, sources, stopped, isOneByOne }: StackTask): Promise<ReadonlyArray<Emission>> => {
  const read = stackSources(project, stackSurface())
  const files = sources.map((source, index) => {
    Atomics.store(progress, 0, index)
    return stopped.has(source) ? undefined : read(source)
  })
  closeRealm()
  const stacks: Array<LoadedStack> = []
  for (const [index, source] of sources.entries()) {
    Atomics.store(progress, 0, index)
    const file = files[index]
    const known = stopped.get(source)
    if (known !== undefined) stacks.push({ source, stack: invalid(known) })
    else if (file !== undefined) stacks.push({ source, stack: await loaded(source, file, isOneByOne) })
  }
  Atomics.store(progress, 0, sources.length)
  return emitStacks(stacks)
}

/** Answers piece by piece, each when it is asked for, so that not all of it is in memory twice. */
const answer = async (port: MessagePort, task: StackTask): Promise<void> => {
  const emissions = await evaluate(task)
  for (let at = 0; at < emissions.length; at += PIECE) {
    port.postMessage(emissions.slice(at, at + PIECE))
    await once(port, 'message')
  }
}

const port = parentPort
port?.once('message', (task: StackTask) => void answer(port, task))
