/** One slip in a stack file: how it changes the committed staging-eu, and what the compiler says, if it says something. */
export type Slip = {
  readonly title: string
  readonly edit: (text: string) => string
  /** What tsc says of it; nothing where only emit can know. */
  readonly shown?: RegExp
}

const swap =
  (from: string, to: string) =>
  (text: string): string => {
    if (!text.includes(from)) throw new Error(`staging-eu has no ${from}`)
    return text.replace(from, to)
  }

const planner = 'arn:aws:iam::111122223333:role/ZentheaStagingPlanner'

/** The 21 mistakes that were tried as a new author makes them; some in two or three forms, each of which counts. */
export const slips: Readonly<Record<string, ReadonlyArray<Slip>>> = {
  '1': [
    { title: 'a misspelt field', edit: swap('lockTable:', 'lockTabel:'), shown: /Did you mean to write 'lockTable'/ }
  ],
  '2': [
    {
      title: 'a misspelt value',
      edit: swap("'BucketOwnerEnforced'", "'BucketOwnerEnforce'"),
      shown: /"BucketOwnerEnforced"/
    }
  ],
  '3': [
    {
      title: 'an account of 11 digits',
      edit: (text) => text.replaceAll('111122223333', '11112222333'),
      shown: /12 digits, as text/
    },
    {
      title: 'an account of 13 digits',
      edit: (text) => text.replaceAll('111122223333', '1111222233334'),
      shown: /12 digits, as text/
    },
    {
      title: 'an account with hyphens',
      edit: (text) => text.replaceAll('111122223333', '1111-2222-3333'),
      shown: /12 digits, as text/
    }
  ],
  '4': [
    {
      title: 'a wrong account',
      edit: swap("account: '111122223333'", "account: '444455556666'"),
      shown: /"444455556666\/staging\/eu\/terraform\.tfstate"/
    }
  ],
  '5': [
    {
      title: 'a placeholder',
      edit: (text) => text.replaceAll('111122223333', '000000000000'),
      shown: /the id of an account that exists/
    }
  ],
  '6': [
    {
      title: 'a number',
      edit: swap("account: '111122223333'", 'account: 111122223333'),
      shown: /'number' is not assignable/
    }
  ],
  '7': [{ title: 'a region outside of the EU', edit: swap('eu-central-1', 'eu-west-2'), shown: /"eu-west-2"/ }],
  '8': [
    { title: 'a misspelt region', edit: swap('eu-central-1', 'eu-wst-1'), shown: /Did you mean '"eu-west-1"'/ },
    { title: 'a region of another continent', edit: swap('eu-central-1', 'us-east-1'), shown: /"us-east-1"/ }
  ],
  '9': [
    {
      title: 'a role of another account',
      edit: swap('111122223333:role/zenthea', '444455556666:role/zenthea'),
      shown: /arn:aws:iam::111122223333:role/
    }
  ],
  '10': [
    { title: 'trust in a user', edit: swap(planner, 'arn:aws:iam::111122223333:user/Erika'), shown: /RoleArnText/ },
    {
      title: 'trust in a session',
      edit: swap(planner, 'arn:aws:sts::111122223333:assumed-role/Planner/erika'),
      shown: /RoleArnText/
    }
  ],
  '11': [
    {
      title: 'a part forgotten',
      edit: swap('    permissionsBoundary(),\n', ''),
      shown: /a part that is missing.*"permissionsBoundary\(\)"/
    }
  ],
  '12': [
    {
      title: 'a part twice',
      edit: swap('permissionsBoundary(),', 'permissionsBoundary(), permissionsBoundary(),'),
      shown: /a part that stands twice.*"permissionsBoundary\(\)"/
    }
  ],
  '13': [{ title: 'a wrong file name', edit: (text) => text }],
  '14': [{ title: 'a missing comma', edit: swap("phase: 'J.7.0',", "phase: 'J.7.0'"), shown: /',' expected/ }],
  '15': [
    { title: "another stack's bucket", edit: swap('zenthea-staging-eu-tfstate', 'zenthea-production-eu-tfstate') }
  ],
  '16': [{ title: 'the clock', edit: swap("Phase: 'J.7.0' }", 'Phase: String(Date.now()) }') }],
  '17': [
    {
      title: 'an import from src',
      edit: (text) => `import type { Shared } from '../src/shared.ts'\n${text}export type Mine = Shared\n`
    }
  ],
  '18': [
    {
      title: 'a server',
      edit: (text) =>
        swap(
          'permissionsBoundary(),',
          "permissionsBoundary(),\n    resource('aws_instance', 'web', {}),"
        )(`import { resource } from 'zenthea-foundation/block'\n${text}`)
    }
  ],
  '19': [{ title: 'no default export', edit: swap('export default stack(', 'export const s = stack(') }],
  '20': [
    {
      title: 'a key twice',
      edit: swap("environment: 'staging',", "environment: 'staging', environment: 'staging',"),
      shown: /multiple properties with the same name/
    }
  ],
  '21': [{ title: 'nothing wrong here, while another stack is broken', edit: (text) => text }]
}

/** A slip, and the one problem that emit makes of it: where, and a part of what is said and of what to do. */
export type JudgedSlip = Slip & { readonly at: string; readonly says: RegExp; readonly remedy: RegExp }

const before =
  (line: string, edit: (text: string) => string) =>
  (text: string): string =>
    edit(text.replace('export default', `${line}\nexport default`))

