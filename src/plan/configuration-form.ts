import * as t from 'io-ts'
import { closed } from '../diagnostics/closed.ts'
import { Natural } from './values-form.ts'

const ConfigResource = closed(
  'a resource block',
  {
    address: t.string,
    mode: t.string,
    type: t.string,
    name: t.string,
    provider_config_key: t.string,
    schema_version: Natural
  },
  {
    provisioners: t.unknown,
    expressions: t.UnknownRecord,
    count_expression: t.unknown,
    for_each_expression: t.unknown,
    depends_on: t.readonlyArray(t.string)
  }
)
export type ConfigResource = t.TypeOf<typeof ConfigResource>

/**
 * The configuration that a plan was made of, as OpenTofu read it from all files together. Blocks that no stack has are
 * known here, so that a rule refuses them by name. Source: OpenTofu, internal/command/jsonconfig/config.go.
 */
export const Configuration = closed(
  'a configuration',
  {
    root_module: closed(
      'the root module',
      {},
      {
        resources: t.readonlyArray(ConfigResource),
        outputs: t.unknown,
        module_calls: t.unknown,
        variables: t.unknown
      }
    )
  },
  {
    provider_config: t.record(
      t.string,
      closed(
        'a provider configuration',
        { name: t.string },
        {
          full_name: t.string,
          alias: t.string,
          version_constraint: t.string,
          module_address: t.string,
          expressions: t.UnknownRecord
        }
      )
    )
  }
)
