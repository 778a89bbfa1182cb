import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { seedInTerminal } from '../support/in-terminal.ts'
import { bench } from './bench/bench.ts'
import { childEnvironment } from './bench/child-environment.ts'
import { openScenario, type Scenario } from './bench/scenario.ts'
import { type CommittedStack, stacks } from './bench/stacks.ts'
import { said, succeeded, summary } from './bench/tofu-output.ts'

const tools = await bench()
const question = 'Type the account id to create this: '

const seed = async (scenario: Scenario, stack: CommittedStack, more: ReadonlyArray<string> = []) => {
  const { proxy, authority } = scenario.moto
  const bootstrap = await scenario.assume('/ZentheaFoundationBootstrap', 'bootstrap')
  const env = childEnvironment({ home: scenario.folder, proxy, authority, cliConfiguration: '' }, bootstrap)
  const args = [`stacks/${stack.name}.ts`, '--proxy', proxy, '--ca-bundle', authority, ...more]
  return seedInTerminal(tools.python, args, [[question, `${stack.account}\n`]], env)
}

for (const stack of stacks) {
  const test = suite<{ scenario: Scenario }>(`seed of ${stack.name}, then a real tofu`)
  test.before(async (context) => {
    context.scenario = await openScenario(tools, stack)
  })
  test.after(({ scenario }) => scenario.close())

  test('seed makes bucket and table through the proxy that is named', async ({ scenario }) => {
    const { code, screen } = await seed(scenario, stack)
    assert.is(code, 0, screen)
  })

  test('the first plan imports all that seed made and changes nothing of it', async ({ scenario }) => {
    const init = await scenario.tofu(['init', '-input=false', '-no-color'])
    assert.ok(succeeded(init), said(init))
    const plan = await scenario.tofu(['plan', '-input=false', '-json'])
    assert.ok(succeeded(plan), said(plan))
    assert.is(summary(plan), 'Plan: 7 to import, 9 to add, 0 to change, 0 to destroy.')
  })

  test('a second seed does nothing', async ({ scenario }) => {
    const [{ code, screen }, calls] = await scenario.during(() => seed(scenario, stack))
    assert.is(code, 0, screen)
    assert.match(screen, 'nothing was done')
    assert.equal(
      calls.filter(({ method, service }) => service === 's3' && method !== 'GET' && method !== 'HEAD'),
      []
    )
  })

  test('no state was on this machine at any moment', ({ scenario }) => {
    assert.equal(scenario.localStates(), [])
  })

  test.run()
}

const elsewhere = suite('seed in a wrong account')

elsewhere('is refused after STS has been asked, and nothing else', async () => {
  const [stack] = stacks
  if (stack === undefined) throw new Error('no stack is committed')
  const scenario = await openScenario(tools, stack, { account: '999988887777' })
  try {
    const [{ code, screen }, calls] = await scenario.during(() => seed(scenario, stack))
    assert.is(code, 1, screen)
    assert.match(screen, '999988887777')
    assert.not(calls.some(({ service }) => service === 's3' || service === 'dynamodb'))
  } finally {
    await scenario.close()
  }
})

elsewhere.run()
