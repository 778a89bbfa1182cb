import { bucketOf } from '../support/bucket-of.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as E from 'fp-ts/lib/Either.js'
import * as R from 'fp-ts/lib/Record.js'
import * as T from 'fp-ts/lib/Task.js'
import * as TE from 'fp-ts/lib/TaskEither.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { PolicyDocument } from '../../src/iam/document.ts'
import { untouchedBucket } from '../../src/backend/compare-bucket.ts'
import { untouchedTable } from '../../src/backend/compare-table.ts'
import { carrier } from '../../src/outside/aws/route.ts'
import { awsPorts } from '../../src/outside/aws/session.ts'
import { type Documents, emittedPolicies } from '../support/access-matrix/emitted.ts'
import { type Names, production, staging } from '../support/access-matrix/names.ts'
import { keyPolicy } from '../support/access-matrix/policies-of.ts'
import { type Decision, simulate } from '../support/simulate.ts'
import { type Authorization, authorizationOf, isSigned } from './bench/authorization.ts'
import { bench } from './bench/bench.ts'
import type { Call } from '../../src/outside/stand-in/stand-in.ts'
import type { Credentials } from './bench/child-environment.ts'
import { openScenario, type Scenario } from './bench/scenario.ts'
import { committed } from './bench/stacks.ts'
import { said, succeeded, summary } from './bench/tofu-output.ts'
import { wordsOfNoSession } from '../support/no-session.ts'

const tools = await bench()
const PATIENCE = 60_000

/** What a role is allowed though no call of this test needs it, and why. */
const unrecorded: Readonly<Record<'operator' | 'automation', Readonly<Record<string, string>>>> = {
  operator: { 'dynamodb:UntagResource': 'a tag that is taken out of the stack; here tags change their value' },
  automation: {}
}

/** AWS answers it whatever the policies say, so it needs no grant. Source: AWS STS API reference, GetCallerIdentity. */
const needsNoGrant = 'sts:GetCallerIdentity'

