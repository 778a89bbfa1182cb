import * as E from 'fp-ts/lib/Either.js'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { Validated } from '../../domain/validated.ts'
import type { Emission } from '../../ports/stack-evaluator.ts'
import type { StackAnswer, StackTask } from './task.ts'
import type { StackThread, Stop } from './thread.js'

/** How a run ended: with all answers, or at a source (see `StackThread.progress`), by itself or because it was `Busy`. */
export type Ending =
  | { readonly _tag: 'Emitted'; readonly emissions: ReadonlyArray<Emission> }
  | { readonly _tag: 'Stopped'; readonly at: number; readonly why: Stop | { readonly _tag: 'Busy' } }

/** How often a worker is looked at while the time of one source passes. */
const LOOKS = 4

/** How many times as long as a source the steps may take that belong to none: getting ready, and judging them all. */
const lenience = (sources: number): number => 4 + sources / 50

const judged = (
  emissions: ReadonlyArray<Emission>,
  verdicts: ReadonlyArray<Validated<void>>
): ReadonlyArray<Emission> =>
  RA.zipWith(emissions, verdicts, ({ file, ...emission }, verdict) => ({
    ...emission,
    file: pipe(
      verdict,
      E.flatMap(() => file)
    )
  }))

/** Gives a worker its task, waits for the answers as long as it comes further, and ends it. */
export const stackRun = async (
  { worker, progress, ended }: StackThread,
  task: StackTask,
  patienceSeconds: number
): Promise<Ending> => {
  const emissions: Array<Emission> = []
  const at = (): number => Atomics.load(progress, 0)
  let watch: NodeJS.Timeout | undefined
  const ending = await new Promise<Ending>((resolve) => {
    const stopped = (why: Stop | { readonly _tag: 'Busy' }): void => resolve({ _tag: 'Stopped', at: at(), why })
    worker.on('message', (answer: StackAnswer) => {
      if (answer._tag === 'Emitted') emissions.push(answer.emission)
      else resolve({ _tag: 'Emitted', emissions: judged(emissions, answer.verdicts) })
    })
    void ended.then(stopped)
    worker.ref()
    worker.postMessage(task)
    let seen = at()
    let looks = 0
    const look = (): void => {
      looks = at() === seen ? looks + 1 : 0
      seen = at()
      const isSource = seen >= 0 && seen < task.sources.length
      if (looks >= LOOKS * (isSource ? 1 : lenience(task.sources.length))) stopped({ _tag: 'Busy' })
    }
    watch = setInterval(look, (patienceSeconds * 1000) / LOOKS)
  })
  clearInterval(watch)
  await worker.terminate()
  return ending
}
