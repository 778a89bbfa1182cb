import { absolutePath } from '../../../src/diagnostics/kinds.ts'
import * as fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { evaluatorWith } from '../../support/stack-evaluator.ts'

const project = absolutePath(fileURLToPath(new URL('../../project', import.meta.url)))
const committed = readFileSync(`${project}/out/staging-eu/main.tf.json`, 'utf8')

/** Environments as a machine, a pipeline or a mistake could make them. */
const environments = fc.sample(
  fc.record({
    TZ: fc.constantFrom('UTC', 'Pacific/Chatham', 'America/St_Johns'),
    LANG: fc.constantFrom('C', 'tr_TR.UTF-8', 'de_DE.ISO-8859-1'),
    HOME: fc.constantFrom('/', '/nowhere', ''),
    NODE_OPTIONS: fc.constantFrom('', '--no-warnings', '--frozen-intrinsics'),
    AWS_REGION: fc.constantFrom('', 'us-east-1'),
    AWS_PROFILE: fc.string(),
    TF_VAR_account: fc.stringMatching(/^\d{12}$/)
  }),
  { numRuns: 6, seed: 20260104 }
)

const test = suite('stack evaluator, in any environment')

test('the same stack is the same bytes', async () => {
  const before = { ...process.env }
  const folder = process.cwd()
  try {
    for (const environment of environments) {
      Object.assign(process.env, environment)
      process.chdir('/')
      const [emission] = await evaluatorWith({ patienceSeconds: 60 }).emitAll(project, ['stacks/staging-eu.ts'])()
      const file = emission?.file
      assert.is(file?._tag === 'Right' ? file.right.text : file, committed, JSON.stringify(environment))
    }
  } finally {
    process.chdir(folder)
    for (const name of Object.keys(process.env)) Reflect.deleteProperty(process.env, name)
    Object.assign(process.env, before)
  }
})

test.run()
