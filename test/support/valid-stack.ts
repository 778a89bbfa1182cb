import * as E from 'fp-ts/lib/Either.js'
import type { Law } from '../../src/charter/phases.ts'
import { type LoadedStack, emitStacks } from '../../src/stack/emit.ts'
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts'
import type { Part } from '../../src/stack/part.ts'
import { automationRole } from '../../src/stack/parts/automation-role.ts'
import { lockTable } from '../../src/stack/parts/lock-table.ts'
import { operatorRole } from '../../src/stack/parts/operator-role.ts'
import { permissionsBoundary } from '../../src/stack/parts/permissions-boundary.ts'
import { stateBucket } from '../../src/stack/parts/state-bucket.ts'
import { type StackDeclaration, stack } from '../../src/stack/stack.ts'

/** A declaration without a fault; every value differs from those of `stacks/`. */
export const validDeclaration = {
  phase: 'J.7.0',
  account: '029608264753',
  environment: 'integration',
  region: { logical: 'north', aws: 'eu-north-1', residency: 'EU' },
  versions: { tofu: '>= 1.10.0, < 2.0.0', awsProvider: '5.100.0' },
  backend: {
    bucket: 'zenthea-integration-tfstate',
    key: '029608264753/integration/north/terraform.tfstate',
    lockTable: 'zenthea-integration-tflock',
    encryption: 'AES256'
  },
  bootstrapPrincipal: 'arn:aws:iam::029608264753:role/Bootstrap',
  operatorRole: 'arn:aws:iam::029608264753:role/foundation/Operator',
  automationRole: 'arn:aws:iam::029608264753:role/foundation/Automation',
  permissionsBoundary: 'arn:aws:iam::029608264753:policy/foundation/Boundary',
  trustedAccounts: ['029608264753', '680235478471'],
  tags: { Environment: 'integration' }
} as const satisfies StackDeclaration

/** The options of each part, without a fault. */
export const validOptions = {
  stateBucket: {
    versioning: 'Enabled',
    objectOwnership: 'BucketOwnerEnforced',
    publicAccess: 'Blocked',
    minimumTls: '1.2',
    tags: { Purpose: 'state' }
  },
  lockTable: {
    billing: 'PAY_PER_REQUEST',
    pointInTimeRecoveryDays: 35,
    deletionProtection: true,
    tags: { Purpose: 'lock' }
  },
  permissionsBoundary: {},
  operatorRole: {
    sessionHours: 1,
    trust: {
      roles: ['arn:aws:iam::680235478471:role/SignIn/Engineer'],
      users: [{ account: '029608264753', path: '/operators/', mfaMaxAgeSeconds: 3600 }]
    }
  },
  automationRole: { sessionHours: 2, trust: { roles: ['arn:aws:iam::680235478471:role/Planner'] } }
} as const

export type PartName = keyof typeof validOptions
export type Options = Readonly<Record<PartName, unknown>>

/** The five parts with the given options, as JavaScript without types would write them. */
export const partsWith = (options: Options): ReadonlyArray<Part> => [
  stateBucket(options.stateBucket as typeof validOptions.stateBucket),
  lockTable(options.lockTable as typeof validOptions.lockTable),
  permissionsBoundary(options.permissionsBoundary as typeof validOptions.permissionsBoundary),
  operatorRole(options.operatorRole as typeof validOptions.operatorRole),
  automationRole(options.automationRole as typeof validOptions.automationRole)
]

/** The name of the file that the valid declaration belongs in. */
export const validSource = 'stacks/integration-north.ts'

/** A stack as a file would export it, whatever it declares and is made of. */
export const loaded = (declaration: unknown, parts: unknown, source: string = validSource): LoadedStack => ({
  source,
  stack: E.right(stack(declaration as StackDeclaration, parts as ReadonlyArray<Part>))
})

/** What is found wrong with the first of some stacks. */
export const problemsOf = (stacks: ReadonlyArray<LoadedStack>, law?: Law): ReadonlyArray<Diagnostic> => {
  const [first] = emitStacks(stacks, law && [law])
  if (first === undefined) throw new Error('no emission for the first stack')
  return E.isLeft(first.file) ? first.file.left : []
}
