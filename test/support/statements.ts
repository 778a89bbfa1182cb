import { clauseOf, ofRuns, type Stated, sentences } from '../../src/registry/clauses.ts'

/** A sentence of a governing document: where it stands, a quotation to find it by, and our own words. */
type Statement = {
  readonly at: string
  readonly quote: string
  readonly says: string
  /** The sentences of the registry that hold it, each with its four lines of defence; or why it asks for nothing. */
  readonly by: ReadonlyArray<Stated> | string
}

type Row = readonly [quote: string, says: string, by: Statement['by']]

const list = (at: string, ...rows: ReadonlyArray<Row>): ReadonlyArray<Statement> =>
  rows.map(([quote, says, by]) => ({ at, quote, says, by }))

const designOnly = 'it speaks of phase J.6.2 alone, which was design only; J.7.0 authorises what is executed here'
const opens = 'it opens the list below it; each entry has a row'
const commands = ['J.7.0 §2 commands', 'J.7.0 §9 execution'] as const
const oneState = ['J.7.0 §3.4 isolation'] as const
const identifiers = ['J.7.0 §3.3 identifiers', 'J.7.0 §6 inference'] as const
const roles = ['J.7.0 §5 roles', 'J.7.0 §7 access', 'J.7.0 §7 separation'] as const

