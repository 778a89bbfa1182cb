// @ts-check
import { stackRun } from './run.js'

/**
 * @typedef {object} FirstRun A run over all sources of a project, none of which is known to stop a worker.
 * @property {import('./task.ts').StackTask} task
 * @property {number} patienceSeconds
 * @property {Promise<import('./run.js').Ending>} ending
 */

/** To load one stack is to wait for another thread several times; eight together keep both threads at work (measured). */
const AT_ONCE = 8

/**
 * Begins to evaluate the sources, several at once. JavaScript, so that it can be done before this thread has a loader.
 *
 * @param {import('./thread.js').StackThread} thread
 * @param {string} project The project's folder, absolute.
 * @param {ReadonlyArray<string>} sources
 * @param {number} patienceSeconds
 * @returns {FirstRun}
 */
export const firstRun = (thread, project, sources, patienceSeconds) => {
  const task = { project, sources, stopped: new Map(), atOnce: sources.length > 1 ? AT_ONCE : 1 }
  return { task, patienceSeconds, ending: stackRun(thread, task, patienceSeconds) }
}
