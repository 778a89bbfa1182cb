import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bench } from './bench/bench.ts'
import { openScenario } from './bench/scenario.ts'
import { stacks } from './bench/stacks.ts'
import { said, succeeded } from './bench/tofu-output.ts'

const tools = await bench()
const engines = { OpenTofu: tools.tofu, ...(tools.terraform === undefined ? {} : { Terraform: tools.terraform }) }

for (const [engine, path] of Object.entries(engines)) {
  const test = suite(`${engine} accepts`)

  for (const stack of stacks)
    test(stack.name, async () => {
      const scenario = await openScenario(tools, stack)
      try {
        await scenario.seed()
        const init = await scenario.tofu(['init', '-input=false', '-no-color'], undefined, path)
        assert.ok(succeeded(init), said(init))
        const validate = await scenario.tofu(['validate', '-json'], undefined, path)
        const { valid, diagnostics } = JSON.parse(validate.stdout) as { valid: boolean; diagnostics: unknown }
        assert.equal({ valid, diagnostics }, { valid: true, diagnostics: [] })
      } finally {
        await scenario.close()
      }
    })

  test.run()
}
