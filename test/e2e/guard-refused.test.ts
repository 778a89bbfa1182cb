import * as fs from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { Evidence } from '../../src/commands/guard/evidence.ts'
import { bench } from './bench/bench.ts'
import { openScenario } from './bench/scenario.ts'
import { committed } from './bench/stacks.ts'
import { said, succeeded } from './bench/tofu-output.ts'
import { changeStack, plainDayZero, plainTofu } from './guarded/stack-at-work.ts'
import { type Guarded, openGuarded } from './guarded/guarded.ts'
import { QUESTION, done, refused } from './guarded/refused.ts'

const tools = await bench()
const stack = committed('staging-eu')

const OTHER_ACCOUNT = '210987654321'
const test = suite<{ guarded: Guarded }>('what the guard refuses of a real plan, account and lock')

test.before(async (context) => {
  context.guarded = await openGuarded(tools, stack)
  await plainDayZero(context.guarded)
})
test.after(({ guarded }) => guarded.close())

test('credentials of another account: AWS is asked who this is, and nothing else', async ({ guarded }) => {
  const elsewhere = await openScenario(tools, stack, { account: OTHER_ACCOUNT })
  try {
    const session = await elsewhere.assume('/ZentheaFoundationBootstrap', 'session-of-a-person')
    // The id of a key of today tells its account; that of an old one does not.
    for (const [as, asked] of [
      [session, []],
      [{ ...session, accessKeyId: 'AKIAIOSFODNN7EXAMPLE' }, ['GetCallerIdentity']]
    ] as const) {
      const [{ code, screen }, calls] = await elsewhere.during(() => guarded.guard('plan', as, { at: elsewhere }))
      assert.is(code, 1, screen)
      assert.match(screen, 'expected  the account 111122223333')
      assert.match(screen, `the account ${OTHER_ACCOUNT}`)
      assert.match(screen, 'nothing was applied')
      assert.equal(
        calls.map(({ body }) => new URLSearchParams(body ?? '').get('Action')),
        asked
      )
    }
  } finally {
    await elsewhere.close()
  }
})

/** Applies, with plain tofu, a file that nobody reviewed: the committed one and a policy more. */
const applyOneMore = async ({ scenario, root, bootstrap }: Guarded): Promise<void> => {
  const file = JSON.parse(fs.readFileSync(join(root, 'out/staging-eu/main.tf.json'), 'utf8')) as {
    readonly resource: { readonly aws_iam_policy: Record<string, unknown> }
  }
  const policy = JSON.stringify({
    Version: '2012-10-17',
    Statement: [{ Effect: 'Deny', Action: ['s3:DeleteBucket'], Resource: ['*'] }]
  })
  file.resource.aws_iam_policy['extra'] = { name: 'ZentheaStagingEuExtra', path: '/zenthea/foundation/', policy }
  fs.writeFileSync(join(scenario.folder, 'main.tf.json'), JSON.stringify(file))
  for (const args of [['init'], ['apply', '-auto-approve']]) {
    const ended = await scenario.tofu([...args, '-input=false', '-no-color'], bootstrap)
    assert.ok(succeeded(ended), said(ended))
  }
}

test('a state that holds what the file does not have is refused by its name, before tofu plans', async ({
  guarded
}) => {
  await applyOneMore(guarded)
  const screen = await refused(guarded, 'plan', guarded.bootstrap)
  assert.match(screen, /state-declared\n[\s\S]*aws_iam_policy\.extra/)
  assert.equal(guarded.plans(), [])
  const evidence = guarded.evidence().at(-1) as Evidence
  assert.equal(evidence.outcome, { reason: 'NotProven', objections: [], exitCode: 1 })
  assert.ok(evidence.findings.some(({ id, outcome }) => id === 'state-declared' && outcome === 'failed'))
  await plainTofu(guarded, ['apply', '-input=false', '-no-color', '-auto-approve'])
})

test('a plan that would replace is refused, and not kept', async ({ guarded }) => {
  const { scenario, bootstrap } = guarded
  await scenario.python('move_role.py', ['ZentheaStagingEuAutomation', '/elsewhere/'])
  const screen = await refused(guarded, 'plan', bootstrap)
  assert.match(screen, 'aws_iam_role.automation would be replaced: deleted, then made anew')
  assert.match(screen, 'J.6.2 §7')
  assert.match(screen, 'this plan may not be applied, and it is not kept')
  assert.equal(guarded.plans(), [])
  const evidence = guarded.evidence().at(-1) as Evidence
  assert.ok(evidence.findings.some(({ id, outcome }) => id === 'plan-actions' && outcome === 'failed'))
  assert.equal(evidence.outcome, { reason: 'PlanRefused', objections: [], exitCode: 1 })
})

test('without that plan there is nothing to apply', async ({ guarded }) => {
  assert.match(await refused(guarded, 'apply', guarded.bootstrap), 'plan-saved')
})

test('a lock that is taken between plan and apply is not passed, and says whose it is', async ({ guarded }) => {
  const { guard, scenario } = guarded
  // Puts back what was changed outside.
  await scenario.python('move_role.py', ['ZentheaStagingEuAutomation', '/zenthea/foundation/'])
  await plainTofu(guarded, ['apply', '-input=false', '-no-color', '-auto-approve'])
  await changeStack(guarded, 'OpenTofu state lock', 'Lock of the state')
  const operator = await scenario.assume('/zenthea/foundation/ZentheaStagingEuOperator', 'session-of-a-person')
  done(await guard('plan', operator))
  const lockId = `${stack.bucket}/${stack.key}`
  await scenario.python('hold_lock.py', [stack.region, stack.lockTable, lockId, 'f0e1d2c3-0000-4000-8000-000000000007'])
  const typing = [[QUESTION, 'staging\n']] as const
  const screen = await refused(guarded, 'apply', operator, { typing }, [lockId])
  assert.match(screen, 'held by operator@elsewhere since 2026-01-02T03:04:05')
  assert.match(screen, 'force-unlock f0e1d2c3-0000-4000-8000-000000000007')
  assert.not.match(screen, QUESTION)
  assert.is(guarded.plans().length, 2, 'the plan is kept')
})

test('when the lock is released, the same plan is applied', async ({ guarded }) => {
  const { guard, scenario } = guarded
  await plainTofu(guarded, ['force-unlock', '-force', 'f0e1d2c3-0000-4000-8000-000000000007'])
  const operator = await scenario.assume('/zenthea/foundation/ZentheaStagingEuOperator', 'session-of-a-person')
  const screen = done(await guard('apply', operator, { typing: [[QUESTION, 'staging\n']] }))
  assert.match(screen, 'Apply complete! Resources: 0 added, 1 changed, 0 destroyed.')
  assert.match(screen, 'proven  nothing-left')
  assert.equal(guarded.plans(), [])
})

test.run()
