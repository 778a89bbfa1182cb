import { parentPort, workerData } from 'node:worker_threads'
import * as E from 'fp-ts/lib/Either.js'
import { constVoid, pipe } from 'fp-ts/lib/function.js'
import { invalid, unless, type Validated } from '../../domain/validated.ts'
import { type Sourced, emitStack, keepApart } from '../../emit.ts'
import type { EmittedFile } from '../../domain/emitted-file.ts'
import type { Stack } from '../../stack.ts'
import { mapPlaces } from './loader.js'
import { closeRealm } from './realm.ts'
import { stackModule, throwProblem } from './module.ts'
import { type StackSource, stackSources, withNeeds } from './sources.ts'
import { stackSurface } from './surface.ts'
import type { StackAnswer, StackTask } from './task.ts'

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

/** The other files that it is made of. */
const importsOf = (file: Validated<StackSource>): ReadonlyArray<string> =>
  E.isLeft(file)
    ? []
    : withNeeds(file.right)
        .slice(1)
        .map(({ source }) => source)

/** Reading a stack can run its code once more, such as a `toJSON`; what that throws is the file's. */
const emitted = (source: string, file: Validated<StackSource>, stack: Validated<Stack>): Sourced<EmittedFile> => {
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
 * Judges all sources before any of them runs. Then each runs and is emitted, in order; so many at once are being read
 * and have their types taken off meanwhile, which is the work of another thread. At last all are judged together.
 */
const evaluate = async (
  { project, sources, stopped, atOnce }: StackTask,
  give: (answer: StackAnswer) => void
): Promise<void> => {
  const read = stackSources(project, stackSurface())
  const files = sources.map((source, index) => {
    reached(index)
    const known = stopped.get(source)
    return { source, file: known === undefined ? runnable(read(source)) : invalid(known) }
  })
  mapPlaces()
  closeRealm()
  const begin = async (file: Validated<StackSource>): Promise<Validated<Stack>> =>
    E.isLeft(file) ? file : stackModule(file.right)
  const running = files.slice(0, atOnce).map(({ file }) => begin(file))
  const seen: Array<Seen> = []
  for (const [index, { source, file }] of files.entries()) {
    reached(index)
    const stack = await running.shift()
    const next = files[index + atOnce]
    if (next !== undefined) running.push(begin(next.file))
    if (stack === undefined) throw new Error(`${source} was not begun`)
    const emission = emitted(source, file, stack)
    give({ _tag: 'Emitted', emission: { ...emission, imports: importsOf(file) } })
    seen.push(withoutText(emission))
  }
  reached(sources.length)
  give({ _tag: 'Judged', verdicts: keepApart(seen).map(({ file }) => E.map(constVoid)(file)) })
}

type Seen = {
  readonly source: string
  readonly file: Validated<Pick<EmittedFile, 'stack' | 'declaration' | 'trusted'>>
}

const withoutText = ({ source, file }: Sourced<EmittedFile>): Seen => ({
  source,
  file: pipe(
    file,
    E.map(({ stack, declaration, trusted }) => ({ stack, declaration, trusted }))
  )
})

const port = parentPort
port?.once('message', (task: StackTask) => void evaluate(task, (answer) => port.postMessage(answer)))
