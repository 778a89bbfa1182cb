import { userInfo } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { findingsIn, runOnline } from '../support/preflight-bench.ts'
import { bench } from './bench/bench.ts'
import { anyone, type Credentials } from './bench/child-environment.ts'
import { openScenario } from './bench/scenario.ts'
import { committed } from './bench/stacks.ts'
import { said, succeeded } from './bench/tofu-output.ts'
import { operatorOf } from './life-cycle/life.ts'
import { statesOnMachine } from './life-cycle/local-states.ts'
import { findingOf, type Opened, openPreflight, refusalsOf, type Said } from './preflight/opened.ts'

/** Each step begins where the one before it ended: a failed step takes the later ones with it. */
const tools = await bench()
const stack = committed('staging-eu')

const LOCK = `${stack.bucket}/${stack.key}`
const DIGEST = `${LOCK}-md5`
const PROBE = `${LOCK}#preflight`
const WRONG = '999988887777'

type Known = { opened: Opened; operator: Credentials }

const test = suite<Known>('preflight, with a real tofu')
test.before(async (known) => {
  known.opened = await openPreflight(tools, stack)
})
test.after(({ opened }) => opened.close())

const proven = (seen: Said): void => {
  assert.equal(refusalsOf(seen), [])
  assert.is(seen.code, 0)
}

test('before init it refuses, and says what to run', async ({ opened }) => {
  const seen = await opened.preflight(opened.bootstrap, ['--check', 'working-directory'])
  assert.is(seen.code, 1)
  assert.ok(refusalsOf(seen).includes('working-directory initialised'))
})

test('after seed and init, before the first plan, all is proven to the bootstrap principal', async ({ opened }) => {
  await opened.tofu(['init', '-input=false'], opened.bootstrap)
  const seen = await opened.preflight(opened.bootstrap)
  proven(seen)
  assert.is(seen.document.caller?.kind, 'bootstrap principal')
  assert.is(seen.document.state, null)
  assert.match(findingOf(seen, 'state-clean').actual, 'no state yet')
  assert.equal(await opened.scenario.lockIds(), [])
})

test('while a real apply holds the lock it refuses, and names operation and lock as tofu wrote them, the holder on the screen alone', async (known) => {
  const { opened } = known
  const applying = await opened.starts(['apply'], opened.bootstrap)
  await applying.says('Enter a value:')
  const written = await opened.scenario.python('lock_info.py', [stack.region, stack.lockTable, LOCK])
  const { ID, Created } = JSON.parse(written) as { readonly ID: string; readonly Created: string }
  const seen = await opened.preflight(opened.bootstrap)
  assert.is(seen.code, 1)
  assert.equal(refusalsOf(seen), ['lock-free lock-free'])
  const { actual, remedy } = findingOf(seen, 'lock-free')
  assert.match(actual, `held since ${Created} (`)
  assert.not.match(actual, `${userInfo().username}@`)
  assert.match(actual, `for OperationTypeApply, lock ${ID}`)
  assert.match(remedy ?? '', `force-unlock ${ID}`)
  applying.type('yes')
  const applied = await applying.ended
  assert.ok(succeeded(applied), said(applied))
  assert.match(applied.stdout, 'Apply complete! Resources: 7 imported, 9 added, 0 changed, 0 destroyed.')
  known.operator = await opened.scenario.assume(operatorOf(stack), 'a-session')
})

test('after the first apply all is proven to both, and the real state is whole and clean', async ({
  opened,
  operator
}) => {
  for (const [kind, as] of [
    ['operator role', operator],
    ['bootstrap principal', opened.bootstrap]
  ] as const) {
    const seen = await opened.preflight(as)
    proven(seen)
    assert.is(seen.document.caller?.kind, kind)
    assert.match(findingOf(seen, 'state-clean').actual, /^\d+ resources, all of them$/)
    assert.ok((seen.document.state?.serial ?? 0) > 0)
    assert.not.match(JSON.stringify(seen.document), 'a-session')
    assert.equal(await opened.scenario.lockIds(), [DIGEST])
  }
})

