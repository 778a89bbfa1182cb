#!/usr/bin/env node
// @ts-check
import { COMMANDS, FRONT_DOOR } from './jobs.js'
import { refuse } from './refuse.js'

/** @typedef {{ readonly main: (invocation: import('../src/command-line/begin.ts').Invocation) => Promise<void> }} Command */

const OLDEST_NODE = [20, 19]

/** @type {() => boolean} */
const isNodeTooOld = () => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [oldestMajor = 0, oldestMinor = 0] = OLDEST_NODE
  return major < oldestMajor || (major === oldestMajor && minor < oldestMinor)
}

/**
 * Builds a command if that was not done yet, and runs it. Nothing is imported before Node is known to be new enough.
 *
 * @param {string} command
 * @param {ReadonlyArray<string>} argv
 * @returns {Promise<void>}
 */
const run = async (command, argv) => {
  const { Refusal, bundleOf } = await import('./build.js')
  const bundle = await bundleOf(command).catch((error) => {
    if (error instanceof Refusal) return refuse(error.message, 2, 'not-installed')
    return refuse(
      `${command} cannot be built: ${error instanceof Error ? error.message : String(error)}`,
      1,
      'not-built'
    )
  })
  if (bundle === undefined) return
  if (argv.includes('--debug')) process.setSourceMapsEnabled(true)
  const { main } = /** @type {Command} */ (await import(bundle.command.href))
  await main({ argv, program: bundle.digest, worker: bundle.worker, checkout: bundle.checkout })
}

/**
 * Names the commands, and the one that a misspelt one was most likely meant to be.
 *
 * @param {string} word
 * @returns {Promise<void>}
 */
const mistaken = async (word) => {
  const { closestMatch } = await import('leven').catch(() => ({ closestMatch: () => undefined }))
  const meant = word.length > 40 ? undefined : closestMatch(word, COMMANDS, { maxDistance: 2 })
  const question = meant === undefined ? '' : `did you mean ${meant}? `
  refuse(`${question}Name one command: ${COMMANDS.join(', ')}; see zenthea --help`, 2, 'not-understood')
}

const [first = '', ...rest] = process.argv.slice(2)

if (isNodeTooOld())
  refuse(`Node ${process.versions.node} is too old; install Node ${OLDEST_NODE.join('.')} or later`, 2, 'node-too-old')
else if (COMMANDS.includes(first)) void run(first, rest)
else if (first === '--version') void run('emit', ['--version'])
else if (['', '--help', '-h'].includes(first)) process.stdout.write(FRONT_DOOR)
else void mistaken(first)
