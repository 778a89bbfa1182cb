import type { Trusted } from '../../declaration/declaration.ts'
import type { Path } from '../../diagnostics/diagnostic.ts'
import { type Principal, principalsOf } from '../../iam/principals.ts'
import { type RenderedBlock, addressOf } from '../../terraform/block.ts'
import { type Json, isList, isObject } from '../../terraform/json.ts'

/** The trust policy of one of the two roles, as it would be written. */
export type TrustDocument = {
  readonly kind: 'operator' | 'automation'
  readonly at: Path
  readonly statements: ReadonlyArray<Json>
  readonly principals: ReadonlyArray<Principal>
}

const kinds: ReadonlyMap<string, TrustDocument['kind']> = new Map([
  ['local.operator_trust', 'operator'],
  ['local.automation_trust', 'automation']
])

const documentsIn = (blocks: ReadonlyArray<RenderedBlock>): ReadonlyArray<TrustDocument> =>
  blocks.flatMap((block) => {
    const kind = kinds.get(addressOf(block) ?? '')
    const statements = isObject(block.body) ? block.body['Statement'] : undefined
    return kind === undefined || !isList(statements)
      ? []
      : [{ kind, at: block.at, statements, principals: principalsOf(block.body) }]
  })

const known = new WeakMap<ReadonlyArray<RenderedBlock>, ReadonlyArray<TrustDocument>>()

/**
 * The trust policies among the blocks of a stack. One that has no list of statements is refused by its form
 * (`policy-form`). Six rules ask for those of the same blocks, which are read once.
 */
export const trustDocuments = (blocks: ReadonlyArray<RenderedBlock>): ReadonlyArray<TrustDocument> => {
  const documents = known.get(blocks) ?? documentsIn(blocks)
  known.set(blocks, documents)
  return documents
}

/** The roles that may assume one of the two, for the rules that compare the stacks. */
export const trustedIn = (blocks: ReadonlyArray<RenderedBlock>): ReadonlyArray<Trusted> =>
  trustDocuments(blocks).flatMap(({ kind, at, principals }) =>
    principals
      .filter((principal) => principal.kind === 'role')
      .map((principal) => ({ by: kind, arn: principal.text, at: [...at, ...principal.at] }))
  )
