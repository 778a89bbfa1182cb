import { diffArrays } from 'diff'
import { readFileSync } from 'node:fs'
import { suite } from 'uvu'
import * as assert from 'uvu/assert'
import { isObject } from '../../src/terraform/json.ts'
import { sourceCorpus } from '../support/access/corpus/source.ts'
import { reviewLines } from '../support/reviewed.ts'
import { partNames, sourceWith, stackFields } from '../support/stack-source.ts'
import { partsWith, validDeclaration, validOptions } from '../support/valid-stack.ts'

/** What differs between the pages of two stacks: `-` and `+` before the lines, as a pull request shows them. */
const differing = (declaration: object, options: object): ReadonlyArray<string> => {
  const before = reviewLines(validDeclaration, partsWith(validOptions))
  const after = reviewLines({ ...validDeclaration, ...declaration }, partsWith({ ...validOptions, ...options }))
  return linesBetween(before, after)
}

const linesBetween = (before: ReadonlyArray<string>, after: ReadonlyArray<string>): ReadonlyArray<string> =>
  diffArrays([...before], [...after]).flatMap(({ added, removed, value }) =>
    added || removed ? value.map((line) => `${added ? '+' : '-'} ${line}`) : []
  )

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
    'the next bootstrap principal',
    { nextBootstrapPrincipal: 'arn:aws:iam::029608264753:role/Next' },
    {},
    [
      '+ | next bootstrap principal, in a handover: sets the bucket policy too | `arn:aws:iam::029608264753:role/Next` |'
    ]
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

/** The paths of the values that differ between two sources; a list is one value. */
const pathsOf = (before: unknown, after: unknown, at: string): ReadonlyArray<string> =>
  isObject(before) && isObject(after)
    ? [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((name) =>
        pathsOf(before[name], after[name], `${at}${at === '' ? '' : '.'}${name}`)
      )
    : JSON.stringify(before) === JSON.stringify(after)
      ? []
      : [at]

const changedIn = ([, declaration, options]: Case): ReadonlyArray<string> => [
  ...pathsOf(validDeclaration, { ...validDeclaration, ...declaration }, 'declaration'),
  ...pathsOf(validOptions, { ...validOptions, ...options }, '')
]

const test = suite('changed lines of REVIEW.md')

for (const [what, declaration, options, lines] of cases)
  test(`${what}: ${lines.length} lines, and no other`, () => {
    assert.equal(differing(declaration, options), lines)
  })

/** A field of which the corpus of sources has no second value that emit takes, such as the phase. */
const isFixed = (field: string): boolean => {
  const rows = sourceCorpus.filter(({ edit }) => Object.hasOwn(edit, field))
  return rows.length > 0 && rows.every(({ verdict }) => verdict === 'refused')
}

test('each field that may have another value has a case above', () => {
  const fields = stackFields().filter((field) => !isFixed(field))
  const told = cases.flatMap(changedIn)
  assert.ok(fields.length >= 20, fields.join())
  assert.equal(
    fields.filter((field) => !told.some((path) => path === field || path.startsWith(`${field}.`))),
    []
  )
})

test('each part that a stack may import is among the parts whose fields are known', () => {
  const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
    exports: Record<string, string>
  }
  const imported = Object.entries(exports).flatMap(([name, path]) =>
    path.startsWith('./src/stack/parts/') && name !== './block'
      ? [name.replace('./', '').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
      : []
  )
  assert.equal(imported.toSorted(), [...partNames].toSorted())
})

/** Lines that follow from another one: the title has the name of the file, the picture has accounts and kinds alone. */
const follows = (line: string): boolean => /^[-+] (?:# Review of | {2}\w+\[".*"\] -->\|become\| \w+$)/.test(line)

for (const { what, edit, verdict, sentence } of sourceCorpus)
  if (verdict !== 'refused')
    test(`${what} (${sentence.slice(0, 30)}): at most one line a field, and one at least`, () => {
      const { declaration, parts } = sourceWith(edit)
      const lines = linesBetween(
        reviewLines(validDeclaration, partsWith(validOptions)),
        reviewLines(declaration, parts)
      )
      const own = lines.filter((line) => !follows(line))
      const most = Object.keys(edit).length
      for (const sign of ['-', '+']) {
        const count = own.filter((line) => line.startsWith(sign)).length
        assert.ok(count <= most, own.join('\n'))
      }
      if (verdict !== 'nothing') assert.ok(own.length > 0)
    })

test.run()
