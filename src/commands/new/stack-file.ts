import { automationRole } from '../../stack/parts/automation-role.ts'
import { lockTable } from '../../stack/parts/lock-table.ts'
import { operatorRole } from '../../stack/parts/operator-role.ts'
import { permissionsBoundary } from '../../stack/parts/permissions-boundary.ts'
import { stateBucket } from '../../stack/parts/state-bucket.ts'
import { type Stack, type StackDeclaration, stack } from '../../stack/stack.ts'
import { type Answers, listed } from './questions.ts'

/** What a stack file says: its declaration, and the options of each part. */
const written = (answers: Answers) => {
  const of = (name: string): string => answers[name] ?? ''
  const [account, environment, logical] = [of('account'), of('environment'), of('logical-region')]
  const [users, accepted] = [of('operator-users'), of('accepted-proof')]
  const declaration = {
    phase: 'J.7.0',
    account,
    environment,
    region: { logical, aws: of('aws-region'), residency: 'EU' },
    versions: {
      tofu: of('tofu-versions'),
      awsProvider: of('provider-version'),
      ...(accepted === '' ? {} : { acceptedProof: accepted })
    },
    backend: {
      bucket: of('bucket'),
      key: `${account}/${environment}/${logical}/terraform.tfstate`,
      lockTable: of('lock-table'),
      encryption: 'AES256'
    },
    bootstrapPrincipal: of('bootstrap-principal'),
    operatorRole: of('operator-role'),
    automationRole: of('automation-role'),
    permissionsBoundary: of('permissions-boundary'),
    trustedAccounts: listed(of('trusted-accounts')),
    tags: { Environment: environment, ManagedBy: 'zenthea-foundation', Phase: 'J.7.0' }
  }
  return {
    declaration,
    bucket: {
      versioning: 'Enabled',
      objectOwnership: 'BucketOwnerEnforced',
      publicAccess: 'Blocked',
      minimumTls: '1.2',
      tags: { Purpose: 'OpenTofu state' }
    },
    table: {
      billing: 'PAY_PER_REQUEST',
      pointInTimeRecoveryDays: Number(of('recovery-days')),
      deletionProtection: true,
      tags: { Purpose: 'OpenTofu state lock' }
    },
    operator: {
      sessionHours: Number(of('operator-hours')),
      trust: {
        roles: listed(of('operators')),
        users: users === '' ? [] : [{ account, path: users, mfaMaxAgeSeconds: Number(of('mfa-seconds')) }]
      }
    },
    automation: { sessionHours: Number(of('automation-hours')), trust: { roles: listed(of('planners')) } }
  } as const
}

/** What a person typed. The codecs and the rules judge it, as they judge a file that no compiler saw. */
const unjudged = <A>(typed: unknown): A => typed as A

/** The stack that the answers make, as its file would export it. */
export const stackOf = (answers: Answers): Stack => {
  const { declaration, bucket, table, operator, automation } = written(answers)
  return stack(unjudged<StackDeclaration>(declaration), [
    stateBucket(bucket),
    lockTable(unjudged(table)),
    permissionsBoundary(),
    operatorRole(unjudged(operator)),
    automationRole(unjudged(automation))
  ])
}

/** A stack's name is its environment and its logical region. */
export const sourceOf = (answers: Answers): string =>
  `stacks/${answers['environment'] ?? ''}-${answers['logical-region'] ?? ''}.ts`

const WIDTH = 120

const oneLine = (value: unknown): string => {
  if (typeof value === 'string')
    return `'${JSON.stringify(value)
      .slice(1, -1)
      .replaceAll("'", String.raw`\'`)}'`
  if (Array.isArray(value)) return `[${value.map(oneLine).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{ ${Object.entries(value)
    .map(([key, of]) => `${key}: ${oneLine(of)}`)
    .join(', ')} }`
}

/** A record that holds a list of records is read better with a line for each. */
const isDeep = (value: object): boolean =>
  !Array.isArray(value) &&
  Object.values(value).some((of) => Array.isArray(of) && of.some((item) => typeof item === 'object'))

/** A value as a person writes it here. It is on one line where it fits beside what stands before and behind it. */
const literal = (value: unknown, indent: number, beside: number): string => {
  const line = oneLine(value)
  if (typeof value !== 'object' || value === null) return line
  if (beside + line.length <= WIDTH && !isDeep(value)) return line
  const isList = Array.isArray(value)
  const inner = ' '.repeat(indent + 2)
  const items = Object.entries(value).map(([key, of], index, all) => {
    const name = isList ? '' : `${key}: `
    const comma = index < all.length - 1 ? 1 : 0
    return `${inner}${name}${literal(of, indent + 2, inner.length + name.length + comma)}`
  })
  return `${isList ? '[' : '{'}\n${items.join(',\n')}\n${' '.repeat(indent)}${isList ? ']' : '}'}`
}

const call = (name: string, options: object): string => `    ${name}(${literal(options, 4, WIDTH)})`

/** The whole text of the stack file: explicit, and as `npm run format` leaves it. */
export const stackText = (answers: Answers): string => {
  const { declaration, bucket, table, operator, automation } = written(answers)
  return `import { automationRole } from 'zenthea-foundation/automation-role'
import { lockTable } from 'zenthea-foundation/lock-table'
import { operatorRole } from 'zenthea-foundation/operator-role'
import { permissionsBoundary } from 'zenthea-foundation/permissions-boundary'
import { stack } from 'zenthea-foundation/stack'
import { stateBucket } from 'zenthea-foundation/state-bucket'

export default stack(
  ${literal(declaration, 2, WIDTH)},
  [
${[
  call('stateBucket', bucket),
  call('lockTable', table),
  '    permissionsBoundary()',
  call('operatorRole', operator),
  call('automationRole', automation)
].join(',\n')}
  ]
)
`
}
