import type { LoadedStack } from '../../src/stack/emit.ts'
import { changedAll } from './changed.ts'
import { loaded, partsWith, validDeclaration, validOptions } from './valid-stack.ts'

type Users = { readonly account: string; readonly path: string; readonly mfaMaxAgeSeconds: number }
/** What a set says of one stack; every other value follows from it. */
export type Stack = {
  readonly env: string
  readonly logical: string
  readonly account: string
  readonly partition: string
  readonly aws: string
  readonly bootstrap: string
  readonly next?: string
  readonly operator: string
  readonly automation: string
  readonly boundary: string
  readonly people: ReadonlyArray<string>
  readonly users: ReadonlyArray<Users>
  readonly machines: ReadonlyArray<string>
  readonly trusted: ReadonlyArray<string>
  readonly bucket: string
  readonly table: string
}

/** Two accounts with states, and one in which people sign in. */
export const [ONE, TWO, SIGN_IN] = ['280468135791', '371592648026', '905316247803'] as const
export const role = (account: string, name: string, partition = 'aws'): string =>
  `arn:${partition}:iam::${account}:role/${name}`
export const policy = (account: string, name: string): string => `arn:aws:iam::${account}:policy/${name}`

export const standing = (env: string, account: string): Stack => ({
  env,
  logical: 'eu',
  account,
  partition: 'aws',
  aws: 'eu-central-1',
  bootstrap: role(account, 'Admin'),
  operator: role(account, `f/${env}Operator`),
  automation: role(account, `f/${env}Automation`),
  boundary: policy(account, `f/${env}Boundary`),
  people: [role(SIGN_IN, 'Engineers')],
  users: [],
  machines: [role(SIGN_IN, 'Planners')],
  trusted: [ONE, TWO, SIGN_IN],
  bucket: `zenthea-${env}-tfstate`,
  table: `zenthea-${env}-tflock`
})

/** The stack as its file would export it. */
export const declared = (one: Stack): LoadedStack =>
  loaded(
    changedAll(validDeclaration, [
      [['account'], one.account],
      [['environment'], one.env],
      [['region'], { logical: one.logical, aws: one.aws, residency: 'EU' }],
      [['backend', 'bucket'], one.bucket],
      [['backend', 'key'], `${one.account}/${one.env}/${one.logical}/terraform.tfstate`],
      [['backend', 'lockTable'], one.table],
      [['bootstrapPrincipal'], one.bootstrap],
      ...(one.next === undefined ? [] : ([[['nextBootstrapPrincipal'], one.next]] as const)),
      [['operatorRole'], one.operator],
      [['automationRole'], one.automation],
      [['permissionsBoundary'], one.boundary],
      [['trustedAccounts'], one.trusted]
    ]),
    partsWith(
      changedAll(validOptions, [
        [['operatorRole', 'trust'], { roles: one.people, users: one.users }],
        [['automationRole', 'trust', 'roles'], one.machines]
      ]) as typeof validOptions
    ),
    `stacks/${one.env}-${one.logical}.ts`
  )

export const sso = (region: string, name = 'Admin_0123456789abcdef', account: string = ONE): string =>
  role(account, `aws-reserved/sso.amazonaws.com/${region}AWSReservedSSO_${name}`)
export const sovereign = (one: Stack): Stack => ({
  ...one,
  partition: 'aws-eusc',
  aws: 'eusc-de-east-1',
  ...Object.fromEntries(
    (['bootstrap', 'operator', 'automation', 'boundary'] as const).map((field) => [
      field,
      one[field].replace('arn:aws:', 'arn:aws-eusc:')
    ])
  ),
  people: [role(SIGN_IN, 'Engineers', 'aws-eusc')],
  machines: [role(SIGN_IN, 'Planners', 'aws-eusc')]
})
export const users = (account: string, path: string, mfaMaxAgeSeconds = 3600): Users => ({
  account,
  path,
  mfaMaxAgeSeconds
})
