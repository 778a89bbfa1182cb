import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Evidence } from '../../src/commands/guard/evidence.ts'
import { bench } from './bench/bench.ts'
import { committed } from './bench/stacks.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'

const tools = await bench()
const stack = committed('staging-eu')

const test = suite<{ guarded: Guarded }>('a terminal that goes away, with a real tofu')
test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack)
})
test.after(({ guarded }) => guarded.close())

test('in the middle of an apply: tofu ends it, the lock is released, and the evidence says so', async ({ guarded }) => {
  const { guard, bootstrap, scenario } = guarded
  for (const command of ['init', 'plan']) {
    const { code, screen } = await guard(command, bootstrap)
    assert.is(code, 0, screen)
  }
  const { screen } = await guard('apply', bootstrap, {
    hangsUp: true,
    typing: [
      ['to apply this: ', 'staging\n'],
      ['Import complete', null]
    ]
  })
  assert.not.match(screen, 'Apply complete!')
  const evidence = guarded.evidence().at(-1) as Evidence
  assert.is(evidence.command, 'apply')
  assert.equal(
    evidence.runs.filter(({ command }) => command === 'apply'),
    [{ command: 'apply', exitCode: 0, interrupts: 0, terminalGone: true }]
  )
  assert.is(evidence.state.after?.serial !== undefined, true)
  assert.equal(
    evidence.findings.filter(({ outcome }) => outcome === 'failed'),
    []
  )
  assert.equal(await scenario.lockIds(), [`${stack.bucket}/${stack.key}-md5`])
  assert.equal(guarded.plans(), [])
})

test.run()
