const address = 'aws_s3_bucket.state'
/** What a resource is called by. */
export const named = { address, mode: 'managed', type: 'aws_s3_bucket', name: 'state' }

const change = {
  actions: ['no-op'],
  before: null,
  after: {},
  after_unknown: { id: true },
  before_sensitive: false,
  after_sensitive: { tags: [true, { a: false }] },
  importing: { id: 'x' },
  replace_paths: [['tags', 0]],
  before_identity: { a: 'b' },
  after_identity: {}
}
const resource_changes = [
  {
    ...named,
    provider_name: 'p',
    change,
    module_address: 'module.x',
    previous_address: 'old',
    index: 0,
    deposed: 'd',
    action_reason: 'replace_by_request'
  }
]
const state = {
  outputs: {},
  root_module: {
    resources: [
      {
        ...named,
        provider_name: 'p',
        schema_version: 0,
        index: 'a',
        values: {},
        sensitive_values: {},
        depends_on: ['x'],
        tainted: true,
        deposed_key: 'd',
        identity: {},
        identity_schema_version: 0
      }
    ]
  }
}
const block = {
  ...named,
  provider_config_key: 'aws',
  schema_version: 0,
  provisioners: [],
  expressions: {},
  count_expression: {},
  for_each_expression: {},
  depends_on: ['x']
}
const provider = {
  name: 'aws',
  full_name: 'f',
  alias: 'a',
  version_constraint: '5.1.0',
  module_address: 'm',
  expressions: {}
}
const shown = { to_display: 'x', kind: 'resource', name: 'x', mode: 'managed', type: 'y', module: 'z' }
const instances = [
  { address: { to_display: 'x', module: 'm', instance_key: 0 }, status: 'fail', problems: [{ message: 'm' }] }
]

/** A plan with each key that OpenTofu and Terraform write, at each level. Source: internal/command/jsonplan. */
export const whole = {
  format_version: '1.2',
  terraform_version: '1.10.0',
  errored: false,
  configuration: {
    root_module: { resources: [block], outputs: {}, module_calls: {}, variables: {} },
    provider_config: { aws: provider }
  },
  complete: true,
  applyable: true,
  timestamp: 't',
  variables: {},
  planned_values: state,
  resource_changes,
  resource_drift: resource_changes,
  deferred_changes: [{}],
  output_changes: {},
  checks: [{ address: shown, status: 'pass', instances }],
  relevant_attributes: [{ resource: 'r', attribute: ['a', 0] }],
  prior_state: { format_version: '1.0', terraform_version: '1.10.0', values: state }
}
