// @ts-check
import { createHash } from 'node:crypto'
import { readFileSync, readdirSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * @typedef {import('esbuild').Plugin} Plugin
 * @typedef {import('./store.js').Files} Files
 * @typedef {ReadonlyMap<string, Buffer>} Inputs Each input by its absolute path, sorted.
 */

/** The checkout, without links. */
export const root = realpathSync(fileURLToPath(new URL('..', import.meta.url)))

/** As if it were written there; the places in source maps are relative to it. */
const OUT = join(root, '.build', 'digest', 'command')

/** Native, and so it stays in node_modules. */
const NATIVE = ['oxc-parser']

/** What is CommonJS among the packages asks for Node's own modules by `require`, which a module does not have. */
const REQUIRE = "import{createRequire as requireFrom}from'node:module';const require=requireFrom(import.meta.url);"

/**
 * Reads all that a bundle is made of but packages, each file once.
 *
 * @returns {Inputs}
 */
export const readInputs = () => {
  const files = ['bin', 'src'].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => !entry.isDirectory())
      .map((entry) => join(entry.parentPath, entry.name))
  )
  const paths = [...files, join(root, 'package.json'), join(root, 'package-lock.json')]
  return new Map(paths.toSorted().map((path) => [path, readFileSync(path)]))
}

/**
 * The name of the program: a SHA-256 over all that a bundle is made of. The packages in node_modules are named by
 * package-lock.json alone: what somebody changed in them by hand is not seen.
 *
 * @param {Inputs} inputs
 * @param {{ readonly bundler: string, readonly node: string }} versions Of esbuild, and of Node, which counts by its major.
 * @returns {import('../src/diagnostics/kinds.ts').Sha256<'the program'>}
 */
export const digestOf = (inputs, { bundler, node }) => {
  const hash = createHash('sha256')
  hash.update(JSON.stringify({ bundler, node: node.split('.')[0] }))
  for (const [path, bytes] of inputs) hash.update(`\n${relative(root, path)} ${bytes.length}\n`).update(bytes)
  return /** @type {import('../src/diagnostics/kinds.ts').Sha256<'the program'>} */ (hash.digest('hex'))
}

/**
 * Gives esbuild the bytes that were hashed, so that what is bundled is what the digest names.
 *
 * @param {Inputs} inputs
 * @returns {Plugin}
 */
const fromInputs = (inputs) => ({
  name: 'inputs',
  setup: (build) => {
    build.onResolve({ filter: /^\.\.?\// }, ({ path, resolveDir, importer }) => {
      if (!inputs.has(importer)) return undefined
      const found = resolve(resolveDir, path)
      return inputs.has(found) ? { path: found } : { errors: [{ text: `${path} is no input of the program` }] }
    })
    build.onLoad({ filter: /\.(ts|js|json)$/ }, ({ path }) => {
      const contents = inputs.get(path)
      if (contents === undefined) return undefined
      return { contents, loader: path.endsWith('.json') ? 'json' : 'ts', resolveDir: dirname(path) }
    })
  }
})

/**
 * Takes fp-ts as the modules that it has beside lib/, of which only what is used is bundled: a third less to load.
 *
 * @type {Plugin}
 */
const fpTsAsModules = {
  name: 'fp-ts',
  setup: (build) => {
    build.onResolve({ filter: /^fp-ts\/lib\// }, ({ path, importer, resolveDir }) =>
      build.resolve(path.replace('/lib/', '/es6/'), { importer, resolveDir, kind: 'import-statement' })
    )
  }
}

/**
 * Where a command begins. `npm run tofu` is the guard.
 *
 * @param {string} command
 * @returns {string}
 */
const startOf = (command) => `src/commands/${command === 'tofu' ? 'guard' : command}/main.ts`

/**
 * A command and the worker that evaluates stacks, as the files of one folder. Nothing but the inputs and the packages
 * has a say: no tsconfig.json, no NODE_PATH, no ESBUILD_BINARY_PATH, which names another program to build with.
 *
 * @param {string} command
 * @param {Inputs} inputs
 * @returns {Promise<{ readonly files: Files, readonly made: import('esbuild').Metafile }>} Of `made`, what each file is made
 *   of and which others it loads.
 */
export const bundle = async (command, inputs) => {
  for (const name of Object.keys(process.env)) if (name.startsWith('ESBUILD_')) delete process.env[name]
  const { build, stop } = await import('esbuild')
  const { outputFiles, metafile } = await build({
    entryPoints: { [command]: join(root, startOf(command)), worker: join(root, 'src/outside/stack/worker.ts') },
    plugins: [fromInputs(inputs), fpTsAsModules],
    outdir: OUT,
    write: false,
    metafile: true,
    absWorkingDir: root,
    bundle: true,
    splitting: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    format: 'esm',
    target: 'node20.19',
    outExtension: { '.js': '.mjs' },
    banner: { js: REQUIRE },
    external: NATIVE,
    tsconfigRaw: {},
    nodePaths: [],
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent'
  })
  await stop()
  const files = outputFiles.map(({ path, contents }) => ({ name: relative(OUT, path), bytes: contents }))
  return { files, made: metafile }
}
