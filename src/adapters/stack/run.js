// @ts-check

/**
 * @typedef {import('../../ports/stack-evaluator.ts').Emission} Emission
 * @typedef {import('./task.ts').StackAnswer} StackAnswer
 * @typedef {Extract<StackAnswer, { readonly _tag: 'Judged' }>['verdicts']} Verdicts
 * @typedef {import('./task.ts').StackTask} StackTask
 * @typedef {import('./thread.js').StackThread} StackThread
 */

/** @typedef {import('./thread.js').Stop | { readonly _tag: 'Busy' }} Why Why a run stopped: by itself, or `Busy`. */

/**
 * @typedef {{ readonly _tag: 'Emitted', readonly emissions: ReadonlyArray<Emission> }
 *   | { readonly _tag: 'Stopped', readonly at: number, readonly why: Why }} Ending How a run ended: with all answers, or at
 *   a source (see `StackThread.progress`).
 */

/** How often a worker is looked at while the time of one source passes. */
const LOOKS = 4

/**
 * How many times as long as a source the steps may take that belong to none: getting ready, and judging them all.
 *
 * @type {(sources: number) => number}
 */
const lenience = (sources) => 4 + sources / 50

/** @type {(emissions: ReadonlyArray<Emission>, verdicts: Verdicts) => ReadonlyArray<Emission>} */
const judged = (emissions, verdicts) =>
  verdicts.flatMap((verdict, index) => {
    const emission = emissions[index]
    if (emission === undefined) return []
    return verdict._tag === 'Left' ? { ...emission, file: verdict } : emission
  })

/**
 * Gives a worker its task, waits for the answers as long as it comes further, and ends it. JavaScript, so that it can be
 * done before this thread has a loader.
 *
 * @param {StackThread} thread
 * @param {StackTask} task
 * @param {number} patienceSeconds
 * @returns {Promise<Ending>}
 */
export const stackRun = async ({ worker, progress, ended }, task, patienceSeconds) => {
  /** @type {Array<Emission>} */
  const emissions = []
  const at = () => Atomics.load(progress, 0)
  /** @type {NodeJS.Timeout | undefined} */
  let watch
  /** @type {Ending} */
  const ending = await new Promise((resolve) => {
    /** @type {(why: Why) => void} */
    const stopped = (why) => resolve({ _tag: 'Stopped', at: at(), why })
    /** @type {(answer: StackAnswer) => void} */
    const take = (answer) => {
      if (answer._tag === 'Emitted') emissions.push(answer.emission)
      else resolve({ _tag: 'Emitted', emissions: judged(emissions, answer.verdicts) })
    }
    worker.on('message', take)
    void ended.then(stopped)
    worker.ref()
    worker.postMessage(task)
    let seen = at()
    let looks = 0
    const look = () => {
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
