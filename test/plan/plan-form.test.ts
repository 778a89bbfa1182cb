import * as E from 'fp-ts/lib/Either.js'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { type Plan, countsOf, isEmptyPlan } from '../../src/plan/plan-form.ts'
import { readPlan } from '../../src/plan/read-plan.ts'
import { named, whole } from './whole-plan.ts'

const test = suite('the form of a plan')

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const said = (edit: (plan: Raw) => unknown = () => undefined): string => {
  const plan: Raw = JSON.parse(JSON.stringify(whole))
  edit(plan)
  const read = readPlan(JSON.stringify(plan))
  return E.isLeft(read) ? read.left.actual : 'read'
}

test('a plan with every known key is read, and one key more is refused at each level', () => {
  assert.is(said(), 'read')
  const levels: ReadonlyArray<readonly [string, (plan: Raw) => Raw]> = [
    ['', (plan) => plan],
    ['configuration.', ({ configuration }) => configuration],
    ['configuration.root_module.', ({ configuration }) => configuration.root_module],
    ['configuration.root_module.resources.0.', ({ configuration }) => configuration.root_module.resources[0]],
    ['configuration.provider_config.aws.', ({ configuration }) => configuration.provider_config.aws],
    ['planned_values.', (plan) => plan.planned_values],
    ['planned_values.root_module.', (plan) => plan.planned_values.root_module],
    ['planned_values.root_module.resources.0.', (plan) => plan.planned_values.root_module.resources[0]],
    ['prior_state.', (plan) => plan.prior_state],
    ['resource_changes.0.', (plan) => plan.resource_changes[0]],
    ['resource_changes.0.change.', (plan) => plan.resource_changes[0].change],
    ['resource_changes.0.change.importing.', (plan) => plan.resource_changes[0].change.importing],
    ['checks.0.', ({ checks }) => checks[0]],
    ['checks.0.address.', ({ checks }) => checks[0].address],
    ['checks.0.instances.0.', ({ checks }) => checks[0].instances[0]],
    ['checks.0.instances.0.address.', ({ checks }) => checks[0].instances[0].address],
    ['checks.0.instances.0.problems.0.', ({ checks }) => checks[0].instances[0].problems[0]],
    ['relevant_attributes.0.', (plan) => plan.relevant_attributes[0]]
  ]
  for (const [place, at] of levels)
    assert.is(
      said((plan) => (at(plan).more = 1)),
      `another form at ${place}more`
    )
})

test('a key that OpenTofu always writes is missed at its level', () => {
  for (const [place, drop] of [
    ['terraform_version', (plan: Raw) => delete plan.terraform_version],
    ['errored', (plan: Raw) => delete plan.errored],
    ['configuration', (plan: Raw) => delete plan.configuration],
    ['configuration.root_module', (plan: Raw) => delete plan.configuration.root_module],
    ['prior_state.format_version', (plan: Raw) => delete plan.prior_state.format_version],
    ...['address', 'mode', 'type', 'name', 'provider_name', 'change'].map(
      (key) => [`resource_changes.0.${key}`, (plan: Raw) => delete plan.resource_changes[0][key]] as const
    ),
    ...['address', 'mode', 'type', 'name', 'provider_name', 'schema_version'].map(
      (key) =>
        [
          `planned_values.root_module.resources.0.${key}`,
          (plan: Raw) => delete plan.planned_values.root_module.resources[0][key]
        ] as const
    ),
    ...['address', 'mode', 'type', 'name', 'provider_config_key', 'schema_version'].map(
      (key) =>
        [
          `configuration.root_module.resources.0.${key}`,
          (plan: Raw) => delete plan.configuration.root_module.resources[0][key]
        ] as const
    )
  ] as const)
    assert.is(said(drop), `another form at ${place}`)
})

