import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { modulesOf, sdkAmong } from '../support/module-trace.ts'

const test = suite('help loads no SDK')

for (const command of ['seed', 'preflight', 'tofu'] as const)
  test(`the help of ${command} waits neither for the AWS SDK nor for the thread that reads stacks`, async () => {
    const modules = await modulesOf(command, ['--help'])
    assert.ok(
      modules.some((module) => module.startsWith('main imports') && module.endsWith(`/src/cli/${command}.ts`)),
      `the trace sees src/cli/${command}.ts`
    )
    assert.equal(sdkAmong(modules), [])
    assert.equal(
      modules.filter((module) => module.startsWith('worker')),
      []
    )
  })

test.run()
