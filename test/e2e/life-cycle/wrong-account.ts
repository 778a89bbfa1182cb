import { cpSync } from 'node:fs'
import { join } from 'node:path'
import * as assert from 'uvu/assert'
import type { Bench } from '../bench/bench.ts'
import { openScenario, type Scenario } from '../bench/scenario.ts'
import type { CommittedStack } from '../bench/stacks.ts'
import { said, succeeded } from '../bench/tofu-output.ts'
import { seedByHand } from './seed-by-hand.ts'
import { statesOnMachine } from './local-states.ts'
import { servicesOf, writesOf } from './writes-of.ts'

const WRONG = '999988887777'

/**
 * Takes a working folder to another account, with credentials that are good there: the committed file and all that
 * init left. Asserts that seed refuses it, then the backend, and the provider where the backend's guard was replaced
 * from outside, as `-backend-config` in TF_CLI_ARGS_init can.
 */
export const refusedInWrongAccount = async (tools: Bench, stack: CommittedStack, from: Scenario): Promise<void> => {
  const elsewhere = await openScenario(tools, stack, { account: WRONG })
  try {
    const as = await elsewhere.assume('/ZentheaFoundationBootstrap', 'day0')
    const [seeded, whileSeeding] = await elsewhere.during(() => seedByHand(tools, stack, elsewhere, as))
    assert.is(seeded.code, 1, seeded.screen)
    assert.match(seeded.screen, `account ${WRONG}`)
    assert.match(seeded.screen, 'nothing was created')
    assert.equal(servicesOf(whileSeeding, 'sts'), [], 'seed asked nothing but who it is')

    await elsewhere.seed()
    for (const name of ['.terraform', '.terraform.lock.hcl'])
      cpSync(join(from.folder, name), join(elsewhere.folder, name), { recursive: true, verbatimSymlinks: true })
    const [plan, whilePlanning] = await elsewhere.during(() => elsewhere.tofu(['plan', '-no-color'], as))
    assert.is(plan.code, 1, said(plan))
    assert.match(plan.stderr, `AWS account ID not allowed: ${WRONG}`)
    assert.equal(servicesOf(whilePlanning, 'sts'), [], 'the backend asked nothing but who it is')

    const guard = `-backend-config=allowed_account_ids=["${WRONG}"]`
    const init = await elsewhere.tofu(['init', '-no-color', '-reconfigure', guard], as)
    assert.ok(succeeded(init), said(init))
    const [apply, whileApplying] = await elsewhere.during(() =>
      elsewhere.tofu(['apply', '-no-color', '-auto-approve'], as)
    )
    assert.is(apply.code, 1, said(apply))
    assert.match(apply.stderr, `AWS account ID not allowed: ${WRONG}`)
    assert.match(apply.stderr, 'with provider["registry.opentofu.org/hashicorp/aws"]')
    assert.equal(writesOf(whileApplying, WRONG), ['dynamodb:DeleteItem', 'dynamodb:PutItem'], 'only the lock moved')
    assert.equal(statesOnMachine(elsewhere), [])
  } finally {
    await elsewhere.close()
  }
}
