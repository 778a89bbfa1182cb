import type { ProjectPath } from '../diagnostics/kinds.ts'
import * as t from 'io-ts'
import { AccountId, BucketName, Environment, LogicalRegion, StateKey, TableName } from './names.ts'
import { OwnRoleArn, PolicyArn, PrincipalArn } from './arn.ts'
import { AwsRegion } from './aws-region.ts'
import { closed } from '../diagnostics/closed.ts'
import { choice, guarded } from '../diagnostics/named.ts'
import type { Meaning } from '../diagnostics/decode.ts'
import { Tags } from './tags.ts'
import { AcceptedProof, ProviderVersion, TofuVersions } from './versions.ts'
import type { Path } from '../diagnostics/diagnostic.ts'

/** Takes the name of one of these phases. A charter takes its own name alone. */
export const phaseField = (names: ReadonlyArray<string>): t.Type<string, string, unknown> => {
  const listed = names.map((name) => `'${name}'`).join(' or ')
  const which = names.length === 1 ? 'the one phase that authorises' : 'the phases that authorise'
  return guarded(
    {
      rule: 'phase',
      clause: 'J.7.0 §8',
      expected: `${listed}, ${which} executable infrastructure so far`,
      remedy: `Write phase: ${listed}; a later phase needs its own governing document first.`
    },
    (value): value is string => typeof value === 'string' && names.includes(value)
  )
}

const Residency = choice('EU', {
  rule: 'residency-declared',
  clause: 'J.7.0 §7',
  expected: "'EU', the one residency that this phase authorises",
  remedy: "Write residency: 'EU'."
})

const Encryption = choice('AES256', {
  rule: 'encryption',
  clause: 'J.7.0 §3.3',
  expected:
    "'AES256': a key of one's own is not among the identifiers that §3.3 authorises, nor is a KMS key a resource of §5",
  remedy: "Write encryption: 'AES256'."
})

/** The fields of a declaration, each with its own codec. */
export const declarationFields = {
  phase: phaseField(['J.7.0']),
  account: AccountId,
  environment: Environment,
  region: closed('a region: { logical, aws, residency }', {
    logical: LogicalRegion,
    aws: AwsRegion,
    residency: Residency
  }),
  versions: closed(
    'versions: { tofu, awsProvider }',
    { tofu: TofuVersions, awsProvider: ProviderVersion },
    { acceptedProof: AcceptedProof }
  ),
  backend: closed('a backend: { bucket, key, lockTable, encryption }', {
    bucket: BucketName,
    key: StateKey,
    lockTable: TableName,
    encryption: Encryption
  }),
  bootstrapPrincipal: PrincipalArn,
  operatorRole: OwnRoleArn,
  automationRole: OwnRoleArn,
  permissionsBoundary: PolicyArn,
  trustedAccounts: t.readonlyArray(AccountId, 'a list of account ids'),
  tags: Tags
} as const

/** Fields that a declaration has only while they mean something. */
export const optionalFields = { nextBootstrapPrincipal: PrincipalArn } as const

/**
 * What a stack says about itself before any part is named. That is one account, one environment, one region, one state, and the
 * principals that act on the state. Every value is written out; nothing is inferred (J.7.0 §6) and nothing has a default (J.6.2
 * §7).
 */
export const Declaration = closed('a declaration', declarationFields, optionalFields)
export type Declaration = t.TypeOf<typeof Declaration>

/** A codec for each field, the name of the field being its key. */
export type DeclarationFields = { readonly [K in keyof Declaration]-?: t.Mixed }

/**
 * The principals that may set the bucket policy, each by the field that names it. They are the bootstrap principal, and the
 * next one while the stack is handed over. No other principal may set it, and there is always at least one that may.
 */
export const bootstrapPrincipals = ({
  bootstrapPrincipal,
  nextBootstrapPrincipal
}: Pick<Declaration, 'bootstrapPrincipal' | 'nextBootstrapPrincipal'>): ReadonlyArray<
  readonly ['bootstrapPrincipal' | 'nextBootstrapPrincipal', Declaration['bootstrapPrincipal']]
> => [
  ['bootstrapPrincipal', bootstrapPrincipal],
  ...(nextBootstrapPrincipal === undefined ? [] : ([['nextBootstrapPrincipal', nextBootstrapPrincipal]] as const))
]

/** What a problem says where a field has no codec of its own. */
export const declarationMeaning: Meaning = {
  rule: 'declaration-complete',
  clause: 'J.6.2 §7',
  remedy: 'Write the value out; nothing has a default.'
}

/** A role, by exact ARN, that may assume one of the two roles of a stack. `at` is the place where the stack says so. */
export type Trusted = { readonly by: 'operator' | 'automation'; readonly arn: string; readonly at: Path }

/** Who gains what by an emitted file, as a page of Markdown that is emitted with it. */
export type ReviewPage = {
  /** `out/<stack>/REVIEW.md`. */
  readonly path: ProjectPath
  /** The whole page; written as UTF-8, it ends in one newline. */
  readonly text: string
}

/** One isolated state as OpenTofu will read it: data until a command writes it. */
export type EmittedFile = {
  /** The stack's name, `<environment>-<logical region>`. */
  readonly stack: string
  /** Where it belongs: `out/<stack>/main.tf.json`. */
  readonly path: ProjectPath
  /** The whole file; written as UTF-8, it ends in one newline. */
  readonly text: string
  /** The page for its reviewer. It stands beside the file, and OpenTofu does not read it. */
  readonly review: ReviewPage
  /** How many resource blocks it holds. */
  readonly resources: number
  /** What the stack says about itself, decoded: for the programs that ask the live account about it. */
  readonly declaration: Declaration
  /** Who may assume its roles, for the comparison with the other stacks. */
  readonly trusted: ReadonlyArray<Trusted>
}
