import { type BrokenStack, calls, declares } from '../../support/broken-stack.ts'

const elsewhere = '000000000000'

/** Names of bucket, key and table, and of the principals. */
export const identifierStacks: ReadonlyArray<BrokenStack> = [
  declares(
    'a bucket name in capitals',
    ['bucket-name', 'J.7.0 §3.3 identifiers'],
    [[['backend', 'bucket'], 'Zenthea-tfstate']]
  ),
  declares(
    'a bucket name with dots, which break TLS',
    ['bucket-name', 'J.7.0 §3.3 identifiers'],
    [[['backend', 'bucket'], 'tfstate.zenthea.eu']]
  ),
  declares(
    'a bucket name that AWS keeps for access points',
    ['bucket-name', 'J.7.0 §3.3 identifiers'],
    [[['backend', 'bucket'], 'zenthea-tfstate-s3alias']]
  ),
  declares(
    "a state key that is another state's digest",
    ['state-key', 'J.6.2 §4 mapping'],
    [[['backend', 'key'], '029608264753/integration/north/terraform.tfstate-md5']]
  ),
  declares(
    "a state key that is another state's lock file",
    ['state-key', 'J.6.2 §4 mapping'],
    [[['backend', 'key'], '029608264753/integration/north/terraform.tfstate.tflock']]
  ),
  declares(
    'a state key among those of workspaces',
    ['state-key', 'J.6.2 §4 mapping'],
    [[['backend', 'key'], 'env:/integration/terraform.tfstate']]
  ),
  declares(
    "another environment's state key",
    ['state-key-mapping', 'J.6.2 §4 mapping'],
    [[['backend', 'key'], '029608264753/production/north/terraform.tfstate']]
  ),
  declares(
    'a state key without the account',
    ['state-key-mapping', 'J.6.2 §4 mapping'],
    [[['backend', 'key'], 'integration/north/terraform.tfstate']]
  ),
  declares(
    'a table name of two characters',
    ['table-name', 'J.7.0 §3.3 identifiers'],
    [[['backend', 'lockTable'], 'tf']]
  ),
  declares(
    'a table by its ARN',
    ['table-name', 'J.7.0 §3.3 identifiers'],
    [[['backend', 'lockTable'], 'arn:aws:dynamodb:eu-north-1:029608264753:table/lock']]
  ),
  declares(
    "encryption with a key of one's own",
    ['encryption', 'J.7.0 §3.3 identifiers'],
    [[['backend', 'encryption'], 'aws:kms']]
  ),
  declares(
    'a file with another name than the stack',
    ['stack-name-mapping', 'J.6.2 §4 mapping'],
    [],
    [['environment']],
    'stacks/north.ts'
  ),
  declares(
    'any role as bootstrap principal',
    ['role-arn', 'J.7.0 §7 access'],
    [[['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/*']]
  ),
  declares(
    'a person as bootstrap principal',
    ['role-arn', 'J.7.0 §7 access'],
    [[['bootstrapPrincipal'], 'arn:aws:iam::029608264753:user/jane']]
  ),
  declares(
    'the account itself as bootstrap principal',
    ['role-arn', 'J.7.0 §7 access'],
    [[['bootstrapPrincipal'], 'arn:aws:iam::029608264753:root']]
  ),
  ...(
    [
      [
        'bootstrapPrincipal',
        'a service-linked role as bootstrap principal',
        'aws-service-role/ops.amazonaws.com/AWSServiceRoleForOps'
      ],
      ['bootstrapPrincipal', 'a service-linked role in other capitals', 'AWS-Service-Role/ops.amazonaws.com/X'],
      ['bootstrapPrincipal', 'a reserved path that is not of people', 'aws-reserved/other.amazonaws.com/Admin'],
      ['bootstrapPrincipal', 'a role of Identity Center without its path', 'AWSReservedSSO_Admin_0123456789abcdef'],
      [
        'operatorRole',
        'a role of Identity Center as a role of the stack',
        'aws-reserved/sso.amazonaws.com/eu-north-1/AWSReservedSSO_Admin_0123456789abcdef'
      ],
      ['operatorRole', 'a service-linked role as a role of the stack', 'aws-service-role/x.amazonaws.com/Operator'],
      ['automationRole', 'a reserved path for a role of the stack', 'aws-reserved/Automation'],
      ['automationRole', 'a reserved name for a role of the stack', 'AWSServiceRoleForAutomation'],
      ['automationRole', 'an empty part in a path', 'foundation//Automation'],
      ['automationRole', 'a path behind a name', 'foundation/Automation/']
    ] as const
  ).map(([field, title, role]) =>
    declares(title, ['role-arn', 'J.7.0 §7 access'], [[[field], `arn:aws:iam::029608264753:role/${role}`]])
  ),
  declares(
    'a boundary in a reserved path',
    ['policy-arn', 'J.7.0 §7 access'],
    [[['permissionsBoundary'], 'arn:aws:iam::029608264753:policy/aws-service-role/Boundary']]
  ),
  declares('a role by its name alone', ['role-arn', 'J.7.0 §7 access'], [[['operatorRole'], 'Operator']]),
  declares(
    'a managed policy of AWS as boundary',
    ['policy-arn', 'J.7.0 §7 access'],
    [[['permissionsBoundary'], 'arn:aws:iam::aws:policy/PowerUserAccess']]
  ),
  declares(
    'an operator role of another account',
    ['principals-in-account', 'J.7.0 §4 ambiguity'],
    [[['operatorRole'], 'arn:aws:iam::680235478471:role/foundation/Operator']]
  ),
  declares(
    'a bootstrap principal of another account',
    ['principals-in-account', 'J.7.0 §4 ambiguity'],
    [[['bootstrapPrincipal'], 'arn:aws:iam::680235478471:role/Bootstrap']]
  ),
  declares(
    'one role for operators and automation, by another path and other capitals',
    ['principals-distinct', 'J.7.0 §7 separation'],
    [[['automationRole'], 'arn:aws:iam::029608264753:role/automation/OPERATOR']]
  ),
  declares(
    'the bootstrap principal as automation',
    ['principals-distinct', 'J.7.0 §7 separation'],
    [[['automationRole'], 'arn:aws:iam::029608264753:role/Bootstrap']]
  ),
  declares(
    'a next bootstrap principal of another account',
    ['principals-in-account', 'J.7.0 §4 ambiguity'],
    [[['nextBootstrapPrincipal'], 'arn:aws:iam::680235478471:role/Next']]
  ),
  declares(
    'a next bootstrap principal of another partition',
    ['partition', 'J.7.0 §4 ambiguity'],
    [[['nextBootstrapPrincipal'], 'arn:aws-eusc:iam::029608264753:role/Next']]
  ),
  declares(
    "a next bootstrap principal that is somebody else's already, but for its path",
    ['principals-distinct', 'J.7.0 §7 separation'],
    [[['nextBootstrapPrincipal'], 'arn:aws:iam::029608264753:role/ops/BOOTSTRAP']]
  ),
  declares(
    'the operator as next bootstrap principal',
    ['principals-distinct', 'J.7.0 §7 separation'],
    [[['nextBootstrapPrincipal'], 'arn:aws:iam::029608264753:role/Operator']]
  ),
  declares(
    'a next bootstrap principal that is still to come',
    ['placeholders', 'J.7.0 §6 inference'],
    [[['nextBootstrapPrincipal'], 'arn:aws:iam::029608264753:role/change-me']]
  ),
  declares(
    'a next bootstrap principal that is no ARN',
    ['role-arn', 'J.7.0 §7 access'],
    [[['nextBootstrapPrincipal'], 'Next']]
  ),
  declares(
    'an account of zeros',
    ['placeholders', 'J.7.0 §6 inference'],
    [
      [['account'], elsewhere],
      [['backend', 'key'], `${elsewhere}/integration/north/terraform.tfstate`],
      [['bootstrapPrincipal'], `arn:aws:iam::${elsewhere}:role/Bootstrap`],
      [['operatorRole'], `arn:aws:iam::${elsewhere}:role/foundation/Operator`],
      [['automationRole'], `arn:aws:iam::${elsewhere}:role/foundation/Automation`],
      [['permissionsBoundary'], `arn:aws:iam::${elsewhere}:policy/foundation/Boundary`]
    ]
  ),
  declares(
    'a trusted account with its digits in order',
    ['placeholders', 'J.7.0 §6 inference'],
    [[['trustedAccounts', 2], '123456789012']]
  ),
  declares(
    'a bucket that is to be named later',
    ['placeholders', 'J.7.0 §6 inference'],
    [[['backend', 'bucket'], 'zenthea-changeme-tfstate']]
  ),
  declares(
    'a table from an example',
    ['placeholders', 'J.7.0 §6 inference'],
    [[['backend', 'lockTable'], 'example-tflock']]
  ),
  declares(
    'a role that is to be named later',
    ['placeholders', 'J.7.0 §6 inference'],
    [[['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/your-role']]
  ),
  declares(
    'a bootstrap principal below a path that is to be named later',
    ['placeholders', 'J.7.0 §6 inference'],
    [[['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/CHANGE_ME/Bootstrap']]
  ),
  declares(
    'a bootstrap principal with a letter of another alphabet',
    ['role-arn', 'J.7.0 §7 access'],
    [[['bootstrapPrincipal'], 'arn:aws:iam::029608264753:role/B\u043eotstrap']]
  ),
  declares('a tag that is to be written later', ['placeholders', 'J.7.0 §6 inference'], [[['tags', 'owner'], 'TBD']]),
  declares('a tag with a key to come', ['placeholders', 'J.7.0 §6 inference'], [[['tags', 'your-key'], 'state']]),
  calls('a tag of a part to come', ['placeholders', 'J.7.0 §6 inference'], 'stateBucket', [
    [['tags', 'Purpose'], 'CHANGE-ME']
  ])
]
