import type { PlanSubject } from '../../src/plan/rule.ts'
import { planIn, rawSample, subjectOf } from './sample.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** A real plan with one thing changed in one place alone. */
const torn = (change: (raw: Raw) => void): PlanSubject => {
  const raw = structuredClone(rawSample('no-change')) as Raw
  change(raw)
  return subjectOf(planIn(raw))
}

const block = (raw: Raw, address: string): Raw =>
  raw.configuration.root_module.resources.find((one: Raw) => one.address === address)
const prior = (raw: Raw): Raw => raw.prior_state.values.root_module.resources
const planned = (raw: Raw): Raw => raw.planned_values.root_module.resources
const change = (raw: Raw): Raw => raw.resource_changes.find((one: Raw) => one.address === 'aws_s3_bucket.state').change
/** The policy of the boundary, which no other resource of the file reads back. */
const outside = (raw: Raw): Raw => raw.resource_drift.find((one: Raw) => one.address === 'aws_iam_policy.boundary')

/** Plans whose parts contradict each other or the emitted file, by the one rule that refuses each. */
export const tornPlans: Readonly<Record<string, ReadonlyArray<PlanSubject>>> = {
  planProvisioners: [
    torn((raw) => {
      const command = { command: { constant_value: 'touch /tmp/canary' } }
      block(raw, 'aws_iam_role.operator').provisioners = [{ type: 'local-exec', expressions: command }]
    }),
    torn((raw) => (block(raw, 'aws_dynamodb_table.lock').provisioners = [])),
    torn((raw) => (block(raw, 'data.aws_caller_identity.current').provisioners = null))
  ],
  planConfiguration: [
    torn((raw) => raw.configuration.root_module.resources.pop()),
    torn((raw) => raw.configuration.root_module.resources.push(block(raw, 'aws_s3_bucket.state'))),
    torn((raw) => {
      const other = { address: 'data.aws_caller_identity.other', name: 'other' }
      raw.configuration.root_module.resources.push({ ...block(raw, 'data.aws_caller_identity.current'), ...other })
    }),
    torn((raw) => {
      const other = { mode: 'data', type: 'external', name: 'x', address: 'data.external.x' }
      raw.configuration.root_module.resources.push({ ...block(raw, 'aws_s3_bucket.state'), ...other })
    }),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').expressions.bucket.constant_value = 'another')),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').expressions.force_destroy = { constant_value: true })),
    torn((raw) => delete block(raw, 'aws_iam_role.operator').expressions.permissions_boundary),
    torn((raw) => delete block(raw, 'aws_iam_role.operator').expressions.permissions_boundary.constant_value),
    torn((raw) => (block(raw, 'aws_iam_policy.boundary').expressions.policy.references = ['local.operator_policy'])),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').expressions.tags.references = ['var.x'])),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').expressions.bucket.more = 1)),
    torn((raw) => block(raw, 'aws_dynamodb_table.lock').expressions.attribute.push({})),
    torn((raw) => (block(raw, 'aws_dynamodb_table.lock').expressions.attribute[0].more = { constant_value: 1 })),
    torn((raw) => (block(raw, 'aws_dynamodb_table.lock').expressions = {})),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').provider_config_key = 'aws.other')),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').type = 'aws_s3_object')),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').count_expression = { constant_value: 1 })),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').for_each_expression = { references: ['local.x'] })),
    torn((raw) => (block(raw, 'aws_s3_bucket.state').depends_on = ['aws_dynamodb_table.lock']))
  ],
  planChanges: [
    torn((raw) => (change(raw).actions = ['create'])),
    torn((raw) => (change(raw).replace_paths = [['bucket']])),
    torn((raw) => {
      raw.resource_changes.find((one: Raw) => one.address === 'aws_s3_bucket.state').action_reason =
        'replace_by_request'
    }),
    torn((raw) => (change(raw).before_sensitive = { tags: { Purpose: true } })),
    torn((raw) => {
      change(raw).after_sensitive = true
      planned(raw).find((one: Raw) => one.address === 'aws_s3_bucket.state').sensitive_values = true
    }),
    torn((raw) => (outside(raw).name = 'other')),
    torn((raw) => (outside(raw).module_address = 'module.x')),
    torn((raw) => (outside(raw).previous_address = 'aws_iam_policy.earlier')),
    torn((raw) => (outside(raw).index = 0)),
    torn((raw) => (outside(raw).deposed = 'ce4ae4e6')),
    torn((raw) => (outside(raw).change.importing = { id: 'x' })),
    torn((raw) => (outside(raw).change.actions = ['delete'])),
    torn((raw) => (outside(raw).change.actions = ['no-op'])),
    torn((raw) => (outside(raw).change.actions = [])),
    torn((raw) => (outside(raw).change.after = null)),
    torn((raw) => Object.assign(outside(raw).change, { actions: ['delete'], after: null })),
    torn((raw) => (outside(raw).change.before = null)),
    torn((raw) => (outside(raw).change.before = outside(raw).change.after)),
    torn((raw) => (outside(raw).change.after_unknown = { policy: true })),
    torn((raw) => (outside(raw).change.before_sensitive = { policy: true })),
    torn((raw) => (outside(raw).change.after_sensitive = { policy: true }))
  ],
  planPlannedValues: [
    torn((raw) => (planned(raw)[0].values.name = 'another')),
    torn((raw) => planned(raw).pop()),
    torn((raw) => planned(raw).push(planned(raw)[0])),
    torn((raw) => planned(raw).push({ ...planned(raw)[0], address: 'aws_dynamodb_table.other' })),
    torn((raw) => (planned(raw)[0].type = 'aws_s3_bucket')),
    torn((raw) => (planned(raw)[0].sensitive_values = { name: true })),
    torn((raw) => (planned(raw)[0].tainted = true)),
    torn((raw) => (planned(raw)[0].deposed_key = 'ce4ae4e6')),
    torn((raw) => (planned(raw)[0].index = 0)),
    torn((raw) => (planned(raw)[0].schema_version += 1)),
    torn((raw) => delete raw.planned_values)
  ],
  planPriorState: [
    torn((raw) => (prior(raw)[1].values.name = 'another')),
    torn((raw) => prior(raw).pop()),
    torn((raw) => prior(raw).push(prior(raw)[1])),
    torn((raw) => prior(raw).push({ ...prior(raw)[1], address: 'aws_dynamodb_table.other' })),
    torn((raw) => (prior(raw)[1].type = 'aws_s3_bucket')),
    torn((raw) => (prior(raw)[1].provider_name = 'registry.opentofu.org/somebody/aws')),
    torn((raw) => (prior(raw)[1].tainted = true)),
    torn((raw) => (prior(raw)[1].index = 'x')),
    torn((raw) => (prior(raw)[1].schema_version += 1)),
    torn((raw) => (prior(raw)[1].depends_on = ['aws_lambda_function.x'])),
    torn((raw) => (prior(raw)[1].sensitive_values = { arn: true })),
    torn((raw) => (raw.prior_state.terraform_version = '1.5.7')),
    torn((raw) => delete prior(raw)[0].values.id),
    torn((raw) => (prior(raw)[0].values.id = 'another')),
    torn((raw) => (prior(raw)[0].values.more = 'x')),
    torn((raw) => (prior(raw)[1].deposed_key = 'ce4ae4e6')),
    torn((raw) => Object.assign(outside(raw), { address: 'aws_iam_policy.other', name: 'other' })),
    torn((raw) => (raw.resource_drift[0].change.after.path = '/')),
    torn((raw) => raw.resource_drift.push(raw.resource_drift[0]))
  ]
}