/** Slips that were tried after these 21. Each is one problem, with line and column; most of them tsc shows too. */
export const furtherSlips: ReadonlyArray<JudgedSlip> = [
  {
    title: 'a number as text',
    edit: swap('mfaMaxAgeSeconds: 3600', "mfaMaxAgeSeconds: '3600'"),
    shown: /'string' is not assignable to type 'number'/,
    at: '47:65 operatorRole.trust.users.0.mfaMaxAgeSeconds',
    says: /whole seconds, from 900 to 43200.*"3600"/,
    remedy: /as a whole number/
  },
  {
    title: 'a list in place of an object',
    edit: (text) => text.replace(/backend: (\{[^}]*\})/, 'backend: [$1]'),
    shown: /missing the following properties from type 'StackBackend/,
    at: '15:5 backend',
    says: /\{ bucket, key, lockTable, encryption \}.*\[\{/,
    remedy: /^Write one object here, its fields between \{ and \}\.$/
  },
  {
    title: 'options in a list',
    edit: (text) => text.replace(/stateBucket\((\{[\s\S]*?\})\),/, 'stateBucket([$1]),'),
    shown: /missing the following properties from type 'StateBucketOptions'/,
    at: '29:5 stateBucket',
    says: /minimumTls, tags \}.*\[\{/,
    remedy: /^Write one object here/
  },
  {
    title: 'tags in a list',
    edit: (text) => text.replace(/tags: (\{[^}]*\})/, 'tags: [$1]'),
    shown: /not assignable to type 'string'/,
    at: '26:5 tags',
    says: /an object of 1 to 25 tags, such as \{.*\[\{/,
    remedy: /between \{ and \}/
  },
  {
    title: 'an object in place of a list',
    edit: (text) => text.replace(/trustedAccounts: \[([^\]]*)\]/, 'trustedAccounts: { a: $1 }'),
    shown: /'a' does not exist in type 'readonly string\[\]'/,
    at: '25:5 trustedAccounts',
    says: /a list of account ids/,
    remedy: /^Write a list here, between \[ and \], also of one\.$/
  },
  {
    title: 'a text in place of a list',
    edit: (text) => text.replace(/trustedAccounts: \[([^\]]*)\]/, 'trustedAccounts: $1'),
    shown: /'string' is not assignable to type 'readonly string\[\]'/,
    at: '25:5 trustedAccounts',
    says: /a list of account ids.*"111122223333"/,
    remedy: /^Write a list here/
  },
  {
    title: 'fields without the braces of their record',
    edit: (text) => text.replace(/backend: \{([^}]*)\},/, (_, fields: string) => `${fields.trimEnd()},`),
    shown: /'bucket' does not exist in type 'StackDeclaration/,
    at: '16:7 bucket',
    says: /its fields inside of backend, a backend: \{ bucket, key/,
    remedy: /^Write backend: \{ … \} around these fields\.$/
  },
  {
    title: 'a value from an optional chain',
    edit: before(
      "const names: { readonly one?: { readonly name: 'staging' } } = {}",
      swap("environment: 'staging'", 'environment: names.one?.name')
    ),
    shown: /'string \| undefined' is not assignable/,
    at: '13:5 environment',
    says: /undefined: the expression here gives no value/,
    remedy: /^Write a value that is always there/
  },
  {
    title: 'a number that is none',
    edit: swap('sessionHours: 1,', "sessionHours: Number('x'),"),
    shown: /'number' is not assignable/,
    at: '44:7 operatorRole.sessionHours',
    says: /from 1 to 12.*NaN/,
    remedy: /how long a session/
  },
  {
    title: 'the parts without their list',
    edit: (text) => text.replace('[\n    stateBucket', 'stateBucket').replace(/\n {2}\]\n\)/, '\n)'),
    shown: /Expected 2 arguments, but got 6/,
    at: '8:16 parts',
    says: /a list of parts.*one part, stateBucket/,
    remedy: /its parts as a list/
  },
  {
    title: 'an option of a part that has none',
    edit: swap('permissionsBoundary(),', "permissionsBoundary({ path: '/' }),"),
    shown: /'string' is not assignable to type 'never'/,
    at: '42:27 permissionsBoundary.path',
    says: /not authorised here.*"\/"/,
    remedy: /^Remove it/
  },
  {
    title: 'imports of another package',
    edit: (text) => text.replaceAll("'zenthea-foundation/", "'zenthea/"),
    shown: /Cannot find module 'zenthea\/automation-role'/,
    at: '1:32 ',
    says: /an import of 'zenthea\/automation-role'/,
    remedy: /^Write zenthea-foundation\/ for zenthea\/ in the import\.$/
  },
  {
    title: 'an import of the package itself',
    edit: swap("'zenthea-foundation/lock-table'", "'zenthea-foundation'"),
    shown: /Cannot find module 'zenthea-foundation'/,
    at: '2:27 ',
    says: /an import of 'zenthea-foundation'/,
    remedy: /^Write 'zenthea-foundation\/lock-table' for 'zenthea-foundation'\.$/
  },
  {
    title: 'an import of the source of a part',
    edit: swap("'zenthea-foundation/lock-table'", "'../src/stack/parts/lock-table.ts'"),
    at: '2:27 ',
    says: /it leads out of stacks\//,
    remedy: /^Import a part from zenthea-foundation\//
  }
]