const HELD_BY_PLAN = /^lock-free: held by .* for OperationTypePlan/

test('twenty at once beside a real plan: each answer is true, no probe is left, and the plan is not blocked', async ({
  opened,
  operator
}) => {
  const { proxy, authority } = opened.scenario.moto
  const { accessKeyId: accessKey } = operator
  const pause = (millis: number) => () => setTimeout(millis, undefined)
  const [[planned, ...seen], calls] = await opened.scenario.during(() =>
    Promise.all([
      opened.tofu(['plan', '-input=false', '-no-color', '-detailed-exitcode'], operator),
      ...Array.from({ length: 20 }, () => runOnline({ proxy, caBundle: authority }, { accessKey, pause }))
    ] as const)
  )
  assert.match(planned.stdout, 'No changes. Your infrastructure matches the configuration.')
  for (const one of seen) {
    const refused = findingsIn(one).filter(({ outcome }) => outcome === 'failed')
    assert.equal(
      refused.map(({ rule, actual }) => `${rule}: ${actual}`).filter((text) => !HELD_BY_PLAN.test(text)),
      []
    )
    assert.ok(one.results.every(({ _tag, check }) => _tag === 'Proven' || check === 'lock-free'))
  }
  assert.is(seen.length, 20)
  assert.equal(await opened.scenario.lockIds(), [DIGEST])
  const writes = calls.filter(({ headers }) => /\.(PutItem|DeleteItem)$/.test(headers['x-amz-target'] ?? ''))
  const ofPlan = writes.flatMap(({ body }, at) => (body?.includes('#preflight') === false ? [at] : []))
  assert.ok(ofPlan.length >= 2 && (ofPlan.at(-1) ?? 0) - (ofPlan[0] ?? 0) >= ofPlan.length, 'they met')
})

test('a probe that a killed run left is one that tofu force-unlock removes', async ({ opened, operator }) => {
  const isTaken = (): boolean => {
    const last = opened.scenario.moto.calls().at(-1)
    return last?.headers['x-amz-target']?.endsWith('.PutItem') === true && last.body?.includes('#preflight') === true
  }
  const left = async (): Promise<boolean> => {
    await opened.killedWhen(isTaken, operator)
    return ((await opened.scenario.lockIds()) as ReadonlyArray<string>).includes(PROBE)
  }
  let tries = 1
  while (!(await left()) && tries < 10) tries += 1
  assert.equal(await opened.scenario.lockIds(), [PROBE, DIGEST].toSorted())
  const written = await opened.scenario.python('lock_info.py', [stack.region, stack.lockTable, PROBE])
  const { ID } = JSON.parse(written) as { readonly ID: string }
  const s3 = {
    bucket: stack.bucket,
    key: `${stack.key}#preflight`,
    region: stack.region,
    dynamodb_table: stack.lockTable
  }
  await opened.inScratch({ terraform: { backend: { s3 } } }, [
    ['init', '-input=false'],
    ['force-unlock', '-force', ID]
  ])
  assert.equal(await opened.scenario.lockIds(), [DIGEST])
})

test('credentials of another account are refused before anything but GetCallerIdentity is asked', async ({
  opened
}) => {
  const elsewhere = await openScenario(tools, stack, { account: WRONG })
  try {
    const there = await elsewhere.assume('/ZentheaFoundationBootstrap', 'a-session')
    for (const [as, expected] of [
      [anyone, ['GetCallerIdentity']],
      [there, []]
    ] as const) {
      const [seen, calls] = await elsewhere.during(() => opened.preflight(as, [], elsewhere))
      assert.is(seen.code, 1)
      assert.is(refusalsOf(seen)[0], 'identity caller-account')
      assert.match(findingOf(seen, 'caller-account').actual, WRONG)
      assert.equal(
        calls.map(({ body }) => new URLSearchParams(body ?? '').get('Action')),
        expected
      )
    }
  } finally {
    await elsewhere.close()
  }
})

test('no state was on this machine at any moment', ({ opened }) => {
  assert.equal(statesOnMachine(opened.scenario), [])
})

test.run()
