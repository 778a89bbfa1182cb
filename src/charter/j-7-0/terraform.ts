import type * as t from 'io-ts'
import { closed } from '../../diagnostics/closed.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import { meaning } from '../../diagnostics/decode.ts'
import { attribute, forbidden, only } from '../codec.ts'

const otherBackend = forbidden({
  rule: 'backend-s3',
  clause: 'J.7.0 §3.2',
  remedy: 'Keep the S3 backend: it is the one that the phase authorises.'
})

const localBackend = forbidden({
  rule: 'backend-remote',
  clause: 'J.6.2 §3',
  remedy: 'Keep the S3 backend: state is remote in every environment, and local state is forbidden.'
})

/** Every backend of OpenTofu but S3, so that each is refused by name. Source: OpenTofu, "Backend Configuration". */
const otherBackends: Readonly<Record<string, t.Mixed>> = {
  ...Object.fromEntries(
    ['azurerm', 'consul', 'cos', 'gcs', 'http', 'kubernetes', 'oss', 'pg', 'remote'].map((name) => [name, otherBackend])
  ),
  local: localBackend
}

const skipped = forbidden({
  rule: 'backend-checks',
  clause: 'J.7.0 §4',
  remedy: 'Remove it: a check that is skipped cannot fail closed.'
})

const elsewhere = forbidden({
  rule: 'backend-endpoints',
  clause: 'J.7.0 §4',
  remedy: 'Remove it: the backend talks to AWS itself, with the credentials that were proven.'
})

/** Settings of the S3 backend that would defeat a check or name another place or identity. Source: OpenTofu, "S3". */
const refusedSettings: Readonly<Record<string, t.Mixed>> = {
  ...Object.fromEntries(
    [
      'skip_credentials_validation',
      'skip_region_validation',
      'skip_requesting_account_id',
      'skip_metadata_api_check',
      'skip_s3_checksum'
    ].map((name) => [name, skipped])
  ),
  ...Object.fromEntries(
    [
      'access_key',
      'secret_key',
      'token',
      'profile',
      'endpoint',
      'endpoints',
      'assume_role',
      'insecure',
      'workspace_key_prefix'
    ].map((name) => [name, elsewhere])
  ),
  use_lockfile: forbidden({
    rule: 'lock-table-declared',
    clause: 'J.7.0 §3.2',
    remedy: 'Remove it: the lock that the phase authorises is the DynamoDB table.'
  })
}

/** The `terraform` block: version bounds, one provider pinned exactly, one S3 backend with its lock table. */
export const terraform = ({ account, region, versions, backend }: Declaration) =>
  closed(
    'the terraform block that J.7.0 authorises',
    {
      required_version: attribute(versions.tofu),
      required_providers: only(
        { aws: { source: 'registry.opentofu.org/hashicorp/aws', version: versions.awsProvider } },
        {
          rule: 'one-provider',
          clause: 'J.7.0 §3.1',
          remedy: 'Keep the AWS provider alone, by its full source and its declared version.'
        }
      ),
      backend: meaning(
        closed(
          'an S3 backend',
          {
            s3: closed(
              'the S3 backend that the stack declares',
              {
                allowed_account_ids: only([account], {
                  rule: 'backend-account',
                  clause: 'J.7.0 §4',
                  remedy: 'Keep the declared account alone; the backend refuses every other one.'
                }),
                bucket: attribute(backend.bucket),
                dynamodb_table: only(backend.lockTable, {
                  rule: 'lock-table-declared',
                  clause: 'J.7.0 §4',
                  remedy: 'Keep the declared lock table: without one OpenTofu runs unlocked and says nothing.'
                }),
                encrypt: only(true, { rule: 'backend-encrypt', clause: 'J.7.0 §3.2', remedy: 'Keep `encrypt` true.' }),
                key: attribute(backend.key),
                region: attribute(region.aws)
              },
              refusedSettings
            )
          },
          otherBackends
        ),
        {
          rule: 'backend-declared',
          clause: 'J.7.0 §4',
          remedy: 'Keep the S3 backend: a configuration without a backend keeps local state.'
        }
      )
    },
    {
      encryption: forbidden({
        rule: 'state-encryption',
        clause: 'J.7.0 §6',
        remedy: 'Remove it: state encryption by OpenTofu needs a key, and no secrets management is authorised.'
      }),
      cloud: otherBackend
    }
  )
