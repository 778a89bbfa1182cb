import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { bench } from './bench/bench.ts'
import type { Credentials } from './bench/child-environment.ts'
import { stacks } from './bench/stacks.ts'
import { said, succeeded } from './bench/tofu-output.ts'
import { type Life, openLife, operatorOf } from './life-cycle/life.ts'
import { statesOnMachine } from './life-cycle/local-states.ts'
import { planDifferences } from './life-cycle/plan-differences.ts'
import { until } from './life-cycle/running-tofu.ts'
import { printsOf, recorded, type StateVersion, stateVersions } from './life-cycle/state-versions.ts'
import { seedProcess } from '../support/seed-process.ts'
import { notInTranscript, notSaid, toldIn } from '../support/told-in-documents.ts'
import { writesOf } from './life-cycle/writes-of.ts'
import { refusedInWrongAccount } from './life-cycle/wrong-account.ts'

const BOOTSTRAP = 'ZentheaFoundationBootstrap'

/** Each step begins where the one before it ended: a failed step takes the later ones with it. */
const tools = await bench()

for (const stack of stacks) {
  const lockId = `${stack.bucket}/${stack.key}`
  const digestId = `${lockId}-md5`
  const test = suite<Known>(`the life of the state of ${stack.name}`)

  const step = (name: string, done: (known: Known) => Promise<void>): void => {
    test(name, async (known) => {
      await done(known)
      assert.equal(statesOnMachine(known.life.scenario), [], 'no state is on this machine')
    })
  }

  test.before(async (known) => {
    known.life = await openLife(tools, stack)
    known.bootstrap = await known.life.scenario.assume(`/${BOOTSTRAP}`, 'day0')
  })
  test.after(({ life }) => life.close())

  step('whom no policy allows anything is denied as AWS denies', async ({ life, bootstrap }) => {
    const denied = await life.scenario.shell(`aws s3api head-bucket --bucket ${stack.bucket}`, bootstrap)
    assert.match(denied.stderr, '403')
  })

  step('the account owner lets the bootstrap principal do day 0, by the printed policy', async ({ life }) => {
    const printed = await seedProcess([`stacks/${stack.name}.ts`, '--policy'])
    assert.is(printed.code, 0, printed.stderr)
    await life.scenario.python('allow_role.py', [BOOTSTRAP, 'day-0', printed.stdout])
  })

  step('the bootstrap principal seeds at a terminal', ({ life, bootstrap }) => life.seed(bootstrap))

  step('init, on the committed bytes', async ({ life, bootstrap }) => {
    assert.ok(readFileSync(join(life.scenario.folder, 'main.tf.json')).equals(readFileSync(stack.file)))
    await life.done(['init', '-input=false'], bootstrap)
  })

  step('the first plan imports what seed made, adds the IAM, and changes nothing', async ({ life, bootstrap }) => {
    const shown = await life.done(['plan', '-input=false', '-out=day0.tfplan'], bootstrap)
    assert.match(shown, 'Plan: 7 to import, 9 to add, 0 to change, 0 to destroy.')
  })

  step('apply does just that', async (known) => {
    const { life, bootstrap } = known
    const shown = await life.done(['apply', '-input=false', 'day0.tfplan'], bootstrap)
    assert.match(shown, 'Apply complete! Resources: 7 imported, 9 added, 0 changed, 0 destroyed.')
    known.operator = await life.scenario.assume(operatorOf(stack), 'ada')
    known.other = await life.scenario.assume(operatorOf(stack), 'grace')
  })

  step('a second plan, by an operator, has nothing to do', async ({ life, operator }) => {
    const shown = await life.done(['plan', '-input=false', '-detailed-exitcode'], operator)
    assert.match(shown, 'No changes. Your infrastructure matches the configuration.')
    assert.equal(await life.scenario.lockIds(), [digestId])
  })

  step('a change of one tag in the stack: the plan shows just that tag', async (known) => {
    const { life, operator } = known
    known.first = await stateVersions(life.scenario, stack)
    await life.change("Purpose: 'OpenTofu state lock'", "Purpose: 'Lock of the OpenTofu state'")
    await life.done(['plan', '-input=false', '-out=tag.tfplan'], operator)
    const { changes } = planDifferences(await shownAsJson(known, 'tag.tfplan'))
    const values = ['OpenTofu state lock', 'Lock of the OpenTofu state']
    const paths = [
      ['tags.Purpose', ...values],
      ['tags_all.Purpose', ...values]
    ]
    assert.equal(changes, [{ address: 'aws_dynamodb_table.lock', actions: ['update'], paths }])
  })

  step('while one operator is asked for approval, another meets the lock; then the first goes on', async (known) => {
    const { life, operator, other } = known
    const applying = await life.starts(['apply'], operator)
    await applying.says('Enter a value:')
    await life.meetsLock(other)
    applying.type('yes')
    const applied = await applying.ended
    assert.ok(succeeded(applied), said(applied))
    assert.match(applied.stdout, 'Apply complete! Resources: 0 added, 1 changed, 0 destroyed.')
    assert.equal(await life.scenario.lockIds(), [digestId])
  })

  step('the version of the state before the change can still be read', async ({ life, first }) => {
    const versions = await stateVersions(life.scenario, stack)
    assert.ok(first.length > 0)
    assert.equal(printsOf(versions.slice(-first.length)), printsOf(first))
    const [now, before] = [versions, first].map(([current = { id: '', text: '{}' }]) => recorded(current))
    assert.equal([before?.purpose, now?.purpose], ['OpenTofu state lock', 'Lock of the OpenTofu state'])
    assert.ok(Number(now?.serial) > Number(before?.serial), 'they are two states')
  })

  step('destroy is refused, and nothing changed', async ({ life, bootstrap, operator }) => {
    const before = await stateVersions(life.scenario, stack)
    const [refused, calls] = await life.scenario.during(() =>
      life.tofu(['destroy', '-input=false', '-auto-approve'], bootstrap)
    )
    assert.is(refused.code, 1, said(refused))
    for (const address of ['aws_dynamodb_table.lock', 'aws_s3_bucket.state'])
      assert.match(refused.stderr, `Resource instance ${address} has prevent_destroy set`)
    assert.equal(writesOf(calls, stack.account), ['dynamodb:DeleteItem', 'dynamodb:PutItem'], 'only the lock moved')
    assert.equal(printsOf(await stateVersions(life.scenario, stack)), printsOf(before))
    await life.done(['plan', '-input=false', '-detailed-exitcode'], operator)
  })

  step('a wrong account is refused by seed, by the backend, and by the provider', ({ life }) =>
    refusedInWrongAccount(tools, stack, life.scenario)
  )

  step('an apply that is killed leaves its lock, and no state', async (known) => {
    const { life, operator } = known
    const { moto, lockIds } = life.scenario
    const before = await stateVersions(life.scenario, stack)
    await life.change('pointInTimeRecoveryDays: 35', 'pointInTimeRecoveryDays: 34')
    const seen = moto.calls().length
    const applying = await life.starts(['apply', '-auto-approve'], operator)
    await until('the table is being changed', () =>
      moto
        .calls()
        .slice(seen)
        .some(({ headers }) => headers['x-amz-target']?.endsWith('.UpdateContinuousBackups') === true)
    )
    applying.kill()
    assert.is((await applying.ended).signal, 'SIGKILL')
    assert.equal(await lockIds(), [lockId, digestId])
    assert.equal(printsOf(await stateVersions(life.scenario, stack)), printsOf(before))
  })

  step('the next person is told whose lock it is, and force-unlock takes it away', async ({ life, other }) => {
    const id = await life.meetsLock(other)
    await life.done(['force-unlock', '-force', id], other)
    assert.equal(await life.scenario.lockIds(), [digestId])
  })

  step('the next plan sees what the killed apply had done, and the next apply writes it down', async (known) => {
    const { life, other } = known
    await life.done(['plan', '-input=false', '-out=after.tfplan'], other)
    const shown = await shownAsJson(known, 'after.tfplan')
    assert.equal(planDifferences(shown), { changes: [], drift: ['aws_dynamodb_table.lock'] })
    await life.done(['apply', '-input=false', 'after.tfplan'], other)
    const [now] = await stateVersions(life.scenario, stack)
    assert.is(now === undefined ? undefined : recorded(now).recoveryDays, 34)
    await life.done(['plan', '-input=false', '-detailed-exitcode'], other)
    assert.equal(await life.scenario.lockIds(), [digestId])
  })

  if (stack.name === 'staging-eu')
    step('the documents tell this story in the words that were said', async ({ life }) => {
      assert.equal(notInTranscript(['operator/plain-tofu.md'], life.transcript()), [])
      const checked = toldIn({ document: 'reviewer.md', section: 'Was it emitted' })
      assert.equal(notSaid(checked, life.transcript()), [])
    })

  test.run()
}

type Known = {
  life: Life
  bootstrap: Credentials
  operator: Credentials
  /** Another session of the operator role. */
  other: Credentials
  /** Every version of the state before the first change. */
  first: ReadonlyArray<StateVersion>
}

const shownAsJson = async ({ life, operator }: Known, plan: string): Promise<string> => {
  const ended = await life.scenario.tofu(['show', '-json', plan], operator)
  assert.ok(succeeded(ended), said(ended))
  return ended.stdout
}
