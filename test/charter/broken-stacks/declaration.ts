import { type BrokenStack, declares } from '../../support/broken-stack.ts'
import { gone } from '../../support/changed.ts'

/** What a declaration says of phase, place and versions. */
export const declarationStacks: ReadonlyArray<BrokenStack> = [
  declares('a later phase', ['phase', 'J.7.0 §8 phases'], [[['phase'], 'J.8.0']]),
  declares('no phase', ['phase', 'J.7.0 §8 phases'], [[['phase'], gone]]),
  declares('an account of eleven digits', ['account-id', 'J.7.0 §3.3 identifiers'], [[['account'], '29608264753']]),
  declares('an account as a number', ['account-id', 'J.7.0 §3.3 identifiers'], [[['account'], 29608264753]]),
  declares('no account', ['account-id', 'J.7.0 §3.3 identifiers'], [[['account'], gone]]),
  declares(
    'a trusted account as a number',
    ['account-id', 'J.7.0 §3.3 identifiers'],
    [[['trustedAccounts', 1], 680235478471]]
  ),
  declares(
    'a trusted account twice',
    ['listed-once', 'J.7.0 §4 ambiguity'],
    [[['trustedAccounts', 2], '680235478471']]
  ),
  declares('an environment in capitals', ['environment', 'J.7.0 §3.4 isolation'], [[['environment'], 'Integration']]),
  declares('an environment from nowhere', ['environment', 'J.7.0 §3.4 isolation'], [[['environment'], undefined]]),
  declares(
    'a logical region with a hyphen, so that the name of the stack can be read in two ways',
    ['logical-region', 'J.7.0 §3.4 isolation'],
    [[['region', 'logical'], 'north-1']]
  ),
  declares('a zone for a region', ['aws-region', 'J.7.0 §3.3 identifiers'], [[['region', 'aws'], 'eu-north-1a']]),
  declares('a city for a region', ['aws-region', 'J.7.0 §3.3 identifiers'], [[['region', 'aws'], 'Stockholm']]),
  declares('another residency', ['residency-declared', 'J.7.0 §7 residency'], [[['region', 'residency'], 'US']]),
  declares('no residency', ['residency-declared', 'J.7.0 §7 residency'], [[['region', 'residency'], gone]]),
  declares('London for a region of the EU', ['residency', 'J.7.0 §7 residency'], [[['region', 'aws'], 'eu-west-2']]),
  declares('Zurich for a region of the EU', ['residency', 'J.7.0 §7 residency'], [[['region', 'aws'], 'eu-central-2']]),
  declares(
    'an isolated region for a region of the EU',
    ['residency', 'J.7.0 §7 residency'],
    [[['region', 'aws'], 'eu-isoe-west-1']]
  ),
  declares('a region in the US', ['residency', 'J.7.0 §7 residency'], [[['region', 'aws'], 'us-east-1']]),
  declares(
    'the sovereign cloud, with principals of another partition',
    ['partition', 'J.7.0 §4 ambiguity'],
    [[['region', 'aws'], 'eusc-de-east-1']],
    [['bootstrapPrincipal'], ['operatorRole'], ['automationRole'], ['permissionsBoundary']]
  ),
  declares(
    'a boundary of the sovereign cloud in a region of the EU',
    ['partition', 'J.7.0 §4 ambiguity'],
    [[['permissionsBoundary'], 'arn:aws-eusc:iam::029608264753:policy/foundation/Boundary']]
  ),
  declares(
    'a bootstrap principal with a path of another partition',
    ['partition', 'J.7.0 §4 ambiguity'],
    [
      [
        ['bootstrapPrincipal'],
        'arn:aws:iam::029608264753:role/aws-reserved/sso.amazonaws.com/cn-north-1/AWSReservedSSO_Admin_0123456789abcdef'
      ]
    ]
  ),
  declares(
    'an OpenTofu that cannot say `destroy = false`',
    ['tofu-versions', 'J.6.2 §7 defaults'],
    [[['versions', 'tofu'], '>= 1.9.0, < 2.0.0']]
  ),
  declares(
    'an OpenTofu without an upper bound',
    ['tofu-versions', 'J.6.2 §7 defaults'],
    [[['versions', 'tofu'], '>= 1.10.0']]
  ),
  declares(
    'bounds of OpenTofu that nothing is between',
    ['tofu-versions', 'J.6.2 §7 defaults'],
    [[['versions', 'tofu'], '>= 2.0.0, < 2.0.0']]
  ),
  declares(
    'a provider that is not pinned',
    ['provider-version', 'J.6.2 §7 defaults'],
    [[['versions', 'awsProvider'], '~> 5.100']]
  ),
  declares(
    'a provider whose schema nobody checked',
    ['provider-version-known', 'J.7.0 §4 ambiguity'],
    [[['versions', 'awsProvider'], '5.99.1']]
  ),
  declares(
    'a provider that was not run, without a word on it',
    ['provider-proof-accepted', 'J.7.0 §4 ambiguity'],
    [[['versions', 'awsProvider'], '6.66.0']],
    [['versions', 'acceptedProof']]
  ),
  declares(
    'a word on a provider that is proven by run',
    ['provider-proof-accepted', 'J.7.0 §4 ambiguity'],
    [[['versions', 'acceptedProof'], 'checked against its schema, not run']]
  ),
  declares('no tags', ['tags', 'J.6.2 §7 defaults'], [[['tags'], {}]]),
  declares(
    'a tag of AWS itself',
    ['tags', 'J.6.2 §7 defaults'],
    [[['tags', 'aws:cloudformation:stack-name'], 'foundation']]
  ),
  declares(
    'tags that differ in capitals alone',
    ['tags', 'J.6.2 §7 defaults'],
    [[['tags', 'environment'], 'integration']]
  ),
  declares(
    'more tags than a resource can carry beside its own',
    ['tags', 'J.6.2 §7 defaults'],
    Array.from({ length: 25 }, (_, index) => [['tags', `Tag${index}`], 'set'] as const),
    [['tags']]
  ),
  declares(
    'a field that is misspelt',
    ['declaration-complete', 'J.6.2 §7 defaults'],
    [[['bootstrapPrincipals'], 'arn:aws:iam::029608264753:role/Bootstrap']]
  ),
  declares('a zone beside the region', ['declaration-complete', 'J.6.2 §7 defaults'], [[['region', 'zone'], 'a']]),
  declares('no list of trusted accounts', ['declaration-complete', 'J.6.2 §7 defaults'], [[['trustedAccounts'], gone]]),
  declares('no declaration', ['declaration-complete', 'J.6.2 §7 defaults'], [[[], undefined]])
]
