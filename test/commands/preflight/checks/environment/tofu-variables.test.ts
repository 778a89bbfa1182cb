import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import {
  harmlessTofuVariables,
  tofuVariables
} from '../../../../../src/commands/preflight/checks/environment/tofu-variables.ts'
import type { Variables } from '../../../../../src/caller/surroundings.ts'
import { stagingIn } from '../../staging-subject.ts'

const test = suite("OpenTofu's own variables")

const { route, wanted } = stagingIn('/')
const diagnostics = (variables: Variables) =>
  tofuVariables({ variables, shared: { config: {}, credentials: {} }, route, declared: wanted.declaration })

/** Each with what a reader must find in the finding. Source: OpenTofu, "Environment Variables"; AWS provider, guides. */
const refused: Readonly<Record<string, RegExp>> = {
  TF_CLI_ARGS: /-lock=false/,
  TF_CLI_ARGS_init: /arguments/,
  TF_CLI_ARGS_plan: /arguments/,
  TF_CLI_ARGS_apply: /-auto-approve/,
  TF_CLI_ARGS_force_unlock: /arguments/,
  TF_CLI_ARGS_state_push: /arguments/,
  TF_WORKSPACE: /another state/,
  TF_DATA_DIR: /cached backend/,
  TF_ENCRYPTION: /encrypted/,
  TF_REATTACH_PROVIDERS: /already runs/,
  TF_VAR_region: /variable/,
  TF_PLUGIN_CACHE_DIR: /other projects/,
  TF_PLUGIN_CACHE_MAY_BREAK_DEPENDENCY_LOCK_FILE: /checksum/,
  TF_STATE_PERSIST_INTERVAL: /stores its state/,
  TF_DISABLE_PLUGIN_TLS: /TLS/,
  TF_AWS_DEFAULT_TAGS_Owner: /tags/,
  TF_FORCE_LOCAL_BACKEND: /not known/,
  TF_HTTP_ADDRESS: /not known/,
  TF_CLOUD_ORGANIZATION: /not known/,
  TF_APPEND_USER_AGENT: /not known/,
  TF_LOGS: /not known/,
  TF_X: /not known/,
  TOFU_X_EXPERIMENTAL_RUNTIME: /experiment/,
  TOFU_CPU_PROFILE: /not known/,
  OPENTOFU_STATEFILE_PROVIDER_ADDRESS_TRANSLATION: /not known/,
  TERRAFORM_X: /not known/,
  AWS_SSE_CUSTOMER_KEY: /encrypts the state/,
  GODEBUG: /certificates/
}
for (const [name, said] of Object.entries(refused))
  test(`refuses ${name}, by its name and without its value`, () => {
    const found = diagnostics({ [name]: 'a-secret', PATH: '/bin' })
    assert.equal(
      found.map(({ rule }) => rule),
      ['tofu-variables']
    )
    assert.match(found[0]?.actual ?? '', `${name} is set`)
    assert.match(found[0]?.actual ?? '', said)
    assert.match(found[0]?.remedy ?? '', name)
    assert.not.match(JSON.stringify(found), 'a-secret')
  })

/** Beginnings, of which any name is one. */
const families = /^(?:TF_CLI_ARGS_|TF_VAR_|TF_AWS_|TOFU_X_|AWS_SSE|GODEBUG)/

test('a name that only contains a documented one is none, and is refused as not known', () => {
  for (const name of [...Object.keys(refused), 'TF_IN_AUTOMATION', 'TF_INPUT', 'TF_CLI_CONFIG_FILE']) {
    if (families.test(name)) continue
    for (const other of [`TF_X${name}`, `TF_X_${name}X`, ...(name.startsWith('T') ? [`${name}X`] : [])])
      assert.match(diagnostics({ [other]: 'a' })[0]?.actual ?? 'nothing', 'not known', other)
  }
  for (const name of ['TF_CLI_ARGS_', 'TF_VAR_', 'TF_AWS_', 'TOFU_X_'])
    assert.match(diagnostics({ [`TF_${name}a`]: 'a' })[0]?.actual ?? 'nothing', 'not known', name)
  for (const name of Object.keys(refused))
    if (name.startsWith('T')) assert.equal(diagnostics({ [`X${name}`]: 'a' }), [], `X${name}`)
})

test('names each of several', () => {
  const found = diagnostics({ TF_WORKSPACE: 'x', TF_VAR_a: 'y', TF_DATA_DIR: 'z' })
  assert.equal(
    found.map(({ actual }) => actual.split(' ')[0]),
    ['TF_DATA_DIR', 'TF_VAR_a', 'TF_WORKSPACE']
  )
})

test('takes an empty variable as set where OpenTofu does', () => {
  assert.equal(
    diagnostics({ TF_WORKSPACE: '', TF_CLI_ARGS: '', TF_VAR_a: '', TF_STATE_PERSIST_INTERVAL: '' }).map(
      ({ actual }) => actual.split(' ')[0]
    ),
    ['TF_STATE_PERSIST_INTERVAL', 'TF_VAR_a']
  )
})

test('takes an empty variable as unset whose name only contains one of these', () => {
  assert.equal(
    diagnostics({ TF_X_TF_VAR_a: '', TF_X_TF_STATE_PERSIST_INTERVAL: '', TF_STATE_PERSIST_INTERVALS: '' }),
    []
  )
})

test('names as harmless only what is', () => {
  assert.equal(harmlessTofuVariables({ TF_WORKSPACE: 'x', TF_VAR_a: 'y', TF_LOG: 'trace', PATH: '/bin' }), ['TF_LOG'])
})

const harmless = [
  'TF_LOG',
  'TF_LOG_CORE',
  'TF_LOG_PROVIDER',
  'TF_LOG_CLOUD',
  'TF_LOG_PATH',
  'TF_IN_AUTOMATION',
  'TF_INPUT',
  'TF_CLI_CONFIG_FILE',
  'TERRAFORM_CONFIG',
  'TF_TOKEN_app_terraform_io',
  'TF_REGISTRY_DISCOVERY_RETRY',
  'TF_REGISTRY_CLIENT_TIMEOUT',
  'TF_PROVIDER_DOWNLOAD_RETRY'
]
for (const name of harmless)
  test(`accepts ${name}, and names it`, () => {
    assert.equal(diagnostics({ [name]: '/x' }), [])
    assert.equal(harmlessTofuVariables({ [name]: '/x', PATH: '/bin' }), [name])
    for (const other of [`TF_${name}`, ...(name.startsWith('TF_TOKEN_') ? [] : [`${name}X`])])
      assert.match(diagnostics({ [other]: '/x' })[0]?.actual ?? 'nothing', 'is not known to be harmless', other)
  })

for (const name of ['TF_CLI_CONFIG_FILE', 'TERRAFORM_CONFIG'])
  test(`refuses a relative path in ${name}`, () => {
    assert.equal(
      diagnostics({ [name]: 'cli.tfrc' }).map(({ rule }) => rule),
      ['cli-configuration-path']
    )
  })

test('leaves variables of others alone', () => {
  assert.equal(diagnostics({ PATH: '/bin', TFENV_VERSION: '1', tf_workspace: 'x', CHECKPOINT_DISABLE: '1' }), [])
})

test.run()
