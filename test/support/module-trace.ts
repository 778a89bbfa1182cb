import { pathToFileURL } from 'node:url'
import type { Command } from './command-line.ts'
import { inTempProject, runCommand } from './temp-project.ts'

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

/** The modules that one run of a command loads in a project of these files, in all of its threads; it must end well. */
export const modulesOf = async (
  command: Command,
  args: ReadonlyArray<string>,
  files: Readonly<Record<string, string>> = {},
  planted = ''
): Promise<ReadonlyArray<string>> => {
  let modules: ReadonlyArray<string> = []
  await inTempProject({ ...files, ...tracers(planted) }, async ({ root, at, read }) => {
    const preload = `import ${JSON.stringify(pathToFileURL(at('trace.mjs')).href)}`
    const { code, stderr } = await runCommand(command, args, { cwd: root, preload })
    if (code !== 0) throw new Error(`${command} ended with ${code}: ${stderr}`)
    modules = read('modules.txt').trimEnd().split('\n')
  })
  return modules
}

/** Those of the AWS SDK among them that can ask AWS: a client, or what finds credentials. */
export const sdkAmong = (modules: ReadonlyArray<string>): ReadonlyArray<string> =>
  modules.filter((module) => /@aws-sdk|aws-crt/.test(module))
