import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bench } from './bench/bench.ts'
import type { Call } from '../../src/outside/stand-in/stand-in.ts'
import { openScenario, type Scenario } from './bench/scenario.ts'
import { type CommittedStack, stacks } from './bench/stacks.ts'
import { said, succeeded } from './bench/tofu-output.ts'

const WRONG = '210987654321'
const tools = await bench()
const test = suite('a wrong account')

/** The stack's file in another account than its own, where bucket and table of the same names exist. */
const elsewhere = async (
  stack: CommittedStack,
  text: string | undefined,
  use: (scenario: Scenario) => Promise<void>
) => {
  const scenario = await openScenario(tools, stack, { account: WRONG, ...(text === undefined ? {} : { text }) })
  try {
    await scenario.seed()
    await use(scenario)
    assert.equal(await scenario.lockIds(), [])
    assert.equal(scenario.localStates(), [])
  } finally {
    await scenario.close()
  }
}

for (const stack of stacks) {
  test(`${stack.name}: the backend refuses it before it asks for the state`, async () => {
    await elsewhere(stack, undefined, async (scenario) => {
      const [init, calls] = await scenario.during(() => scenario.tofu(['init', '-input=false', '-no-color']))
      assert.not.ok(succeeded(init))
      assert.match(init.stderr, `AWS account ID not allowed: ${WRONG}`)
      assert.equal([...new Set(calls.map(({ service }) => service))], ['sts'])
    })
  })

  test(`${stack.name}: where the backend does not look, the provider refuses it`, async () => {
    await elsewhere(stack, unguarded(stack, 'backend'), async (scenario) => {
      const [plan, calls] = await planned(scenario)
      assert.match(plan.stderr, `AWS account ID not allowed: ${WRONG}`)
      assert.match(plan.stderr, 'with provider["registry.opentofu.org/hashicorp/aws"]')
      assert.equal(
        calls.filter(isOfProvider).filter(({ service }) => service !== 'sts'),
        []
      )
    })
  })

  test(`${stack.name}: where neither looks, the identity in the plan is refused, and nothing is applied`, async () => {
    await elsewhere(stack, unguarded(stack, 'backend', 'provider'), async (scenario) => {
      const [plan] = await planned(scenario)
      assert.match(plan.stderr, 'Resource postcondition failed')
      assert.match(plan.stderr, 'data.aws_caller_identity.current')
      assert.match(plan.stderr, stack.account)
      const [apply, calls] = await scenario.during(() =>
        scenario.tofu(['apply', '-input=false', '-no-color', '-auto-approve'])
      )
      assert.not.ok(succeeded(apply))
      assert.equal(
        calls.filter(({ service }) => service === 'iam'),
        []
      )
    })
  })
}

test.run()

const planned = async (scenario: Scenario) => {
  const init = await scenario.tofu(['init', '-input=false', '-no-color'])
  assert.ok(succeeded(init), said(init))
  const result = await scenario.during(() => scenario.tofu(['plan', '-input=false', '-no-color']))
  assert.not.ok(succeeded(result[0]), said(result[0]))
  return result
}

const isOfProvider = ({ headers }: Call): boolean => headers['user-agent']?.includes('terraform-provider-aws') === true

type Guards = { allowed_account_ids?: ReadonlyArray<string> }
type Guarded = { terraform: { backend: { s3: Guards } }; provider: { aws: Guards } }

/** The file as somebody might have edited it: without the account guard of the backend, or of the provider. */
const unguarded = (stack: CommittedStack, ...where: ReadonlyArray<'backend' | 'provider'>): string => {
  const file = JSON.parse(readFileSync(stack.file, 'utf8')) as Guarded
  const guards = { backend: file.terraform.backend.s3, provider: file.provider.aws }
  for (const name of where) {
    assert.equal(guards[name].allowed_account_ids, [stack.account])
    delete guards[name].allowed_account_ids
  }
  return JSON.stringify(file)
}
