import { digest, instant } from '../../support/kinds.ts'
import * as E from 'fp-ts/lib/Either.js'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { apply } from '../../../src/commands/guard/apply.ts'
import { EVIDENCE_SCHEMA, Evidence, writtenEvidence } from '../../../src/commands/guard/evidence.ts'
import { type Ledger, emitted, emptyLedger, noted } from '../../../src/commands/guard/ledger.ts'
import { plan } from '../../../src/commands/guard/plan.ts'
import { type GuardWorld, guardWorld, packageHash } from '../../support/guard-world.ts'

const TOFU = 'b457d1ccd2bd94982560005638a2ef5982cbd35212910dd342b025282d18ea76'
const test = suite<GuardWorld>('the evidence of a run')
test.before.each((context) => {
  Object.assign(context, guardWorld())
})
test.after.each(({ close }) => close())

/** The SHA-256 of a file as it lies in the checkout. */
const digestOf = ({ root }: GuardWorld, name: string): string =>
  createHash('sha256')
    .update(readFileSync(join(root, 'project/out/staging-eu', name)))
    .digest('hex')

const begun = (context: GuardWorld): Ledger =>
  emitted(emptyLedger({ command: 'apply', stack: 'staging-eu' }), context.of('apply'))

const ledgerOf = (context: GuardWorld, from: number): Ledger =>
  context.events.slice(from).reduce((ledger, event) => noted(ledger, event, context.of('apply')), begun(context))

const document = (ledger: Ledger): Evidence => ({
  schema: EVIDENCE_SCHEMA,
  program: digest('f'.repeat(64)),
  sandbox: false,
  ...ledger,
  completed: true,
  began: instant('2026-01-31T12:00:00.000Z'),
  ended: instant('2026-01-31T12:01:00.000Z'),
  outcome: { reason: 'Done', objections: [], exitCode: 0 }
})

const applied = async (context: GuardWorld): Promise<Ledger> => {
  await plan(context.of('plan'))(context.ports)()
  const from = context.events.length
  await apply(context.of('apply'))(context.ports)()
  return ledgerOf(context, from)
}

test('ties together who, where, what, with what, and the state before and after', async (context) => {
  const ledger = await applied(context)
  assert.equal(ledger.caller, {
    kind: 'operator role',
    seen: 'arn:aws:sts::111122223333:assumed-role/ZentheaStagingEuOperator',
    declared: 'arn:aws:iam::111122223333:role/zenthea/foundation/ZentheaStagingEuOperator'
  })
  assert.equal(ledger.declared, {
    account: '111122223333',
    region: 'eu-central-1',
    provider: { version: '5.100.0', proof: 'proven by run' }
  })
  assert.is(ledger.commit, 'a'.repeat(40))
  assert.equal(ledger.file, { path: 'out/staging-eu/main.tf.json', sha256: digestOf(context, 'main.tf.json') })
  // Of the text 'a tofu'.
  assert.equal(ledger.tofu, { version: '1.12.6', sha256: TOFU })
  assert.equal(ledger.providers, {
    sha256: digestOf(context, '.terraform.lock.hcl'),
    hashes: [packageHash('a provider')]
  })
  // Of the text 'a plan'.
  assert.is(ledger.plan?.sha256, 'a27fa2bacd5796b82680016a6b8865a616a9e4f6b6a198d3776ddc07536e3158')
  assert.equal(ledger.state, {
    before: { serial: 7, versionId: 'v7' },
    after: { serial: 8, versionId: 'v8' }
  })
  assert.ok(ledger.confirmed && ledger.applied)
  assert.equal(
    ledger.runs.map(({ command, exitCode }) => [command, exitCode]),
    [
      ['init', 0],
      ['show', 0],
      ['apply', 0],
      ['plan', 0]
    ]
  )
})

test('is of the schema that is written down, before anything is known and after everything is', async (context) => {
  const empty = begun(context)
  for (const ledger of [empty, await applied(context)]) {
    const read: unknown = JSON.parse(writtenEvidence(document(ledger)))
    assert.ok(E.isRight(Evidence.decode(read)))
    assert.ok(E.isLeft(Evidence.decode({ ...(read as object), more: 1 })))
    const { caller: _, ...lacking } = read as { caller: unknown }
    assert.ok(E.isLeft(Evidence.decode(lacking)))
  }
})

test('a run that was refused first says nothing that was not seen', () => {
  assert.equal(emptyLedger({ command: 'plan', stack: 'staging-eu' }), {
    ...{ command: 'plan', stack: 'staging-eu', declared: null, caller: null, commit: null, file: null, tofu: null },
    ...{ providers: null, plan: null, checks: [], findings: [], confirmed: false, applied: false, runs: [] },
    state: { before: null, after: null }
  })
})

test('holds no credential, and does not say whose lock was held', async (context) => {
  await plan(context.of('plan'))(context.ports)()
  const before = context.world.tofu
  context.world.tofu = (call) => {
    if (call.args[0] === 'apply') context.world.lockedBy = 'a.colleague@example.com'
    return before(call)
  }
  await apply(context.of('apply'))(context.ports)()
  const text = writtenEvidence(document(ledgerOf(context, 0)))
  assert.match(JSON.stringify(context.events), 'a.colleague')
  for (const secret of ['a.colleague', 'AKIAIOSFODNN7EXAMPLE', 'hidden-key', 'hidden-token'])
    assert.not.match(text, secret)
})

test('says that the state is not known where it could not be read again', async (context) => {
  const ledger = [
    ...context.events,
    { _tag: 'Applying' } as const,
    { _tag: 'After', findings: [], state: undefined } as const
  ].reduce<Ledger>((sum, event) => noted(sum, event, context.of('apply')), {
    ...begun(context),
    state: { before: { serial: 1, versionId: null }, after: { serial: 1, versionId: null } }
  })
  assert.is(ledger.state.after, null)
  assert.is(ledger.state.before?.serial, 1)
})

test.run()
