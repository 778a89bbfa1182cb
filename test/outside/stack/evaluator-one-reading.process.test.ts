import type { AbsolutePath } from '../../../src/diagnostics/kinds.ts'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inTempProject } from '../../support/temp-project.ts'
import { evaluatorWith } from '../../support/stack-evaluator.ts'
import { said } from './said.ts'

const good = readFileSync(new URL('../../project/stacks/staging-eu.ts', import.meta.url), 'utf8')
const committed = readFileSync(new URL('../../project/out/staging-eu/main.tf.json', import.meta.url), 'utf8')
const name = 'stacks/staging-eu.ts'

const textOf = async (root: AbsolutePath, sources = [name]): Promise<unknown> => {
  const [emission] = await evaluatorWith({ patienceSeconds: 60 }).emitAll(root, sources)()
  return emission?.file._tag === 'Right' ? emission.file.right.text : emission?.file.left
}

/** A module that nobody judged: it would end the worker, and so the evaluation. */
const stray = "process.exit(3)\nexport const stack = () => ({}), tags = { ManagedBy: 'nobody' }\n"

/** Files and variables by which a loader, a package manager or a compiler leads a specifier elsewhere. */
const steering: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'paths of a tsconfig.json': {
    'stacks/tsconfig.json': '{ "compilerOptions": { "paths": { "zenthea-foundation/*": ["../stray.ts"] } } }',
    'tsconfig.json': '{ "compilerOptions": { "baseUrl": ".", "paths": { "*": ["stray.ts"] } } }',
    'stray.ts': stray
  },
  'exports of a package.json in stacks/': {
    'stacks/package.json':
      '{ "name": "zenthea-foundation", "exports": { "./stack": { "require": "./a.ts", "import": "./stray.ts" } } }',
    'stacks/stray.ts': stray
  },
  'imports of a package.json': {
    'package.json': '{ "type": "commonjs", "imports": { "#x": "./stray.ts" } }',
    'stacks/package.json': '{ "type": "commonjs" }',
    'stray.ts': stray
  },
  'a package in stacks/node_modules': {
    'stacks/node_modules/zenthea-foundation/package.json':
      '{ "name": "zenthea-foundation", "exports": { "./*": { "import": "./stray.js", "require": "./fine.js" } } }',
    'stacks/node_modules/zenthea-foundation/stray.js': stray
  },
  'a .pnp.cjs and a jsconfig.json': {
    '.pnp.cjs': stray,
    '.pnp.loader.mjs': stray,
    'jsconfig.json': '{ "compilerOptions": { "paths": { "*": ["./stray.ts"] } } }',
    'stacks/jsconfig.json': '{ "extends": "../jsconfig.json" }',
    'stray.ts': stray
  },
  'a .npmrc and a .swcrc': { '.npmrc': 'node-options=--import=./stray.ts', '.swcrc': '{ "jsc": { "paths": {} } }' }
}

const variables = {
  TS_NODE_PROJECT: 'tsconfig.json',
  OXC_TSCONFIG_PATH: 'tsconfig.json',
  OXC_PROJECT: 'tsconfig.json',
  NODE_PATH: '.',
  NODE_OPTIONS: '--conditions=stray',
  NODE_PRESERVE_SYMLINKS: '1',
  NAPI_RS_NATIVE_LIBRARY_PATH: './stray.ts',
  ESBUILD_BINARY_PATH: './stray.ts',
  TSX_TSCONFIG_PATH: 'tsconfig.json',
  npm_config_node_options: '--import=./stray.ts'
}

const test = suite('one reading')

for (const [what, files] of Object.entries(steering))
  test(`${what}: has no say`, () =>
    inTempProject({ [name]: good, ...files }, async ({ root }) => {
      const before = { ...process.env }
      try {
        Object.assign(process.env, variables)
        assert.is(await textOf(root), committed)
      } finally {
        for (const variable of Object.keys(variables)) Reflect.deleteProperty(process.env, variable)
        Object.assign(process.env, before)
      }
    }))

for (const folder of ['a%20b', 'a#b', 'a?b', 'a b', 'a%2fb', 'ä"b'])
  test(`a checkout in a folder like ${folder} is that checkout`, () =>
    inTempProject({ [`${folder}/${name}`]: good, [`a b/${name}`]: folder === 'a b' ? good : stray }, async ({ at }) =>
      assert.is(await textOf(at(folder)), committed)
    ))

test('a file that is swapped after it was read changes nothing', () =>
  inTempProject(
    {
      [name]: `import { tags } from './shared/tags.ts'\n${good.replace(/tags: \{ Env.*\}/, 'tags')}`,
      'stacks/shared/tags.ts':
        "export const tags = { Environment: 'staging', ManagedBy: 'zenthea-foundation', Phase: 'J.7.0' }"
    },
    async ({ root, write }) => {
      const running = textOf(root)
      write(name, stray)
      write('stacks/shared/tags.ts', stray)
      assert.is(await running, committed)
      assert.is.not(await textOf(root), committed)
    }
  ))

test('as many threads as one likes say the same, in the order of the sources', () =>
  inTempProject({}, async ({ root, write }) => {
    const names = Array.from({ length: 60 }, (_, index) => `stacks/s${index}-eu.ts`)
    for (const [index, each] of names.entries())
      write(
        each,
        index === 7
          ? 'for (;;) {}'
          : index === 41
            ? 'throw new Error(`no ${41}`)'
            : good
                .replaceAll('staging', `s${index}`)
                .replaceAll('Staging', `S${index}`)
                .replaceAll('111122223333', String(700_000_000_000 + 7919 * index))
      )
    const [one, three] = await Promise.all(
      [1, 3].map((threads) => evaluatorWith({ patienceSeconds: 8, threads }).emitAll(root, names)())
    )
    assert.equal(three, one)
    const all = said(one ?? [])
    assert.equal(Object.keys(all), names)
    assert.equal(all['stacks/s7-eu.ts'], ['stack-finishes-loading stacks/s7-eu.ts it was still busy after 8 s'])
    assert.equal(all['stacks/s41-eu.ts'], ['stack-loads stacks/s41-eu.ts:1:7 no 41'])
    assert.match(all['stacks/s59-eu.ts']?.join() ?? '', 'stacks/s7-eu.ts and 1 more')
  }))

test.run()
