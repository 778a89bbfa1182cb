import { euRegions } from '../declaration/aws-region.ts'
import { type Declaration, bootstrapPrincipals } from '../declaration/declaration.ts'
import { boundaryPolicy } from '../iam/boundary-policy.ts'
import type { RenderedBlock } from '../terraform/block.ts'
import { byCodeUnit, onOneLine, sameJson } from '../terraform/json.ts'
import { durationText } from './duration.ts'
import { type EmittedParts, emittedParts, tagsOf } from './emitted-parts.ts'
import { code, table } from './markdown.ts'
import { type Granted, called, permissionLines, permissionRows, permissions } from './permissions.ts'
import { picture } from './picture.ts'
import { protectionRows } from './protections.ts'
import { trusted } from './trusted.ts'

/** What a stack is before it is written: what it declares, and its blocks as they stand in the file. */
export type Reviewed = {
  /** `<environment>-<logical region>`. */
  readonly stack: string
  readonly declaration: Declaration
  readonly blocks: ReadonlyArray<RenderedBlock>
}

const roles = ['operator', 'automation'] as const

/**
 * REVIEW.md of one stack, on one screen: what needs no eye at each review is folded. It says who may become what, what
 * each may do, what protects history and lock, and who must apply a change. It follows from the emitted blocks, not from the options, so it says what the file says.
 * Each fact has a line of its own, in a fixed order, so that one change of access is one changed line. LF, a final
 * newline.
 */
export const reviewText = ({ stack, declaration, blocks }: Reviewed): string => {
  const parts = emittedParts(blocks)
  return `${[
    `# Review of ${code(stack)}`,
    '',
    'Emitted beside `main.tf.json`, from the same stack. Do not edit it: change the stack and run `npm run emit`.',
    '',
    ...whatItIs(declaration, parts),
    '',
    ...picture({
      operator: trusted(parts.statements('operator_trust')),
      automation: trusted(parts.statements('automation_trust'))
    }),
    ...roles.flatMap((role) => ['', ...whoMayBecome(role, parts)]),
    '',
    ...whatEachMayDo(declaration, parts),
    '',
    '## What protects history and lock',
    '',
    ...table(['what', 'how'], protectionRows(declaration, parts)),
    '',
    ...whoMustApply
  ].join('\n')}\n`
}

const whatItIs = (declaration: Declaration, parts: EmittedParts): ReadonlyArray<string> => {
  const { region, backend, versions } = declaration
  const tags = (what: string, of: ReadonlyArray<readonly [string, string]>): ReadonlyArray<readonly [string, string]> =>
    of.toSorted(([a], [b]) => byCodeUnit(a, b)).map(([key, value]) => [what, `${code(key)} is ${code(value)}`])
  const country = euRegions.get(region.aws)?.country
  const rows = [
    ['account', code(declaration.account)],
    ['environment', code(declaration.environment)],
    [
      'region',
      `${code(region.aws)}, ${country === undefined ? 'in an unknown country' : `in ${country}`}; called ${code(region.logical)}`
    ],
    ['bucket', code(backend.bucket)],
    ['state key', code(backend.key)],
    ['lock table', code(backend.lockTable)],
    ['encryption of the state', code(backend.encryption)],
    ['OpenTofu', code(versions.tofu)],
    ['AWS provider', `${code(versions.awsProvider)}, ${versions.acceptedProof ?? 'proven by run'}`],
    ['bootstrap principal', code(declaration.bootstrapPrincipal)],
    ...bootstrapPrincipals(declaration)
      .slice(1)
      .map(([, arn]) => ['next bootstrap principal, in a handover: sets the bucket policy too', code(arn)] as const)
  ]
  const folded = [
    ['operator role', code(declaration.operatorRole)],
    ['automation role', code(declaration.automationRole)],
    ['permissions boundary', code(declaration.permissionsBoundary)],
    ...declaration.trustedAccounts.toSorted(byCodeUnit).map((account) => ['a trusted account', code(account)]),
    ...tags('tag of everything', Object.entries(declaration.tags)),
    ...tags('tag of the bucket', tagsOf(parts.resource('aws_s3_bucket', 'state')['tags'])),
    ...tags('tag of the lock table', tagsOf(parts.resource('aws_dynamodb_table', 'lock')['tags']))
  ]
  return [
    '## What it is',
    '',
    'One isolated OpenTofu state, with the bucket that holds it, the table that locks it, and two roles.',
    '',
    ...table(['what', 'value'], rows),
    '',
    '<details>',
    '<summary>Names of the roles, trusted accounts, tags</summary>',
    '',
    ...table(['what', 'value'], folded),
    '',
    '</details>'
  ]
}

const whoMayBecome = (role: (typeof roles)[number], parts: EmittedParts): ReadonlyArray<string> => {
  const seconds = parts.resource('aws_iam_role', role)['max_session_duration']
  const rows = trusted(parts.statements(`${role}_trust`)).map(({ who, account, behind }) => [
    who,
    account === 'of any' ? 'see the statement' : code(account),
    behind
  ])
  return [
    `## Who may become ${role}`,
    '',
    typeof seconds === 'number'
      ? `A session lasts at most ${durationText(seconds)}.`
      : 'How long a session lasts is not written.',
    '',
    ...table(['who', 'of account', 'behind what'], rows)
  ]
}

const whatEachMayDo = (declaration: Declaration, parts: EmittedParts): ReadonlyArray<string> => {
  const name = called(declaration)
  const granted = roles.map((role): Granted => {
    const statements = parts.statements(`${role}_policy`)
    return { statements, allowed: permissions(statements) }
  })
  const boundary = parts.statements('boundary_policy')
  const isCapped = sameJson(boundary, boundaryPolicy(declaration).Statement)
  const [operator = [], automation = []] = granted.map(({ allowed }) => permissionLines(allowed, name))
  return [
    '## What each may do',
    '',
    isCapped
      ? 'Only on this state and what belongs to it, and only in this region. Everything that is not in a row is denied to both, even where another policy is attached to them.'
      : `The permissions boundary is not the one of this stack, so more may be possible: ${code(onOneLine(boundary))}`,
    '',
    ...table(
      ['what', ...roles],
      [
        ...permissionRows(declaration, granted, name),
        ...(isCapped ? [['change IAM, delete bucket, table or history, anything else', 'never', 'never']] : [])
      ]
    ),
    '',
    '<details>',
    '<summary>Every action, and what it is allowed on</summary>',
    '',
    'Operator:',
    '',
    ...operator,
    '',
    'Automation:',
    '',
    ...automation,
    '',
    '</details>'
  ]
}

const whoMustApply: ReadonlyArray<string> = [
  '## Who must apply a change',
  '',
  ...table(
    ['what changes', 'who applies it'],
    [
      ['tags of bucket and lock table, days of restoring', 'the operator role'],
      ['roles, trust, sessions, boundary, bucket policy, other settings', 'the bootstrap principal'],
      [
        'account, region, or the name of bucket, state key, lock table, role or boundary',
        'cannot be applied: that is another state, or a replacement, which is refused'
      ]
    ]
  ),
  '',
  'Automation applies nothing. Nothing is applied without a human at a terminal.'
]
