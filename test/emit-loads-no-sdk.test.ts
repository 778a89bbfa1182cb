import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { inTempProject } from './support/temp-project.ts'

const sources = Object.fromEntries(
  ['staging-eu', 'production-eu'].map((name) => [
    `stacks/${name}.ts`,
    readFileSync(new URL(`../stacks/${name}.ts`, import.meta.url), 'utf8')
  ])
)

/**
 * Modules for a project's folder that note every module that a thread loads, by import or by require. `trace.mjs` is
 * for the main thread, and has emit's workers start with `thread.mjs`.
 */
const tracers = (planted: string): Readonly<Record<string, string>> => {
  const note = `import { appendFileSync } from 'node:fs'
    const note = (...words) => appendFileSync(new URL('modules.txt', import.meta.url), words.join(' ') + '\\n')`
  return {
    'hooks.mjs': `${note}
      let thread
      export const initialize = (data) => { thread = data }
      export const load = (url, context, next) => (note(thread, 'imports', url), next(url, context))`,
    'thread.mjs': `${note}
      import { Module, register } from 'node:module'
      import { isMainThread } from 'node:worker_threads'
      const thread = isMainThread ? 'main' : 'worker'
      const load = Module._load
      Module._load = (request, ...rest) => (note(thread, 'requires', request), load(request, ...rest))
      register('./hooks.mjs', import.meta.url, { data: thread })
      ${planted}`,
    'trace.mjs': `import './thread.mjs'
      import { syncBuiltinESMExports } from 'node:module'
      import threads from 'node:worker_threads'
      const preload = ['--import', new URL('thread.mjs', import.meta.url).href]
      threads.Worker = class extends threads.Worker {
        constructor(entry, options) { super(entry, { ...options, execArgv: [...(options.execArgv ?? []), ...preload] }) }
      }
      syncBuiltinESMExports()`
  }
}

/** The modules that one run of emit loads, in all of its threads. */
const loaded = async (planted = ''): Promise<ReadonlyArray<string>> => {
  let modules: ReadonlyArray<string> = []
  await inTempProject({ ...sources, ...tracers(planted) }, async ({ at, emit, read }) => {
    const { code, stderr } = await emit([], {
      preload: `import ${JSON.stringify(pathToFileURL(at('trace.mjs')).href)}`
    })
    assert.is(code, 0, stderr)
    modules = read('modules.txt').trimEnd().split('\n')
  })
  return modules
}

const ofAws = (modules: ReadonlyArray<string>): ReadonlyArray<string> =>
  modules.filter((module) => /@aws-sdk|@smithy|aws-crt/.test(module))

const test = suite('emit loads no SDK')

test('no module of the AWS SDK is among what emit and its worker load', async () => {
  const modules = await loaded()
  for (const [thread, file] of [
    ['main', '/src/cli/emit.ts'],
    ['worker', '/src/emit.ts'],
    ['worker', '/stacks/staging-eu.ts'],
    ['worker', '/fp-ts/lib/Either.js']
  ] as const)
    assert.ok(
      modules.some((module) => module.startsWith(`${thread} imports`) && module.endsWith(file)),
      `the trace sees ${file} in ${thread}`
    )
  assert.equal(ofAws(modules), [])
})

test('the trace would see one, imported in one thread or required in another', async () => {
  const client = JSON.stringify(import.meta.resolve('@aws-sdk/client-sts'))
  const planted = `import { createRequire } from 'node:module'
    if (isMainThread) await import(${client})
    else createRequire(${client})('@aws-sdk/client-sts')`
  const modules = ofAws(await loaded(planted))
  assert.ok(modules.some((module) => /^main imports .*client-sts/.test(module)))
  assert.ok(modules.some((module) => /^worker requires .*client-sts/.test(module)))
})

test.run()