for (const names of [staging, production]) {
  const stack = committed(names.stack)
  const documents = emittedPolicies(names.stack)
  const recorded: Record<'operator' | 'automation', Array<Authorization>> = { operator: [], automation: [] }
  const test = suite<{ scenario: Scenario; operator: Credentials; automation: Credentials }>(
    `least privilege in ${names.stack}`
  )

  const record = async <A>(scenario: Scenario, role: 'operator' | 'automation', done: () => Promise<A>): Promise<A> => {
    const [result, calls] = await scenario.during(done)
    recorded[role].push(...calls.filter(isSigned).map((call: Call) => authorizationOf(call, names.account)))
    return result
  }

  test.before(async (context) => {
    const scenario = await openScenario(tools, stack)
    context.scenario = scenario
    await scenario.seed()
    const bootstrap = await scenario.assume(`/${names.bootstrap}`, 'day0')
    for (const args of [['init'], ['apply', '-auto-approve']]) {
      const ended = await scenario.tofu([...args, '-input=false', '-no-color'], bootstrap)
      assert.ok(succeeded(ended), said(ended))
    }
    context.operator = await scenario.assume(`/${names.operator}`, 'operator')
    context.automation = await scenario.assume(`/${names.automation}`, 'automation')
  })

  test.after(async ({ scenario }) => {
    await scenario.close()
  })

  test('operator: a plan that finds nothing to do', async ({ scenario, operator }) => {
    const ended = await record(scenario, 'operator', () =>
      scenario.tofu(['plan', '-input=false', '-no-color', '-detailed-exitcode'], operator)
    )
    assert.ok(succeeded(ended), said(ended))
  })

  test('operator: a change of tags and of a setting, planned and applied', async ({ scenario, operator }) => {
    const file = join(scenario.folder, 'main.tf.json')
    const text = readFileSync(file, 'utf8')
    const changed = text
      .replaceAll('"Purpose": "OpenTofu state', '"Purpose": "Changed state')
      .replace('"recovery_period_in_days": 35', '"recovery_period_in_days": 34')
    assert.is.not(changed, text)
    writeFileSync(file, changed)
    const planned = await record(scenario, 'operator', () =>
      scenario.tofu(['plan', '-input=false', '-json', '-out=change.tfplan'], operator)
    )
    assert.is(summary(planned), 'Plan: 0 to add, 2 to change, 0 to destroy.', said(planned))
    const applied = await record(scenario, 'operator', () =>
      scenario.tofu(['apply', '-input=false', '-json', 'change.tfplan'], operator)
    )
    assert.is(summary(applied), 'Apply complete! Resources: 0 added, 2 changed, 0 destroyed.', said(applied))
  })

  test('operator: a lock that another holds stops the plan, and force-unlock takes it away', async ({
    scenario,
    operator
  }) => {
    const id = '2f0e6b0a-54c1-4f4b-8d7f-6f1f0f5a9c11'
    await scenario.python('hold_lock.py', [names.region, names.table, `${names.bucket}/${names.key}`, id])
    const refused = await record(scenario, 'operator', () =>
      scenario.tofu(['plan', '-input=false', '-no-color'], operator)
    )
    assert.is(refused.code, 1)
    assert.match(refused.stderr, 'operator@elsewhere')
    const unlocked = await record(scenario, 'operator', () =>
      scenario.tofu(['force-unlock', '-force', '-no-color', id], operator)
    )
    assert.ok(succeeded(unlocked), said(unlocked))
  })

  test('operator: what preflight asks of bucket and table beside a plan', async ({ scenario, operator }) => {
    const { proxy, authority } = scenario.moto
    const way = await carrier({ proxy, caBundle: authority }, PATIENCE)()
    if (E.isLeft(way)) throw new Error(wordsOfNoSession(way.left))
    const calling = {
      region: names.region,
      patienceMillis: PATIENCE,
      pause: () => T.of(undefined),
      retrying: () => () => {}
    }
    const { bucket, table } = awsPorts(operator, way.right, calling)
    const arn = `arn:aws:dynamodb:${names.region}:${names.account}:table/${names.table}`
    const asked = await record(scenario, 'operator', () =>
      Promise.all([
        bucket.settings(bucketOf(names.bucket, names.account))(),
        R.sequence(TE.ApplicativePar)(table.undeclared({ name: names.table, arn }))()
      ])
    )
    way.right.close()
    const [ofBucket, ofTable] = asked
    assert.equal(ofTable, E.right(untouchedTable))
    assert.equal(E.isRight(ofBucket) && ofBucket.right.undeclared, untouchedBucket)
  })

  test('automation: a plan', async ({ scenario, automation }) => {
    const ended = await record(scenario, 'automation', () =>
      scenario.tofu(['plan', '-input=false', '-no-color', '-detailed-exitcode'], automation)
    )
    assert.ok(succeeded(ended), said(ended))
  })

  for (const role of ['operator', 'automation'] as const) {
    test(`${role}: wide enough, every call that was made is allowed`, async () => {
      const principal = `arn:aws:sts::${names.account}:assumed-role/${names[role].replace(/^.*\//, '')}/${role}`
      const asked = distinct(recorded[role])
      assert.ok(asked.length > 20)
      assert.equal([...new Set(asked.map((one) => one.principal))], [principal])
      const refused: Array<string> = []
      for (const one of asked.filter(({ action }) => action !== needsNoGrant))
        if ((await decided(names, documents, role, one)) !== 'allowed') refused.push(JSON.stringify(one))
      assert.equal(refused, [])
    })

    test(`${role}: no wider, every allowed action was called or has its reason`, () => {
      const called = new Set(recorded[role].map(({ action }) => action))
      const spare = allowedActions(documents[`${role}_policy`]).filter((action) => !called.has(action))
      console.log(`${names.stack} ${role}: allowed and not called: ${spare.join(', ') || 'nothing'}`)
      assert.equal(spare, Object.keys(unrecorded[role]))
    })
  }

  test.run()
}

const distinct = (asked: ReadonlyArray<Authorization>): ReadonlyArray<Authorization> => [
  ...new Map(asked.map((one) => [JSON.stringify(one), one])).values()
]

const allowedActions = ({ Statement }: PolicyDocument): ReadonlyArray<string> =>
  [...new Set(Statement.flatMap(({ Effect, Action = [] }) => (Effect === 'Allow' ? Action : [])))].toSorted((a, b) =>
    a < b ? -1 : 1
  )

/** What an independent simulator decides of a recorded call, under all policies of the stack. */
const decided = (
  { account, ...names }: Names,
  documents: Documents,
  role: 'operator' | 'automation',
  { principal, action, resource, conditions }: Authorization
): Promise<Decision> => {
  const leadingKey = conditions['dynamodb:LeadingKeys']
  return simulate(
    {
      principal,
      action,
      resource,
      account,
      context: {
        ...conditions,
        ...(leadingKey !== undefined && { 'dynamodb:LeadingKeys': [leadingKey] }),
        'aws:ResourceAccount': account,
        'aws:PrincipalAccount': account,
        'aws:PrincipalArn': `arn:aws:iam::${account}:role/${names[role]}`,
        'aws:PrincipalType': 'AssumedRole'
      }
    },
    {
      identity: [documents[`${role}_policy`]],
      boundary: documents.boundary_policy,
      resource: action.startsWith('s3:')
        ? documents.state_bucket_policy
        : action.startsWith('kms:')
          ? keyPolicy(account)
          : undefined
    }
  )
}
