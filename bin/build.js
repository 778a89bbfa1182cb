// @ts-check
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle, digestOf, readInputs, root } from './bundle.js'
import { storedBundle } from './store.js'

/** @typedef {{ readonly version?: string, readonly dev?: boolean, readonly optional?: boolean }} Package */

/**
 * A JSON file of npm's making.
 *
 * @param {string} path
 * @returns {{ readonly version?: string, readonly packages?: Readonly<Record<string, Package>> }}
 */
const manifest = (path) => {
  /** @type {unknown} */
  const read = JSON.parse(readFileSync(join(root, path), 'utf8'))
  return typeof read === 'object' && read !== null ? read : {}
}

/**
 * Whether node_modules is what `npm ci` makes of the lock file, by what npm itself wrote down there.
 *
 * @returns {boolean}
 */
const isInstalled = () => {
  const { packages: locked = {} } = manifest('package-lock.json')
  const { packages: installed = {} } = manifest('node_modules/.package-lock.json')
  return Object.entries(locked).every(([path, { version, dev = false, optional = false }]) => {
    const there = installed[path]
    return path === '' || (there === undefined ? dev || optional : there.version === version)
  })
}

/** Why a command is not run; its message is one line. */
export class Refusal extends Error {}

const notInstalled = () =>
  new Refusal('node_modules does not hold the packages of package-lock.json; run npm ci where package.json lies')

/** @type {<A>(look: () => A) => A | undefined} */
const ifThere = (look) => {
  try {
    return look()
  } catch {
    return undefined
  }
}

/**
 * The bundle of a command. Where there is none of these very inputs it is built, which takes about a second.
 *
 * @param {string} command
 * @returns {Promise<{ readonly command: URL, readonly worker: URL, readonly digest: ReturnType<typeof digestOf>, readonly checkout: URL }>}
 */
export const bundleOf = async (command) => {
  const bundler = ifThere(() => manifest('node_modules/esbuild/package.json').version)
  if (bundler === undefined) throw notInstalled()
  const inputs = readInputs()
  const digest = digestOf(inputs, { bundler, node: process.versions.node })
  const folder = await storedBundle(root, digest, command, async () => {
    if (ifThere(isInstalled) !== true) throw notInstalled()
    const { files } = await bundle(command, inputs)
    return files
  })
  const at = (/** @type {string} */ name) => pathToFileURL(join(folder, `${name}.mjs`))
  return { command: at(command), worker: at('worker'), digest, checkout: pathToFileURL(`${root}/`) }
}
