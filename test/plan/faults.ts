import type { PlanSubject } from '../../src/plan/rule.ts'
import { tornPlans } from './torn-plans.ts'
import { both, changed, planIn, rawSample, resource, sample, subjectOf } from './sample.ts'

// oxlint-disable-next-line typescript/no-explicit-any
type Raw = any

/** Plans that one rule alone refuses, by that rule. */
export const faults: Readonly<Record<string, ReadonlyArray<PlanSubject>>> = {
  planWhole: [
    changed('first-apply', (raw) => (raw.errored = true)),
    changed('no-change', (raw) => (raw.complete = false)),
    changed('first-apply', (raw) => (raw.applyable = false)),
    changed('no-change', (raw) => (raw.deferred_changes = [{ reason: 'instance_count_unknown' }]))
  ],
  planAccount: [
    changed('no-change', (raw) => {
      const other = { account_id: '999999999999', id: '999999999999' }
      Object.assign(raw.prior_state.values.root_module.resources[0].values, other)
    }),
    changed('no-change', (raw) => {
      delete raw.prior_state
      delete raw.resource_drift
    }),
    changed('no-change', (raw) => (raw.checks = []))
  ],
  planChecks: [
    changed('no-change', (raw) => {
      raw.checks.push({ address: { to_display: 'check.other', kind: 'check', name: 'other' }, status: 'fail' })
    }),
    changed('no-change', (raw) => {
      raw.checks.push({ address: { to_display: 'check.other', kind: 'check', name: 'other' }, status: 'pass' })
    }),
    changed('no-change', (raw) => {
      raw.checks.push({ ...raw.checks[0], address: { ...raw.checks[0].address, to_display: 'aws_s3_bucket.state' } })
    }),
    changed('no-change', (raw) => {
      const shown = { to_display: 'aws_s3_bucket.state' }
      const address = { ...shown, kind: 'resource', mode: 'managed', type: 'aws_s3_bucket', name: 'state' }
      raw.checks.push({ address, status: 'pass', instances: [{ address: shown, status: 'pass' }] })
    }),
    changed('no-change', (raw) => (raw.checks[0].instances[0].status = 'fail')),
    changed('no-change', (raw) => raw.checks[0].instances.push(raw.checks[0].instances[0])),
    changed('no-change', (raw) => raw.checks.push(raw.checks[0])),
    changed('no-change', (raw) => (raw.checks[0].address.type = 'aws_iam_role'))
  ],
  planActions: [
    ...['delete', 'forget'].map((action) =>
      changed('no-change', (raw) => {
        Object.assign(resource(raw, 'aws_iam_role_policy_attachments_exclusive.automation').change, {
          actions: [action],
          after: null
        })
      })
    ),
    changed('no-change', (raw) => (resource(raw, 'aws_s3_bucket.state').change.actions = ['open'])),
    changed('no-change', (raw) => (resource(raw, 'aws_s3_bucket.state').change.actions = [])),
    changed('first-apply', (raw) => {
      Object.assign(resource(raw, 'aws_s3_bucket.state').change, { actions: ['create'], before: null })
    })
  ],
  planTypes: [
    changed('no-change', (raw) => {
      resource(raw, 'aws_s3_bucket.state').provider_name = 'registry.opentofu.org/somebody/aws'
    }),
    changed('no-change', (raw) => {
      const { change, ...rest } = resource(raw, 'aws_s3_bucket.state')
      raw.resource_drift.push({
        ...rest,
        provider_name: 'registry.opentofu.org/somebody/aws',
        change: { ...change, actions: ['update'], before: { ...change.before, tags: {} } }
      })
    }),
    changed('no-change', (raw) => {
      raw.resource_changes.push({
        ...resource(raw, 'aws_s3_bucket.state'),
        change: { ...resource(raw, 'aws_s3_bucket.state').change, actions: ['read'], before: null },
        mode: 'data',
        name: 'x',
        address: 'data.aws_s3_bucket.x'
      })
    })
  ],
  planOfTheWholeFile: [
    subjectOf(sample('refresh-only')),
    changed('no-change', (raw) => raw.resource_changes.pop()),
    changed('first-apply', (raw) => (resource(raw, 'aws_iam_role_policy.operator').name = 'automation')),
    changed('no-change', (raw) => raw.resource_changes.push(raw.resource_changes[0])),
    changed('no-change', (raw) => (raw.resource_changes[0].module_address = 'module.x')),
    changed('no-change', (raw) => (raw.resource_changes[0].deposed = 'ce4ae4e6')),
    changed('no-change', (raw) => (raw.resource_changes[0].previous_address = 'aws_dynamodb_table.other'))
  ],
  planOfThisFile: [
    changed('no-change', (raw) => (raw.variables = { region: { value: 'us-east-1' } })),
    changed('no-change', (raw) => (raw.configuration.root_module.module_calls = { x: {} })),
    changed('no-change', (raw) => {
      raw.configuration.provider_config.aws.expressions.skip_requesting_account_id = { constant_value: true }
    }),
    changed('no-change', (raw) => {
      raw.configuration.provider_config.aws.expressions.region = { references: ['var.region'] }
    }),
    changed('no-change', (raw) => (raw.configuration.provider_config['aws.other'] = { name: 'aws', alias: 'other' })),
    changed('no-change', (raw) => (raw.configuration.provider_config.aws.version_constraint = '5.99.0')),
    changed('no-change', (raw) => (raw.configuration.provider_config.aws.alias = 'other')),
    changed('no-change', (raw) => delete raw.configuration.provider_config.aws.expressions.allowed_account_ids),
    changed('no-change', (raw) => {
      raw.configuration.provider_config.aws.expressions.assume_role = [{ role_arn: { constant_value: 'x' } }]
    })
  ],
  ...tornPlans,
  planChanges: [
    ...(tornPlans['planChanges'] ?? []),
    changed('no-change', (raw) => (resource(raw, 'aws_s3_bucket.state').change.before.tags.Purpose = 'Other')),
    changed('first-apply', (raw) => (resource(raw, 'aws_iam_role.operator').change.before = {})),
    changed('no-change', (raw) => (resource(raw, 'aws_s3_bucket.state').change.actions = ['read'])),
    changed('first-apply', (raw) => {
      Object.assign(resource(raw, 'aws_s3_bucket.state').change, { actions: ['update'], before: null })
    })
  ],
  planImports: [
    changed('first-apply', (raw) => (resource(raw, 'aws_s3_bucket.state').change.importing.id = 'another-bucket')),
    changed('no-change', (raw) => (resource(raw, 'aws_iam_role.operator').change.importing = { id: 'Another' }))
  ],
  planAsDeclared: [
    subjectOf(sample('iam-change')),
    subjectOf(sample('trust-change')),
    subjectOf(sample('bucket-policy-change')),
    changed(
      'no-change',
      both('aws_dynamodb_table.lock', (values) => (values.deletion_protection_enabled = false))
    ),
    changed(
      'no-change',
      both('aws_dynamodb_table.lock', (values) => (values.point_in_time_recovery = []))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket.state', (values) => (values.tags.Owner = 'somebody'))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket_policy.state', (values) => (values.bucket = 'another'))
    ),
    changed(
      'no-change',
      both('aws_iam_role.operator', (values) => delete values.permissions_boundary)
    ),
    changed(
      'no-change',
      both('aws_iam_role_policies_exclusive.operator', (values) => values.policy_names.push('x'))
    )
  ],
  planNothingMore: [
    changed(
      'no-change',
      both('aws_s3_bucket.state', (values) => (values.force_destroy = true))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket.state', (values) => (values.replication_configuration = [{ role: 'r' }]))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket.state', (values) => (values.region = 'eu-west-1'))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket.state', (values) => (values.request_payer = 'Requester'))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket.state', (values) => {
        values.bucket_regional_domain_name = 'zenthea-staging-eu-tfstate.s3.us-east-1.amazonaws.com'
      })
    ),
    changed(
      'no-change',
      both('aws_dynamodb_table.lock', (values) => (values.table_class = 'STANDARD_INFREQUENT_ACCESS'))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket.state', (values) => values.grant.push(values.grant[0]))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket.state', (values) => (values.tags_all.Owner = 'somebody'))
    ),
    changed(
      'no-change',
      both('aws_dynamodb_table.lock', (values) => (values.stream_enabled = true))
    ),
    changed(
      'no-change',
      both('aws_dynamodb_table.lock', (values) => (values.ttl[0].enabled = true))
    ),
    changed(
      'no-change',
      both('aws_s3_bucket_versioning.state', (values) => {
        values.versioning_configuration[0].mfa_delete = 'Enabled'
      })
    )
  ],
  planKnown: [
    changed('first-apply', (raw) => (resource(raw, 'aws_iam_role_policy.operator').change.after_unknown.policy = true)),
    changed('first-apply', (raw) => (resource(raw, 'aws_iam_role.operator').change.after_unknown.name = true)),
    changed('no-change', (raw) => (resource(raw, 'aws_s3_bucket.state').change.after_unknown = { arn: true })),
    changed('no-change', (raw) => {
      resource(raw, 'aws_iam_role.operator').change.after_unknown = { permissions_boundary: true }
    }),
    changed('no-change', (raw) => {
      resource(raw, 'aws_dynamodb_table.lock').change.after_unknown = { point_in_time_recovery: [{ enabled: true }] }
    })
  ],
  planOwnAccount: [
    changed('no-change', (raw) => {
      const { change } = resource(raw, 'aws_dynamodb_table.lock')
      const { before } = change
      change.actions = ['update']
      before.arn = before.arn.replace('111122223333', '999999999999')
    }),
    changed(
      'no-change',
      both('aws_dynamodb_table.lock', (values) => {
        values.arn = values.arn.replace('111122223333', '999999999999')
      })
    ),
    changed(
      'no-change',
      both('aws_dynamodb_table.lock', (values) => {
        values.arn = values.arn.replace('eu-central-1', 'us-east-1')
      })
    ),
    changed(
      'no-change',
      both('aws_iam_policy.boundary', (values) => {
        values.id = values.id.replace('arn:aws:', 'arn:aws-cn:')
      })
    ),
    changed(
      'no-change',
      both('aws_dynamodb_table.lock', (values) => {
        values.server_side_encryption[0].kms_key_arn = 'arn:aws:kms:eu-central-1:999999999999:key/x'
      })
    )
  ],
  planIdentity: [
    changed('no-change', (raw) => {
      resource(raw, 'aws_s3_bucket.state').change.after_identity = { account_id: '999999999999' }
    }),
    changed('no-change', (raw) => {
      resource(raw, 'aws_s3_bucket.state').change.before_identity = { region: 'us-east-1' }
    }),
    changed('no-change', (raw) => {
      resource(raw, 'aws_s3_bucket.state').change.after_identity = { bucket: 'another-bucket' }
    }),
    changed('no-change', (raw) => {
      resource(raw, 'aws_iam_role.operator').change.after_identity = { session: 'x' }
    }),
    changed('no-change', (raw) => {
      const { change, ...rest } = resource(raw, 'aws_s3_bucket.state')
      const before = { ...change.before, tags: {} }
      const after_identity = { account_id: '999999999999' }
      raw.resource_drift = [{ ...rest, change: { ...change, actions: ['update'], before, after_identity } }]
    }),
    ...['planned_values', 'prior_state'].map((part) => {
      const raw = structuredClone(rawSample('no-change')) as Raw
      const { root_module } = part === 'planned_values' ? raw[part] : raw[part].values
      const bucket = root_module.resources.find((one: Raw) => one.address === 'aws_s3_bucket.state')
      bucket.identity = { account_id: '999999999999', bucket: bucket.values.bucket, region: null }
      return subjectOf(planIn(raw))
    })
  ],
  planIam: [
    subjectOf(sample('first-apply'), 'operator role'),
    changed(
      'no-change',
      (raw) => {
        resource(raw, 'aws_s3_bucket_policy.state').change.importing = { id: 'zenthea-staging-eu-tfstate' }
      },
      'operator role'
    )
  ],
  planWithinRole: [
    changed(
      'no-change',
      (raw) => {
        const { change } = resource(raw, 'aws_s3_bucket_public_access_block.state')
        change.actions = ['update']
        change.before.block_public_acls = false
      },
      'operator role'
    ),
    changed(
      'no-change',
      (raw) => {
        const { change } = resource(raw, 'aws_dynamodb_table.lock')
        change.actions = ['update']
        change.before.deletion_protection_enabled = false
      },
      'operator role'
    )
  ],
  planOutputs: [
    changed('no-change', (raw) => (raw.output_changes = { who: { actions: ['create'] } })),
    changed('no-change', (raw) => (raw.planned_values.outputs = { who: { value: 'x' } })),
    changed('no-change', (raw) => (raw.prior_state.values.outputs = { who: { value: 'x' } }))
  ],
  planDrift: [
    changed(
      'no-change',
      (raw) => {
        const { change, ...rest } = resource(raw, 'aws_s3_bucket.state')
        // Another one than the bucket policy's own resource knows: what that resource set is no drift of the bucket.
        for (const side of [change.before, change.after]) side.policy = change.before.policy.replace('TlsOnly', 'Other')
        const before = { ...change.before, policy: '' }
        raw.resource_drift = [{ ...rest, change: { ...change, actions: ['update'], before } }]
      },
      'operator role'
    ),
    changed(
      'no-change',
      (raw) => {
        raw.resource_drift = structuredClone(rawSample('drift-of-iam')['resource_drift'])
        for (const { address, change } of raw.resource_drift) {
          change.before = change.after
          change.after = resource(raw, address).change.before
        }
        raw.resource_drift = raw.resource_drift.filter(
          ({ change }: Raw) => JSON.stringify(change.before) !== JSON.stringify(change.after)
        )
      },
      'operator role'
    ),
    changed(
      'no-change',
      (raw) => {
        const { change, ...rest } = resource(raw, 'aws_s3_bucket_policy.state')
        const before = { ...change.before, policy: change.before.policy.replace('TlsOnly', 'Other') }
        raw.resource_drift = [{ ...rest, change: { ...change, actions: ['update'], before } }]
      },
      'operator role'
    )
  ]
}
