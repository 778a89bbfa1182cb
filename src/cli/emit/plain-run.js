// @ts-check
import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { firstRun } from '../../adapters/stack/first-run.js'
import { sourcesAmong } from '../../adapters/output/source-names.js'
import { PATIENCE_SECONDS } from '../stack/patience.js'
import { outputOf } from './output-of.js'

/**
 * @typedef {object} PlainRun What a plain command line asks for, and the evaluation that was begun for it.
 * @property {boolean} check
 * @property {ReadonlyArray<string>} chosen Those of its sources that somebody asked for.
 * @property {import('../../adapters/stack/first-run.js').FirstRun} run Over all stack files of the working directory.
 */

/**
 * Begins what a plain command line asks for: nothing but `--check` and files of the working directory's `stacks/`, named
 * as `stacks/staging-eu.ts`. Any other, and any doubt, is left to the program, which begins and says what is wrong.
 *
 * @param {import('../../adapters/stack/thread.js').StackThread | undefined} thread
 * @param {string} project The working directory.
 * @param {ReadonlyArray<string>} argv
 * @returns {PlainRun | undefined}
 */
export const plainRun = (thread, project, argv) => {
  const named = new Set(argv.filter((arg) => arg !== '--check'))
  const sources = stackFiles(project)
  const chosen = named.size === 0 ? sources : sources.filter((source) => named.has(source))
  if (thread === undefined || chosen.length === 0 || chosen.length < named.size) return undefined
  const run = firstRun(thread, project, sources, PATIENCE_SECONDS)
  return { check: argv.includes('--check'), chosen, run }
}

/** @type {(project: string) => ReadonlyArray<string>} */
const stackFiles = (project) => {
  try {
    return sourcesAmong(readdirSync(join(project, 'stacks')))
  } catch {
    return []
  }
}

/** Files that come out of one checkout, or of one run of emit, may be as far apart. */
const TOGETHER_MILLIS = 2000

/**
 * Whether a chosen stack looks edited since its file was emitted, as make would ask. Only speed depends on it: where it
 * is true the program is loaded at once, and where it is not, only when it turns out that there is something to do.
 *
 * @param {string} project
 * @param {ReadonlyArray<string>} chosen
 * @returns {boolean}
 */
export const looksEdited = (project, chosen) => {
  /** @type {(path: string) => number} */
  const changed = (path) => statSync(join(project, path)).mtimeMs
  try {
    return chosen.some((source) => changed(source) > changed(outputOf(source)) + TOGETHER_MILLIS)
  } catch {
    return true
  }
}
