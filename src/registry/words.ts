/** The meaning of a word, and where more of it stands. The word is neither a rule, a clause, a check nor a field. */
export type Word = { readonly says: string; readonly remedy?: string; readonly more: string }

const table = (more: string, says: Readonly<Record<string, string>>): Readonly<Record<string, Word>> =>
  Object.fromEntries(Object.entries(says).map(([word, text]) => [word, { says: text, more }]))

/** The options of the parts, by part and name. A test holds them against a stack that writes all of them. */
export const partOptions = table('docs/author.md', {
  'stateBucket.versioning': "Whether every earlier state is kept. Write 'Enabled', the one authorised value.",
  'stateBucket.objectOwnership': "Who owns the objects: the bucket's owner. Access control lists have no effect.",
  'stateBucket.publicAccess': "Whether public access is blocked, in all four ways. Write 'Blocked'.",
  'stateBucket.minimumTls': "The oldest TLS that the bucket answers. Write '1.2'.",
  'stateBucket.tags': 'Tags of the bucket alone, beside those of every resource.',
  'lockTable.billing': 'How the table is paid for: by request, so that no lock is refused for lack of capacity.',
  'lockTable.pointInTimeRecoveryDays': 'How many days back the table can be restored: 1 to 35.',
  'lockTable.deletionProtection': 'Whether AWS refuses to delete the table. Write true.',
  'lockTable.tags': 'Tags of the table alone, beside those of every resource.',
  'operatorRole.sessionHours': 'How many hours a session of the operator role lasts at most: 1 to 12.',
  'operatorRole.trust.roles': 'The exact ARNs of the roles that may assume the operator role.',
  'operatorRole.trust.users.account': 'The account of the IAM users who may assume the operator role with MFA.',
  'operatorRole.trust.users.path': 'The path that these users are below, such as /operators/.',
  'operatorRole.trust.users.mfaMaxAgeSeconds': 'How many seconds ago they may have shown MFA: 900 to 43200.',
  'automationRole.sessionHours': 'How many hours a session of the automation role lasts at most: 1 to 12.',
  'automationRole.trust.roles': 'The exact ARNs of the roles that may assume the automation role; at least one.'
})

/** The fields of a document of evidence. A test holds them against its codec. */
export const evidenceFields = table('docs/auditor/evidence.md', {
  'evidence.schema': 'The shape of the document; another shape has another number.',
  'evidence.program': 'The SHA-256 that names the program that ran: its sources, its lock file and what built it.',
  'evidence.sandbox': 'Whether the run was a rehearsal. Then it asked no account of AWS and proves nothing.',
  'evidence.command': 'init, plan or apply; null where the command line named none of them.',
  'evidence.completed': 'Whether the run came to its end. False while it runs, and for ever after a crash.',
  'evidence.began': 'When the run began, in UTC.',
  'evidence.ended': 'When the run ended, in UTC; null where it did not.',
  'evidence.stack': 'The stack, as the command line names it.',
  'evidence.declared': 'Account, region and release of the provider, as the stack says them.',
  'evidence.caller': 'The role that called, as AWS said it and as the stack declares it, without the session.',
  'evidence.commit': 'The full id of the git commit that held the emitted file.',
  'evidence.file': 'The emitted file, by path and SHA-256.',
  'evidence.tofu': 'The OpenTofu that ran, by version and SHA-256.',
  'evidence.providers': 'The lock file, by SHA-256, and the hashes of the provider in it.',
  'evidence.plan': 'The saved plan, by SHA-256, and whether it changes anything.',
  'evidence.checks': 'Each check of preflight, and how it came out.',
  'evidence.findings': 'Each finding by its rule, its clause and how it came out.',
  'evidence.confirmed': "Whether a person typed the environment's name.",
  'evidence.applied': 'Whether tofu was started to change AWS.',
  'evidence.runs': 'Each command of tofu, with its exit code and how often it was interrupted.',
  'evidence.outcome': 'Why the run ended, the rules that objected, and the exit code.',
  'evidence.state': 'Serial and version id of the state before and after the run.'
})

/** Variables of the environment that a command reads by name. A test holds them against the sources. */
export const variables = table('docs/operator/preflight.md', {
  AWS_ACCOUNT_ID: 'An account that a container names. Another one than the declared account is refused.',
  AWS_ACCESS_KEY_ID: 'The key id of a session. With it in the environment, no profile may be named.',
  AWS_PROFILE: 'The profile to take credentials from, in the shared files of AWS.',
  AWS_WEB_IDENTITY_TOKEN_FILE: 'The file with the token of a web identity, which is exchanged for a session of a role.',
  HOME: 'The folder of the user, where the shared files of AWS and the CLI configuration of OpenTofu lie.',
  NODE_OPTIONS: 'Settings of Node. Those that load code before the program are refused.',
  NODE_TLS_REJECT_UNAUTHORIZED: 'Switches the proof of a server off. It is refused.',
  NO_COLOR: 'If it is set, no command prints colours.',
  PATH: 'Where git and tofu are looked for. The option --tofu names another tofu.',
  TERM: 'The kind of the terminal. A dumb one gets no colours and nothing drawn over.',
  TERRAFORM_CONFIG: 'Another name of TF_CLI_CONFIG_FILE.',
  TF_CLI_CONFIG_FILE: 'The CLI configuration of OpenTofu, which says where providers come from.',
  TF_PLUGIN_CACHE_DIR: 'A cache of providers, which the sandbox and the end-to-end tests search.',
  TMPDIR: 'Where the private folders of a run are made.',
  XDG_CACHE_HOME: 'Where the tools of the sandbox and the end-to-end tests are kept.',
  XDG_CONFIG_HOME: 'Where OpenTofu looks for its CLI configuration, after the home folder.',
  XDG_DATA_DIRS: 'Folders of the machine in which OpenTofu looks for mirrors of providers.',
  XDG_DATA_HOME: 'A folder of the user in which OpenTofu looks for mirrors of providers.',
  XDG_STATE_HOME: 'Where evidence, plans and providers are kept, readable for their user alone.',
  ZENTHEA_PROVIDER_MIRROR: 'A mirror of providers for the sandbox and the end-to-end tests.',
  ZENTHEA_SANDBOX: 'Set inside the shell of the sandbox. It names the world that the rehearsal asks.'
})

/** What an exit code means, of whichever command. The help text of a command says what it means there. */
export const exitCodes = table('docs/reference/commands.md', {
  '0': 'Done: what was asked for is so.',
  '1': 'Refused or failed. Each message says what to do.',
  '2': 'Not understood: the command line, or a stack that has problems where one is needed.',
  '3': 'Of review alone: some access widens.',
  '130': 'Interrupted. What exists is said.'
})
