import { type BrokenStack, adds, lacks, writes } from '../../support/broken-stack.ts'
import { gone } from '../../support/changed.ts'
import { block } from '../../../src/stack/parts/block.ts'

const identity = 'data.aws_caller_identity.current'

/** The provider configuration and the check of the live account. */
export const providerStacks: ReadonlyArray<BrokenStack> = [
  lacks('no provider configuration', ['complete-blocks', 'J.7.0 §3.1 provider'], 'provider.aws'),
  adds(
    'a second provider configuration under an alias',
    ['addresses-unique', 'J.7.0 §4 ambiguity'],
    () => block('provider', ['aws'], { alias: 'ireland', region: 'eu-west-1' }),
    ['block', 'provider', 'aws']
  ),
  adds(
    'another provider',
    ['authorised-blocks', 'J.7.0 §3.1 provider'],
    () => block('provider', ['google'], { region: 'europe-west1' }),
    ['block', 'provider', 'google']
  ),
  writes('a provider of another region', ['provider-region', 'J.7.0 §3.1 provider'], 'provider.aws', [
    [['region'], 'eu-west-1']
  ]),
  writes('a provider of no region', ['provider-region', 'J.7.0 §3.1 provider'], 'provider.aws', [[['region'], gone]]),
  writes('a provider that takes any account', ['provider-account', 'J.7.0 §4 ambiguity'], 'provider.aws', [
    [['allowed_account_ids'], gone]
  ]),
  writes('a provider that takes another account', ['provider-account', 'J.7.0 §4 ambiguity'], 'provider.aws', [
    [['allowed_account_ids'], ['680235478471']]
  ]),
  writes('a provider with a list of forbidden accounts', ['provider-account', 'J.7.0 §4 ambiguity'], 'provider.aws', [
    [['forbidden_account_ids'], ['680235478471']]
  ]),
  ...['alias', 'for_each'].map((name) =>
    writes(`a provider with ${name}`, ['provider-alias', 'J.7.0 §3.1 provider'], 'provider.aws', [[[name], 'ireland']])
  ),
  ...['shared_credentials_files', 'profile', 'assume_role'].map((name) =>
    writes(`a provider with ${name}`, ['provider-credentials', 'J.7.0 §6 secrets'], 'provider.aws', [[[name], 'other']])
  ),
  ...['skip_requesting_account_id', 'skip_credentials_validation'].map((name) =>
    writes(`a provider with ${name}`, ['provider-checks', 'J.7.0 §4 ambiguity'], 'provider.aws', [[[name], true]])
  ),
  ...['endpoints', 'insecure', 'custom_ca_bundle'].map((name) =>
    writes(`a provider with ${name}`, ['provider-endpoints', 'J.7.0 §4 ambiguity'], 'provider.aws', [[[name], 'other']])
  ),
  writes(
    'a provider with other tags',
    ['authorised-attributes', 'J.7.0 §9 scope'],
    'provider.aws',
    [[['default_tags', 'tags', 'Environment'], 'production']],
    [['default_tags']]
  ),
  writes('a provider that ignores tags', ['authorised-attributes', 'J.7.0 §9 scope'], 'provider.aws', [
    [['ignore_tags'], { keys: ['Environment'] }]
  ]),
  lacks('no check of the live account', ['complete-blocks', 'J.7.0 §4 ambiguity'], identity),
  writes(
    'a check of the live account without its condition',
    ['account-postcondition', 'J.7.0 §4 ambiguity'],
    identity,
    [[['lifecycle'], {}]],
    [['lifecycle', 'postcondition']]
  ),
  writes('a check for another account', ['account-postcondition', 'J.7.0 §4 ambiguity'], identity, [
    [['lifecycle', 'postcondition', 'condition'], '${self.account_id == "680235478471"}']
  ]),
  writes('a check that is always true', ['account-postcondition', 'J.7.0 §4 ambiguity'], identity, [
    [['lifecycle', 'postcondition', 'condition'], '${self.account_id != ""}']
  ]),
  writes('a check that says what it reads', ['account-postcondition', 'J.7.0 §4 ambiguity'], identity, [
    [['lifecycle', 'postcondition', 'error_message'], '${file("key")}']
  ]),
  writes('a check that says nothing', ['account-postcondition', 'J.7.0 §4 ambiguity'], identity, [
    [['lifecycle', 'postcondition', 'error_message'], '']
  ])
]
