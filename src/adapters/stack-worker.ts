import { once } from 'node:events'
import { type MessagePort, parentPort, workerData } from 'node:worker_threads'
import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import { invalid, unless, type Validated } from '../domain/validated.ts'
import { emitStack, keepApart } from '../emit.ts'
import type { Emission } from '../ports/stack-evaluator.ts'
import type { Stack } from '../stack.ts'
import { mapPlaces } from './stack-loader.js'
import { closeRealm } from './stack-realm.ts'
import { stackModule, throwProblem } from './stack-module.ts'
import { type StackSource, stackSources, withNeeds } from './stack-sources.ts'
import { stackSurface } from './stack-surface.ts'
import type { StackTask } from './stack-task.ts'

/** What a worker does with a `StackTask`; this number says what it is at (see `StackThread`). */
const progress = new Int32Array(workerData as SharedArrayBuffer)

/** The index of the source whose code can run from here on. */
const reached = (index: number): void => void Atomics.store(progress, 0, index)

/** A file that may run, with all that it needs, or what stands in the way of one of them. */
const runnable = (file: StackSource): Validated<StackSource> =>
  unless(
    withNeeds(file).flatMap((one) => one.problems),
    file
  )

/** Reading a stack can run its code once more, such as a `toJSON`; what that throws is the file's. */
const emitted = (source: string, file: Validated<StackSource>, stack: Validated<Stack>): Emission => {
  try {
    return emitStack({ source, stack })
  } catch (thrown) {
    return {
      source,
      file: pipe(
        file,
        E.chain((found) => invalid(throwProblem(found, thrown)))
      )
    }
  }
}

/**
 * Judges all sources before any of them runs. Then, one after the other, each runs and is emitted; the next is read and
 * its types are taken off meanwhile, which is the work of another thread, but none of its code runs before this one
 * waits for it.
 */
const evaluate = async ({ project, sources, stopped }: StackTask): Promise<ReadonlyArray<Emission>> => {
  const read = stackSources(project, stackSurface())
  const files = sources.map((source, index) => {
    reached(index)
    const known = stopped.get(source)
    return { source, file: known === undefined ? runnable(read(source)) : invalid(known) }
  })
  mapPlaces()
  closeRealm()
  const begin = async (index: number): Promise<Validated<Stack> | undefined> => {
    const file = files[index]?.file
    return file === undefined || E.isLeft(file) ? file : stackModule(file.right)
  }
  const emissions: Array<Emission> = []
  let running = begin(0)
  for (const [index, { source, file }] of files.entries()) {
    reached(index)
    const stack = await running
    running = begin(index + 1)
    if (stack !== undefined) emissions.push(emitted(source, file, stack))
  }
  reached(sources.length)
  return keepApart(emissions)
}

const PIECE = 25

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