test('each reason of an action and each state of a check is known, and no other', () => {
  for (const reason of [
    ...['replace_because_cannot_update', 'replace_because_tainted', 'replace_by_request', 'replace_by_triggers'],
    ...['no_resource_config', 'wrong_repetition', 'count_index', 'enabled_false', 'each_key', 'no_module'].map(
      (why) => `delete_because_${why}`
    ),
    'delete_because_no_move_target',
    ...['config_unknown', 'dependency_pending', 'check_nested'].map((why) => `read_because_${why}`),
    ...['state', 'config'].map((where) => `forgot_because_lifecycle_destroy_in_${where}`)
  ])
    assert.is(
      said((plan) => (plan.resource_changes[0].action_reason = reason)),
      'read',
      reason
    )
  assert.is(
    said((plan) => (plan.resource_changes[0].action_reason = 'other')),
    'another form at resource_changes.0.action_reason'
  )
  for (const status of ['pass', 'fail', 'error', 'unknown'])
    assert.is(
      said((plan) => (plan.checks[0].status = status)),
      'read',
      status
    )
  assert.is(
    said((plan) => (plan.checks[0].status = 'other')),
    'another form at checks.0.status'
  )
})

test('marks are true and false alone, a number is a whole one from 0, and the state is of version 1.0', () => {
  const marked = (marks: unknown) => said((plan) => (plan.resource_changes[0].change.after_unknown = marks))
  for (const marks of [true, false, {}, [], { a: [{ b: true }, false] }]) assert.is(marked(marks), 'read')
  for (const marks of [null, 'true', 1, { a: 'x' }, [{ a: [null] }]])
    assert.is(marked(marks), 'another form at resource_changes.0.change.after_unknown', JSON.stringify(marks))
  const versioned = (version: unknown) =>
    said((plan) => (plan.prior_state.values.root_module.resources[0].schema_version = version))
  for (const version of [0, 1, 2 ** 53 - 1]) assert.is(versioned(version), 'read')
  for (const version of [-1, 0.5, 2 ** 53, '0', null])
    assert.is(versioned(version), 'another form at prior_state.values.root_module.resources.0.schema_version')
  for (const mode of ['managed', 'data'])
    assert.is(
      said((plan) => (plan.planned_values.root_module.resources[0].mode = mode)),
      'read'
    )
  assert.is(
    said((plan) => (plan.planned_values.root_module.resources[0].mode = 'other')),
    'another form at planned_values.root_module.resources.0.mode'
  )
  assert.is(
    said((plan) => (plan.prior_state.format_version = '1.1')),
    'another form at prior_state.format_version'
  )
})

/** A plan of these changes: mode, actions, and what else a change says. */
const planOf = (changes: ReadonlyArray<readonly [string, ReadonlyArray<string>, object?]>, more: object = {}): Plan =>
  ({
    resource_changes: changes.map(([mode, actions, of = {}]) => ({ mode, change: { actions, ...of } })),
    ...more
  }) as unknown as Plan

test('the numbers of a plan are those that tofu gives: a replacement adds and destroys, and what is read is not counted', () => {
  const counts = countsOf(
    planOf([
      ['managed', ['no-op'], { importing: { id: 'x' } }],
      ['managed', ['update'], { importing: { id: 'x' } }],
      ['managed', ['create']],
      ['managed', ['delete', 'create']],
      ['managed', ['create', 'delete']],
      ['managed', ['delete']],
      ['managed', ['forget']],
      ['data', ['read']],
      ['data', ['create'], { importing: { id: 'x' } }]
    ])
  )
  assert.equal(counts, { imported: 2, added: 3, changed: 1, destroyed: 3, forgotten: 1 })
})

test('a plan is empty without a change, a move and an output', () => {
  assert.is(isEmptyPlan({} as Plan), true)
  assert.is(isEmptyPlan(planOf([['managed', ['no-op']]], { output_changes: {} })), true)
  assert.is(isEmptyPlan(planOf([['managed', ['update']]])), false)
  assert.is(isEmptyPlan(planOf([], { output_changes: { a: {} } })), false)
  const moved = { ...named, previous_address: 'old', change: { actions: ['no-op'] } }
  assert.is(isEmptyPlan({ resource_changes: [moved] } as unknown as Plan), false)
})

test.run()
