import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import type { IsolationRule } from '../../src/charter/charter.ts'
import { type Law, type Laws, charterOf, phases } from '../../src/charter/phases.ts'
import { stateClean } from '../../src/commands/preflight/checks/state/state-clean.ts'
import type { StateResource } from '../../src/commands/preflight/checks/state/state-form.ts'
import { planTypes } from '../../src/plan/rules/plan-types.ts'
import { clauseOf, elsewhere, ofRuns, sentencesOf } from '../../src/registry/clauses.ts'
import { registry, registryOf } from '../../src/registry/registry.ts'
import places from '../../src/registry/places.json' with { type: 'json' }
import { type LoadedStack, emitStacks } from '../../src/stack/emit.ts'
import type { Part } from '../../src/stack/part.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import { resource } from '../../src/stack/parts/block.ts'
import { sample, subjectOf } from '../plan/sample.ts'
import { foreign } from '../support/broken-neighbours.ts'
import { type Change, changedAll } from '../support/changed.ts'
import { declaration } from '../support/valid-blocks.ts'
import { loaded, partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'
import { j990 } from './j-99-0/j-99-0.ts'

const test = suite('phases')

const both: Laws = [j990, ...phases]

const queue = (name: string, changes: Readonly<Record<string, string | number | boolean>> = {}): Part =>
  resource('aws_sqs_queue', name, {
    name: `production-${name}`,
    sqs_managed_sse_enabled: true,
    message_retention_seconds: 3600,
    ...changes
  })

const queues = [queue('mail'), queue('mail_dead'), queue('print'), queue('print_dead')]

/** Two tags of one key, which J.7.0 refuses and the phase of the tests does not. */
const twice = { ...validOptions, stateBucket: { ...validOptions.stateBucket, tags: { Environment: 'state' } } }

const older = (options = validOptions as typeof twice | typeof validOptions, more: ReadonlyArray<Part> = []) =>
  loaded(validDeclaration, [...partsWith(options), ...more])

const later = (
  more: ReadonlyArray<Part> = queues,
  changes: ReadonlyArray<Change> = [],
  options = validOptions as typeof twice | typeof validOptions
) =>
  loaded(
    changedAll(validDeclaration, [...foreign, [['phase'], 'J.99.0'], ...changes]),
    [...partsWith(options), ...more],
    'stacks/production-south.ts'
  )

const rulesOf = (stacks: ReadonlyArray<LoadedStack>, laws: Laws = both): ReadonlyArray<ReadonlyArray<string>> =>
  emitStacks(stacks, laws).map(({ file }) => (E.isRight(file) ? [] : file.left.map(({ rule }) => rule)))

/** What is wrong with one stack, alone. */
const problemsIn = (stack: LoadedStack): ReadonlyArray<Diagnostic> =>
  emitStacks([stack], both).flatMap(({ file }) => (E.isRight(file) ? [] : file.left))

/** What the later stack is refused by, alone. */
const refused = (...given: Parameters<typeof later>): ReadonlyArray<string> => rulesOf([later(...given)])[0] ?? []

test('stacks of two phases stand side by side, and the earlier one is emitted byte for byte as without the later', () => {
  const [first, second] = emitStacks([older(), later()], both)
  const [alone] = emitStacks([older()])
  assert.ok(first && E.isRight(first.file) && second && E.isRight(second.file) && alone && E.isRight(alone.file))
  assert.is(first.file.right.text, alone.file.right.text)
  assert.is(first.file.right.review.text, alone.file.right.review.text)
  const { resource: written } = JSON.parse(second.file.right.text) as { resource: Record<string, object> }
  assert.equal(Object.keys(written['aws_sqs_queue'] ?? {}), ['mail', 'mail_dead', 'print', 'print_dead'])
  assert.is(second.file.right.resources, first.file.right.resources + 4)
  assert.is(second.file.right.declaration.phase, 'J.99.0')
})

test('a resource type may have several instances by name, none too, and each has the body that its name gives it', () => {
  assert.equal(refused([]), [])
  assert.equal(refused([...queues, queue('fax', { name: 'production-mail' }), queue('fax_dead')]), [
    'authorised-attributes'
  ])
  assert.equal(refused([...queues, queue('fax', { fifo_queue: true }), queue('fax_dead')]), ['authorised-attributes'])
  assert.equal(refused([...queues, queue('mail')]), ['addresses-unique'])
})

test('what is not in its charter is refused in the later phase too', () => {
  assert.equal(refused([...queues, resource('aws_sns_topic', 'news', {})]), ['authorised-blocks'])
  assert.equal(refused([resource('aws_s3_bucket', 'more', {})]), ['authorised-blocks'])
})

test('a rule and a codec of its own refuse by its own clauses', () => {
  const found = problemsIn(
    later([queue('mail', { message_retention_seconds: 90_000 }), queue('mail_dead'), queue('print')])
  )
  assert.equal(
    found.map(({ rule, clause }) => [rule, clause]),
    [
      ['of-a-queue-retention', 'J.99.0 §3'],
      ['of-a-queue-pair', 'J.99.0 §4']
    ]
  )
})

test('each stack is judged by its own phase: nothing of the later one loosens the earlier one', () => {
  assert.equal(rulesOf([older(validOptions, queues)])[0], Array(4).fill('authorised-blocks'))
  assert.equal(rulesOf([older(twice)]), [['tags-apart']])
  assert.equal(rulesOf([later(queues, [[['tags'], { Environment: 'x' }]], twice)]), [[]])
  assert.equal(rulesOf([older(twice), later()]), [['tags-apart'], ['neighbour-known']])
})

test('a phase that is not on the list is refused, by the names of all that are', () => {
  for (const phase of ['J.8.0', 'j.99.0', ' J.7.0', '', undefined, null, ['J.99.0'], { toString: () => 'J.99.0' }]) {
    const found = problemsIn(later(queues, [[['phase'], phase]]))
    assert.equal(
      found.map(({ rule, expected }) => [rule, expected]),
      [['phase', "'J.99.0' or 'J.7.0', the phases that authorise executable infrastructure so far"]]
    )
  }
  assert.equal(rulesOf([later()], phases), [['phase']])
})

const bucket: Change = [['backend', 'bucket'], 'zenthea-integration-tfstate']
const lacking: Law = {
  ...j990,
  rules: { ...j990.rules, isolation: j990.rules.isolation.filter(({ name }) => name !== 'own-bucket') }
}

test('isolation is over both phases, whichever of the two asks for it', () => {
  const shared = [older(), later(queues, [bucket])]
  assert.equal(rulesOf(shared), [['own-bucket'], ['own-bucket']])
  assert.equal(rulesOf(shared, [lacking, ...phases]), [['own-bucket'], ['own-bucket']])
  assert.equal(rulesOf(shared.toReversed(), [lacking, ...phases]), [['own-bucket'], ['own-bucket']])
})

test('a rule of isolation that one phase alone has judges no pair of the other', () => {
  const mine: IsolationRule = {
    name: 'of-a-residency',
    by: ({ declaration: { region } }) => [region.residency],
    check: ({ stack }) => [
      { rule: 'of-a-residency', clause: 'J.99.0 §5', expected: 'one stack', actual: stack, remedy: 'Remove it.' }
    ]
  }
  const asking: Law = { ...j990, rules: { ...j990.rules, isolation: [...j990.rules.isolation, mine] } }
  const third = JSON.parse(
    JSON.stringify(changedAll(validDeclaration, foreign))
      .replaceAll('production', 'trial')
      .replaceAll('680235478471', '317409865120')
  ) as object
  const trial = loaded(
    changedAll(third, [[['trustedAccounts'], ['029608264753', '680235478471']]]),
    partsWith(validOptions),
    'stacks/trial-south.ts'
  )
  assert.equal(rulesOf([older(), trial], [asking, ...phases]), [[], []])
  assert.equal(rulesOf([older(), later()], [asking, ...phases]), [['of-a-residency'], ['of-a-residency']])
})

test('the state and the plan of a stack are judged by its phase', () => {
  const found: StateResource = {
    mode: 'managed',
    type: 'aws_sqs_queue',
    name: 'mail',
    provider: 'provider["registry.opentofu.org/hashicorp/aws"]',
    instances: [{ schema_version: 0, attributes: {} }]
  }
  const form = { version: 4, terraform_version: '1.12.6', serial: 1, lineage: 'x', outputs: {}, resources: [found] }
  const odd = (law: Law): ReadonlyArray<string> =>
    stateClean(law.charter, declaration, { ...form, version: 4 }, new Set(['aws_sqs_queue.mail'])).flatMap(
      ({ rule, outcome }) => (outcome === 'failed' ? [rule] : [])
    )
  assert.equal([odd(phases[0]), odd(j990)], [['state-authorised'], []])

  const { plan, ...subject } = subjectOf(sample('no-change'))
  const [change] = plan.resource_changes ?? []
  assert.ok(change)
  const made = { ...plan, resource_changes: [{ ...change, type: 'aws_sqs_queue', mode: 'managed' as const }] }
  const outcomes = ({ charter }: Law) => planTypes({ ...subject, plan: made, charter }).map(({ outcome }) => outcome)
  assert.equal([outcomes(phases[0]), outcomes(j990)], [['failed'], ['passed']])
})

test('the charter of a stack is that of its phase', () => {
  for (const { charter } of phases) assert.is(charterOf(charter), charter)
})

test('the registry holds its rules and its clauses beside those of J.7.0', () => {
  const ours = Object.keys(j990.ownRules ?? {})
  assert.equal(
    registryOf(places, both).filter(({ rule }) => !registry.some((known) => known.rule === rule)),
    ours.map((rule) => ({
      rule,
      printedBy: 'emit',
      says: j990.ownRules?.[rule],
      clauses: [],
      files: [],
      remedies: [],
      tests: []
    }))
  )
  const sentences = Object.keys(sentencesOf(both))
  assert.equal(sentences.slice(0, -3), Object.keys(sentencesOf()))
  assert.equal(sentences.slice(-3).map(clauseOf), ['J.99.0 §2', 'J.99.0 §3', 'J.99.0 §4'])
})

test('every clause that a rule names is one of a governing document', () => {
  const known = new Set<string>([
    ...Object.keys({ ...sentencesOf(), ...ofRuns }).map(clauseOf),
    ...elsewhere.map(([clause]) => clause)
  ])
  const sections = new Set([...known].map((clause) => clause.replace(/(§\d+)\.\d+$/, '$1')))
  const named = Object.values(places).flatMap((by) => Object.values(by).flatMap(({ clauses }) => clauses))
  assert.equal(
    named.filter((clause) => !known.has(clause) && !sections.has(clause)),
    []
  )
})

test.run()
