import { diffArrays } from 'diff'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { reviewLines } from '../support/reviewed.ts'
import { partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'

/** What differs between the pages of two stacks: `-` and `+` before the lines, as a pull request shows them. */
const differing = (declaration: object, options: object): ReadonlyArray<string> => {
  const before = reviewLines(validDeclaration, partsWith(validOptions))
  const after = reviewLines({ ...validDeclaration, ...declaration }, partsWith({ ...validOptions, ...options }))
  return diffArrays([...before], [...after]).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : []
  )
}

const { region, versions, backend } = validDeclaration
const { operatorRole, automationRole, stateBucket, lockTable } = validOptions
const row = (what: string, before: string, after: string): ReadonlyArray<string> => [
  `- | ${what} | ${before} |`,
  `+ | ${what} | ${after} |`
]
const planner = 'arn:aws:iam::680235478471:role/Planner'
const asksItself = 'what that role asks for; nothing is asked here'

type Case = readonly [what: string, declaration: object, options: object, lines: ReadonlyArray<string>]

const cases: ReadonlyArray<Case> = [
  ['nothing', {}, {}, []],
  ['account', { account: '111122223333' }, {}, row('account', '`029608264753`', '`111122223333`')],
  [
    'environment',
    { environment: 'staging' },
    {},
    [
      '- # Review of `integration-north`',
      '+ # Review of `staging-north`',
      ...row('environment', '`integration`', '`staging`')
    ]
  ],
  [
    'logical region',
    { region: { ...region, logical: 'n' } },
    {},
    [
      '- # Review of `integration-north`',
      '+ # Review of `integration-n`',
      ...row('region', '`eu-north-1`, in Sweden; called `north`', '`eu-north-1`, in Sweden; called `n`')
    ]
  ],
  [
    'AWS region',
    { region: { ...region, aws: 'eu-west-3' } },
    {},
    row('region', '`eu-north-1`, in Sweden; called `north`', '`eu-west-3`, in France; called `north`')
  ],
  [
    'bucket',
    { backend: { ...backend, bucket: 'other' } },
    {},
    row('bucket', '`zenthea-integration-tfstate`', '`other`')
  ],
  [
    'state key',
    { backend: { ...backend, key: 'a/b' } },
    {},
    row('state key', '`029608264753/integration/north/terraform.tfstate`', '`a/b`')
  ],
  [
    'lock table',
    { backend: { ...backend, lockTable: 'other' } },
    {},
    row('lock table', '`zenthea-integration-tflock`', '`other`')
  ],
  [
    'OpenTofu',
    { versions: { ...versions, tofu: '>= 1.11.0, < 2.0.0' } },
    {},
    row('OpenTofu', '`>= 1.10.0, < 2.0.0`', '`>= 1.11.0, < 2.0.0`')
  ],
  [
    'provider',
    { versions: { ...versions, awsProvider: '6.66.0', acceptedProof: 'checked against its schema, not run' } },
    {},
    row('AWS provider', '`5.100.0`, proven by run', '`6.66.0`, checked against its schema, not run')
  ],
  [
    'operator role',
    { operatorRole: 'arn:aws:iam::029608264753:role/O' },
    {},
    row('operator role', '`arn:aws:iam::029608264753:role/foundation/Operator`', '`arn:aws:iam::029608264753:role/O`')
  ],
  [
    'automation role',
    { automationRole: 'arn:aws:iam::029608264753:role/A' },
    {},
    row(
      'automation role',
      '`arn:aws:iam::029608264753:role/foundation/Automation`',
      '`arn:aws:iam::029608264753:role/A`'
    )
  ],
  [
    'permissions boundary',
    { permissionsBoundary: 'arn:aws:iam::029608264753:policy/B' },
    {},
    row(
      'permissions boundary',
      '`arn:aws:iam::029608264753:policy/foundation/Boundary`',
      '`arn:aws:iam::029608264753:policy/B`'
    )
  ],
  [
    'bootstrap principal',
    { bootstrapPrincipal: 'arn:aws:iam::029608264753:role/B' },
    {},
    row('bootstrap principal', '`arn:aws:iam::029608264753:role/Bootstrap`', '`arn:aws:iam::029608264753:role/B`')
  ],
  [
    'a trusted account more',
    { trustedAccounts: [...validDeclaration.trustedAccounts, '999988887777'] },
    {},
    ['+ | a trusted account | `999988887777` |']
  ],
  [
    'a tag more',
    { tags: { Environment: 'integration', Owner: 'x' } },
    {},
    ['+ | tag of everything | `Owner` is `x` |']
  ],
  [
    'a tag of the bucket',
    {},
    { stateBucket: { ...stateBucket, tags: { Purpose: 'a b' } } },
    row('tag of the bucket', '`Purpose` is `state`', '`Purpose` is `a b`')
  ],
  [
    'a tag of the lock table',
    {},
    { lockTable: { ...lockTable, tags: { Purpose: 'x' } } },
    row('tag of the lock table', '`Purpose` is `lock`', '`Purpose` is `x`')
  ],
  [
    'the days of recovery',
    {},
    { lockTable: { ...lockTable, pointInTimeRecoveryDays: 1 } },
    row('restoring the lock table', 'to any second of the last 35 days', 'to any second of the last day')
  ],
  [
    'a longer session of the operator',
    {},
    { operatorRole: { ...operatorRole, sessionHours: 12 } },
    ['- A session lasts at most 1 hour.', '+ A session lasts at most 12 hours.']
  ],
  [
    'a shorter session of automation',
    {},
    { automationRole: { ...automationRole, sessionHours: 1 } },
    ['- A session lasts at most 2 hours.', '+ A session lasts at most 1 hour.']
  ],
  [
    'one more role that may become automation',
    {},
    { automationRole: { ...automationRole, trust: { roles: [planner, 'arn:aws:iam::680235478471:role/Contractor'] } } },
    [`+ | \`arn:aws:iam::680235478471:role/Contractor\` | \`680235478471\` | ${asksItself} |`]
  ],
  [
    'the operator trusts no role any more',
    {},
    { operatorRole: { ...operatorRole, trust: { ...operatorRole.trust, roles: [] } } },
    [
      '-   roles_680235478471_operator["roles of 680235478471"] -->|become| operator',
      `- | \`arn:aws:iam::680235478471:role/SignIn/Engineer\` | \`680235478471\` | ${asksItself} |`
    ]
  ],
  [
    'an older MFA',
    {},
    {
      operatorRole: {
        ...operatorRole,
        trust: { ...operatorRole.trust, users: [{ ...operatorRole.trust.users[0], mfaMaxAgeSeconds: 5400 }] }
      }
    },
    [
      '- | every IAM user below `/operators/` | `029608264753` | MFA, at most 1 hour old |',
      '+ | every IAM user below `/operators/` | `029608264753` | MFA, at most 1 hour 30 minutes old |'
    ]
  ],
  [
    'another path of users',
    {},
    {
      operatorRole: {
        ...operatorRole,
        trust: { ...operatorRole.trust, users: [{ ...operatorRole.trust.users[0], path: '/staff/' }] }
      }
    },
    [
      '- | every IAM user below `/operators/` | `029608264753` | MFA, at most 1 hour old |',
      '+ | every IAM user below `/staff/` | `029608264753` | MFA, at most 1 hour old |'
    ]
  ]
]

const test = suite('changed lines of REVIEW.md')

for (const [what, declaration, options, lines] of cases)
  test(`${what}: ${lines.length} lines, and no other`, () => {
    assert.equal(differing(declaration, options), lines)
  })

test.run()
