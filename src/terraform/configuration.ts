import type { Diagnostic } from '../diagnostics/diagnostic.ts'
import { type Validated, unless } from '../diagnostics/validated.ts'
import { type RenderedBlock, addressOf } from './block.ts'
import type { Address } from './expression.ts'
import { type Json, type JsonObject, byCodeUnit, isList, isObject } from './json.ts'

/** A root module: blocks whose addresses are unique and whose references all lead somewhere. */
export type Configuration = { readonly blocks: ReadonlyArray<RenderedBlock> }

/**
 * Blocks as one root module, or a problem for each address that stands twice and each reference that leads nowhere. Of
 * the addresses in `missing` somebody else says that they are not there.
 */
export const configuration = (
  blocks: ReadonlyArray<RenderedBlock>,
  missing: ReadonlySet<Address> = new Set()
): Validated<Configuration> => {
  const addresses = blocks.map(addressOf)
  const known = new Set(addresses)
  const twice = blocks.filter(
    (_, index) => addresses[index] !== undefined && addresses.indexOf(addresses[index]) < index
  )
  const dangling = blocks.flatMap((block) =>
    block.refersTo
      .filter((address) => !known.has(address) && !missing.has(address))
      .map((address) => unresolved(block, address))
  )
  return unless([...twice.map(duplicated), ...dangling], { blocks })
}

/** The root module as the object that Terraform JSON is: labels nested, blocks without labels as they are. */
export const toJson = ({ blocks }: Configuration): JsonObject =>
  blocks.reduce<JsonObject>((root, block) => placed(root, [block.type, ...block.labels], block.body), {})

const placed = (parent: JsonObject, [label, ...rest]: ReadonlyArray<string>, body: Json): JsonObject => {
  if (label === undefined) return parent
  const current = parent[label]
  if (rest.length > 0) return { ...parent, [label]: placed(isObject(current) ? current : {}, rest, body) }
  if (label !== 'import') return { ...parent, [label]: body }
  const listed = [...(isList(current) ? current : []), body]
  return { ...parent, [label]: listed.toSorted(byTarget) }
}

const byTarget = (a: Json, b: Json): number => byCodeUnit(target(a), target(b))

const target = (body: Json): string => (isObject(body) && typeof body['to'] === 'string' ? body['to'] : '')

const duplicated = (block: RenderedBlock): Diagnostic => ({
  rule: 'addresses-unique',
  clause: 'J.7.0 §4',
  at: block.at,
  expected: `${addressOf(block) ?? block.type} once`,
  actual: 'it stands here for the second time',
  remedy: 'Remove one of the two; OpenTofu would refuse both.'
})

const unresolved = (block: RenderedBlock, address: string): Diagnostic => ({
  rule: 'references-resolve',
  clause: 'J.7.0 §4',
  at: block.at,
  expected: `${address} in the same stack, since ${addressOf(block) ?? block.type} refers to it`,
  actual: 'nothing: it is missing',
  remedy: `Add the part that makes ${address}, or remove the reference.`
})
