import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { judgePlan } from '../../src/plan/judge-plan.ts'
import { both, changed, refused, resource } from './sample.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

const test = suite('plans beside those that a rule refuses')

test('a trust policy may name another account, which is judged word for word', () => {
  const subject = changed(
    'no-change',
    both('aws_iam_role.automation', (values) => {
      values.assume_role_policy = values.assume_role_policy.replace('111122223333', '999999999999')
    })
  )
  assert.equal(
    judgePlan(subject)
      .filter(({ outcome }) => outcome === 'failed')
      .map(({ rule }) => rule),
    ['plan-as-declared']
  )
})

test('what changed outside is of a type that the charter lists', () => {
  const subject = changed('no-change', (raw) => {
    const { change, ...rest } = resource(raw, 'aws_s3_bucket.state')
    raw.resource_drift.push({ ...rest, address: 'aws_lambda_function.x', type: 'aws_lambda_function', change })
  })
  assert.ok(judgePlan(subject).some(({ rule, outcome }) => rule === 'plan-types' && outcome === 'failed'))
})

test('what is gone outside may be made again by the bootstrap principal, and by no other', () => {
  const gone = (raw: Raw): void => {
    const { change, ...rest } = resource(raw, 'aws_iam_role_policy.operator')
    raw.resource_drift = [{ ...rest, change: { ...change, actions: ['delete'], after: null } }]
    Object.assign(change, { actions: ['create'], before: null })
  }
  assert.not(refused(changed('no-change', gone)))
  const rules = judgePlan(changed('no-change', gone, 'operator role')).flatMap(({ rule, outcome }) =>
    outcome === 'failed' ? [rule] : []
  )
  assert.equal(rules, ['plan-iam', 'plan-drift'])
})

test('a plan without work need not be applicable', () => {
  assert.not(refused(changed('no-change', (raw) => (raw.applyable = false))))
})

test('the operator may set tags and point-in-time recovery', () => {
  const subject = changed(
    'no-change',
    (raw) => {
      const { change } = resource(raw, 'aws_dynamodb_table.lock')
      change.actions = ['update']
      change.before.point_in_time_recovery = [{ enabled: true, recovery_period_in_days: 7 }]
      change.before.tags = { Purpose: 'lock' }
    },
    'operator role'
  )
  assert.not(refused(subject))
})

test.run()
