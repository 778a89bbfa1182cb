import type * as t from 'io-ts'
import type { Clause, Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Declaration, type DeclarationFields, type Trusted, optionalFields } from '../declaration/declaration.ts'
import type { Proof } from '../declaration/versions.ts'
import { lookedUp } from '../diagnostics/record.ts'
import { type RenderedBlock, addressOf } from '../terraform/block.ts'
import { isObject } from '../terraform/json.ts'

/** One build of a provider release, and the hashes by which a lock file can name it. */
export type ProviderBuild = {
  /** Where the hashes were taken from. */
  readonly source: string
  /** In the forms of OpenTofu: `h1:` of what a package holds, `zh:` of the archive that is fetched. */
  readonly hashes: ReadonlyArray<string>
}

/** One release of the provider: how well it is known, and its builds. It has no builds where its hashes are not listed. */
export type ProviderRelease = { readonly proof: Proof; readonly builds: ReadonlyArray<ProviderBuild> }

/**
 * One block that a phase authorises: its place, its clause, what it may contain, and what it is for. The clause asks for
 * the block.
 */
export type AuthorisedBlock = {
  readonly clause: Clause
  readonly purpose: string
  /** The function of the part that makes it; none for a block that follows from the declaration. */
  readonly part?: string | undefined
  /** The body as this stack may have it. */
  readonly body: (declaration: Declaration) => t.Mixed
}

/** A block of which a stack may have several: the body may follow from the name of each. */
export type NamedBlock = Omit<AuthorisedBlock, 'body'> & {
  readonly body: (declaration: Declaration, name: string) => t.Mixed
}

/** What one phase authorises, as data. Whatever does not stand here is not authorised. */
export type Charter = {
  readonly phase: string
  /** The fields of a declaration, and what each may hold. */
  readonly declaration: DeclarationFields
  /** Those of them that may be left out. */
  readonly optional: ReadonlySet<string>
  /** Every authorised block by its place; each stands in a stack exactly once. */
  readonly blocks: ReadonlyMap<string, AuthorisedBlock>
  /** Resource types of which a stack may have any number, none too, each under a name of its own. */
  readonly several?: ReadonlyMap<string, NamedBlock>
  /** The releases of the AWS provider whose schema the attributes were checked against, by version. */
  readonly providerReleases: Readonly<Record<string, ProviderRelease>>
}

/** Where a block stands in a charter: its address, or for an import the address that it adopts. */
export const placeOf = (block: Pick<RenderedBlock, 'type' | 'labels' | 'body'>): string => {
  const to = isObject(block.body) ? block.body['to'] : undefined
  return addressOf(block) ?? [block.type, ...block.labels, ...(typeof to === 'string' ? [to] : [])].join(' ')
}

/** How well the release of the provider that a stack names is known. Undefined for one that its charter does not list. */
export const proofOf = ({ providerReleases }: Charter, { awsProvider }: Declaration['versions']): Proof | undefined =>
  lookedUp(providerReleases, awsProvider)?.proof

/** What a charter authorises in the place of a block. It is found under the block's own place, or by its type and any name. */
export const authorisedAt = (
  { blocks, several }: Charter,
  block: Pick<RenderedBlock, 'type' | 'labels' | 'body'>
): AuthorisedBlock | undefined => {
  const [type = '', name = ''] = block.labels
  const named = block.type === 'resource' ? several?.get(type) : undefined
  return blocks.get(placeOf(block)) ?? (named && { ...named, body: (declaration) => named.body(declaration, name) })
}

/** The resource types that a charter lists. */
export const resourceTypes = ({ blocks, several = new Map() }: Charter): ReadonlySet<string> =>
  new Set([
    ...[...blocks.keys()].filter((place) => place.startsWith('aws_')).map((place) => place.split('.')[0] ?? place),
    ...several.keys()
  ])

/** The data source types that a charter lists. */
export const dataSourceTypes = ({ blocks }: Charter): ReadonlySet<string> =>
  new Set([...blocks.keys()].filter((place) => place.startsWith('data.')).map((place) => place.split('.')[1] ?? place))

/** A rule about what a stack declares. A field that is missing or malformed is not in the declaration that it sees. */
export type DeclarationRule = {
  readonly name: string
  readonly check: (subject: DeclarationSubject<Partial<Declaration>>) => ReadonlyArray<Diagnostic>
}

/** A declaration, or the fields of it that are known, with what it is judged by. */
export type DeclarationSubject<D> = { readonly declaration: D; readonly stackName: string; readonly charter: Charter }

/** A rule that needs some fields, and sees these alone; one that may be left out may be missing. */
type RuleOf<K extends keyof Declaration> = {
  readonly name: string
  readonly needs: ReadonlyArray<K>
  readonly check: (subject: DeclarationSubject<Pick<Declaration, K>>) => ReadonlyArray<Diagnostic>
}

/**
 * A rule that is asked when the fields that it needs are well formed. So one malformed field does not hide what is wrong
 * with the others.
 */
export const declarationRule = <K extends keyof Declaration>({ name, needs, check }: RuleOf<K>): DeclarationRule => ({
  name,
  check: ({ declaration, ...subject }) => (holds(declaration, needs) ? check({ ...subject, declaration }) : [])
})

const holds = <K extends keyof Declaration>(
  declaration: Partial<Declaration>,
  fields: ReadonlyArray<K>
): declaration is Partial<Declaration> & Pick<Declaration, K> =>
  fields.every((field) => Object.hasOwn(declaration, field) || Object.hasOwn(optionalFields, field))

/** A rule about the blocks that a stack would emit, expressions written out. */
export type ConfigurationRule = {
  readonly name: string
  readonly check: (subject: ConfigurationSubject) => ReadonlyArray<Diagnostic>
}

export type ConfigurationSubject = {
  readonly declaration: Declaration
  readonly charter: Charter
  readonly blocks: ReadonlyArray<RenderedBlock>
}

/** A stack among the others of its project. */
export type Neighbour = {
  readonly source: string
  readonly stack: string
  readonly declaration: Declaration
  readonly trusted: ReadonlyArray<Trusted>
}

/**
 * A rule about two stacks: what they may not share. Only stacks with a common value of `by` are compared; the problems
 * are those of the first one.
 */
export type IsolationRule = {
  readonly name: string
  readonly by: (stack: Neighbour) => ReadonlyArray<string>
  readonly check: (mine: Neighbour, other: Neighbour) => ReadonlyArray<Diagnostic>
}
