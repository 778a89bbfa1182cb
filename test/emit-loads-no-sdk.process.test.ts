import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { modulesOf, sdkAmong } from './support/module-trace.ts'

const sources = Object.fromEntries(
  ['staging-eu', 'production-eu'].map((name) => [
    `stacks/${name}.ts`,
    readFileSync(new URL(`./project/stacks/${name}.ts`, import.meta.url), 'utf8')
  ])
)

/** The modules that one run of emit loads, in all of its threads. */
const loaded = (planted = ''): Promise<ReadonlyArray<string>> => modulesOf('emit', [], sources, planted)

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
  assert.equal(
    modules.filter((module) => /@smithy/.test(module)),
    []
  )
  assert.equal(sdkAmong(modules), [])
})

test('the trace would see one, imported in one thread or required in another', async () => {
  const client = JSON.stringify(import.meta.resolve('@aws-sdk/client-sts'))
  const planted = `import { createRequire } from 'node:module'
    if (isMainThread) await import(${client})
    else createRequire(${client})('@aws-sdk/client-sts')`
  const modules = sdkAmong(await loaded(planted))
  assert.ok(modules.some((module) => /^main imports .*client-sts/.test(module)))
  assert.ok(modules.some((module) => /^worker requires .*client-sts/.test(module)))
})

test.run()
