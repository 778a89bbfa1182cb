import type * as t from 'io-ts'
import { closed } from '../../diagnostics/closed.ts'
import type { Declaration } from '../../declaration/declaration.ts'
import { attribute, forbidden, only } from '../codec.ts'

const refused = (names: ReadonlyArray<string>, codec: t.Mixed): Readonly<Record<string, t.Mixed>> =>
  Object.fromEntries(names.map((name) => [name, codec]))

/** The one provider configuration: region-bound, bound to the account, without an alias and without credentials. */
export const providerAws = ({ account, region, tags }: Declaration) =>
  closed(
    'the provider configuration that J.7.0 authorises',
    {
      allowed_account_ids: only([account], {
        rule: 'provider-account',
        clause: 'J.7.0 §4',
        remedy: 'Keep the declared account alone; the provider refuses every other one.'
      }),
      default_tags: attribute({ tags }),
      region: only(region.aws, {
        rule: 'provider-region',
        clause: 'J.7.0 §3.1',
        remedy: 'Keep the declared region; it stands in `region.aws`.'
      })
    },
    {
      ...refused(
        ['alias', 'for_each'],
        forbidden({
          rule: 'provider-alias',
          clause: 'J.7.0 §3.1',
          remedy: 'Remove it: there is one provider configuration.'
        })
      ),
      ...refused(
        [
          'access_key',
          'secret_key',
          'token',
          'profile',
          'shared_config_files',
          'shared_credentials_files',
          'assume_role',
          'assume_role_with_web_identity'
        ],
        forbidden({
          rule: 'provider-credentials',
          clause: 'J.7.0 §6',
          remedy: 'Remove it: credentials come from the human at the terminal and stand in no file.'
        })
      ),
      ...refused(
        [
          'skip_credentials_validation',
          'skip_metadata_api_check',
          'skip_region_validation',
          'skip_requesting_account_id'
        ],
        forbidden({
          rule: 'provider-checks',
          clause: 'J.7.0 §4',
          remedy: 'Remove it: a check that is skipped cannot fail closed.'
        })
      ),
      ...refused(
        [
          'endpoints',
          'custom_ca_bundle',
          'http_proxy',
          'https_proxy',
          'insecure',
          'sts_region',
          'ec2_metadata_service_endpoint'
        ],
        forbidden({
          rule: 'provider-endpoints',
          clause: 'J.7.0 §4',
          remedy: 'Remove it: the provider talks to AWS itself.'
        })
      ),
      ...refused(
        ['forbidden_account_ids'],
        forbidden({
          rule: 'provider-account',
          clause: 'J.7.0 §4',
          remedy: 'Remove it: a list of forbidden accounts lets an unknown one pass; `allowed_account_ids` does not.'
        })
      )
    }
  )