/** Every sentence and every entry of a list of both documents, in their order. */
export const statements: ReadonlyArray<Statement> = [
  ...list(
    'J.6.2 §1',
    [
      'Authorize the conceptual model',
      'The document authorises a model of remote state.',
      'it says what the document is for'
    ],
    ['DESIGN-ONLY', 'It is a design and nothing else.', designOnly]
  ),
  ...list('J.6.2 §2', [
    'no IaC',
    'Nothing executable, no backend, no provider, no identifier, no credential.',
    designOnly
  ]),
  ...list(
    'J.6.2 §3',
    ['MUST be remote', 'State is remote in every environment.', ['J.6.2 §3 remote']],
    ['Local state is forbidden', 'No local state, but for experiments that are never committed.', ['J.6.2 §3 remote']]
  ),
  ...list(
    'J.6.2 §4',
    ['One state boundary', 'One state for each account, environment and logical region.', ['J.6.2 §4 boundary']],
    ['No shared state', 'No two accounts or environments share a state.', ['J.6.2 §4 boundary']],
    ['Deterministic mapping', 'An environment has one account and one place for its state.', ['J.6.2 §4 mapping']]
  ),
  ...list(
    'J.6.2 §5',
    ['mandatory for any mutation', 'Nothing is changed without the lock.', ['J.6.2 §5 lock']],
    ['execution must halt', 'A run that cannot take the lock ends.', ['J.6.2 §5 halt']],
    ['Concurrent writes', 'No two writers at once.', ['J.6.2 §5 concurrent']]
  ),
  ...list(
    'J.6.2 §6',
    [
      'identity-based and role-scoped',
      'Access goes by identity and role, and is as little as possible.',
      ['J.6.2 §6 access']
    ],
    [
      'Human access is mediated',
      'People assume a role of their own, and automation another.',
      ['J.6.2 §6 access', 'J.7.0 §7 separation']
    ],
    ['physical location', 'It does not matter where a developer is.', ['J.7.0 §7 place']]
  ),
  ...list(
    'J.6.2 §7',
    ['Fail-closed', 'Whatever is missing or has two meanings ends the run.', ['J.6.2 §7 ambiguity']],
    ['No implicit defaults', 'Everything is written down; nothing is assumed.', ['J.6.2 §7 defaults']],
    ['Preserve state history', 'Earlier states are kept, and nothing destroys a state.', ['J.6.2 §7 history']]
  ),
  ...list(
    'J.6.2 §8',
    ['No backend selection', 'The design names no backend.', designOnly],
    ['no account IDs', 'The design names no concrete thing.', designOnly],
    ['No credentials, secrets', 'The design has no credentials, no secrets and no policies.', designOnly],
    ['No runtime mutation', 'The configuration does not change while it runs.', ['J.6.2 §8 mutation']],
    ['no pipelines', 'The design has no pipeline and no executable code.', ['J.7.0 §6 pipelines']]
  ),
  ...list(
    'J.6.2 §9',
    ['state model only', 'The document authorises the model alone.', designOnly],
    [
      'J.6.3 will authorize',
      'A later phase selects the backend.',
      'it names a later phase; J.7.0 §3.2 has its outcome'
    ],
    ['J.7 will authorize', 'A later phase authorises what is executed.', 'it names a later phase, which is J.7.0']
  ),
  ...list('J.6.2 §10', [
    'AUTHORIZED and LOCKED',
    'The document is authorised and does not change.',
    'it locks the document'
  ]),
  ...list(
    'J.7.0 §1',
    ['EXECUTION AUTHORIZATION', 'The first executable code is authorised.', 'it says what the document is for'],
    [
      'strictly limited to',
      'Only the bootstrap and its governance are authorised.',
      ['J.7.0 §8 phases', 'J.7.0 §9 scope']
    ]
  ),
  ...list(
    'J.7.0 §2',
    ['authorized to utilize', 'These tools and commands may be used.', opens],
    ['OpenTofu or Terraform', 'The tool is OpenTofu or Terraform.', ['J.7.0 §2 tool']],
    ['Manual execution only', 'An authorised person runs it by hand.', ['J.7.0 §2 person', 'J.7.0 §6 unattended']],
    ['terraform init', 'Init may be run.', commands],
    ['terraform plan', 'Plan may be run.', commands],
    ['terraform apply', 'Apply may be run.', commands]
  ),
  ...list(
    'J.7.0 §3.1',
    ['Explicit AWS provider', 'The provider is written down.', ['J.7.0 §3.1 provider']],
    [
      'region-bound and compliant',
      'Its region is fixed, as earlier phases selected it.',
      ['J.7.0 §3.1 provider', 'J.7.0 §7 residency']
    ]
  ),
  ...list(
    'J.7.0 §3.2',
    ['authorized for instantiation', 'The selected backend may be made.', ['J.7.0 §3.2 storage', 'J.7.0 §3.2 lock']],
    ['Amazon S3', 'State is stored in S3.', ['J.7.0 §3.2 storage']],
    ['Amazon DynamoDB', 'The lock is in DynamoDB.', ['J.7.0 §3.2 lock']],
    ['strong consistency', 'Locking and consistent reads are mandatory.', ['J.7.0 §3.2 security', 'J.7.0 §4 lock']]
  ),
  ...list(
    'J.7.0 §3.3',
    ['explicitly authorized', 'Concrete identifiers may be written.', opens],
    ['AWS Account IDs', 'Account ids may be written.', identifiers],
    ['AWS Regions', 'Regions may be written.', identifiers],
    ['S3 Bucket Names', 'The name of the bucket may be written.', identifiers],
    ['DynamoDB Table Names', 'The name of the table may be written.', identifiers]
  ),
  ...list(
    'J.7.0 §3.4',
    ['one isolated state', 'One isolated state for each of these.', opens],
    ['AWS Account', 'One for each account.', oneState],
    ['Environment', 'One for each environment.', oneState],
    ['Logical Region', 'One for each logical region.', oneState]
  ),
  ...list(
    'J.7.0 §4',
    ['must fail-closed', 'A run ends where one of these is so.', opens],
    ['Missing backend', 'The backend is not configured.', ['J.7.0 §4 backend']],
    ['non-functional state lock', 'The lock is missing or does not work.', ['J.7.0 §4 lock']],
    ['Ambiguous configuration', 'The account or the region has two meanings.', ['J.7.0 §4 ambiguity']]
  ),
  ...list(
    'J.7.0 §5',
    ['STRICTLY LIMITED', 'Only these resources are authorised.', ['J.7.0 §5 other']],
    ['Remote State Backend', 'The bucket and the table of the state.', ['J.7.0 §5 backend']],
    [
      'Provider Wiring',
      'What the provider needs to sign in and to connect.',
      ['J.7.0 §3.1 provider', 'J.7.0 §5 other']
    ],
    ['Foundational IAM Roles', 'The roles of the foundation.', ['J.7.0 §5 roles']],
    ['Roles for Human Operators', 'One for people, as weak as possible.', roles],
    ['Roles for Automation', 'One for automation, as weak as possible.', roles]
  ),
  ...list(
    'J.7.0 §6',
    ['STRICTLY FORBIDDEN', 'These are forbidden.', opens],
    ['application-level', 'No infrastructure of applications.', ['J.7.0 §6 application']],
    ['databases', 'No database of application data.', ['J.7.0 §6 databases']],
    ['networking', 'No network beyond the need of the backend.', ['J.7.0 §6 networking']],
    ['CI/CD', 'No pipeline and no framework that executes.', ['J.7.0 §6 pipelines']],
    ['auto-apply', 'No run without a person.', ['J.7.0 §6 unattended', 'J.7.0 §2 person']],
    ['observability', 'No logging, monitoring or tracing.', ['J.7.0 §6 observability']],
    ['secrets management', 'No management of secrets for workloads.', ['J.7.0 §6 secrets']],
    ['feature flags', 'No feature flags, and nothing that changes an environment.', ['J.7.0 §6 flags']],
    ['inference', 'No identifier and no region is worked out.', ['J.7.0 §6 inference']],
    ['PHI', 'No health data and no personal data in the state.', ['J.7.0 §6 privacy']]
  ),
  ...list(
    'J.7.0 §7',
    ['Access Control', 'Access goes by identity, and is as little as possible.', ['J.7.0 §7 access']],
    ['Role Separation', 'People and automation never share a role.', ['J.7.0 §7 separation']],
    ['Data Residency', 'Everything stays in its region, as the GDPR asks.', ['J.7.0 §7 residency']],
    ['Data Privacy', 'No data of patients at this layer.', ['J.7.0 §6 privacy', 'J.7.0 §6 application']],
    ['Location Independence', 'Identity and cryptographic proof count, and no place does.', ['J.7.0 §7 place']]
  ),
  ...list(
    'J.7.0 §8',
    ['ONLY infrastructure', 'This phase is the bootstrap alone.', ['J.7.0 §8 phases']],
    [
      'Application Infrastructure',
      'Applications need a phase of their own.',
      ['J.7.0 §8 phases', 'J.7.0 §6 application']
    ],
    ['runtime deployment', 'Deployment and more scope need later phases.', ['J.7.0 §8 phases', 'J.7.0 §9 scope']]
  ),
  ...list(
    'J.7.0 §9',
    ['AUTHORIZED and LOCKED', 'The document is authorised and does not change.', 'it locks the document'],
    [
      'No additional execution',
      'Nothing beyond the document is executed or configured.',
      ['J.7.0 §9 scope', 'J.7.0 §9 execution']
    ],
    ['new governance', 'More scope needs a new phase.', ['J.7.0 §8 phases', 'J.7.0 §9 scope']]
  )
]

const texts: Readonly<Record<Stated, string>> = { ...sentences, ...ofRuns }

/** The anchor that GitHub gives to a heading. */
const anchor = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^a-z0-9 _-]/g, '')
    .replaceAll(' ', '-')

const held = (by: Statement['by']): string =>
  typeof by === 'string'
    ? `nothing to hold: ${by}`
    : by.map((one) => `[${one}](#${anchor(`${clauseOf(one)}: ${texts[one]}`)})`).join(', ')

/** Each sentence of both documents in our own words, with what holds it, as Markdown. */
export const statementTable = (): string =>
  ['| clause | it says | held by |', '| --- | --- | --- |']
    .concat(statements.map(({ at, says, by }) => `| ${at} | ${says} | ${held(by)} |`))
    .join('\n')
