import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import { type AuthorisedBlock, type Charter, type ConfigurationRule, placeOf } from '../charter.ts'
import type { RenderedBlock } from '../../terraform/block.ts'

/** Nothing that the charter asks for is missing: no backend, no lock, no role means no stack (J.7.0 §4). */
export const completeBlocks: ConfigurationRule = {
  name: 'complete-blocks',
  check: ({ blocks, charter }) => {
    const missing = missingBlocks(charter, blocks)
    const parts = missingParts(charter, missing)
    return [...missing].flatMap(([place, block]): ReadonlyArray<Diagnostic> => {
      if (block.part === undefined || !parts.has(block.part))
        return [problem(block, `${place}: ${block.purpose}`, 'Add the part that makes it, and no block in its place.')]
      return parts.get(block.part) === place
        ? [problem(block, `${block.part}() among the parts`, `Add ${block.part}(…) to the list of parts.`)]
        : []
    })
  }
}

/** The blocks of a charter that a stack does not have, by their places. */
export const missingBlocks = (
  { blocks: authorised }: Charter,
  blocks: ReadonlyArray<RenderedBlock>
): ReadonlyMap<string, AuthorisedBlock> => {
  const places = new Set(blocks.map(placeOf))
  return new Map([...authorised].filter(([place]) => !places.has(place)))
}

/** The parts of which no block is there, each with the place of its first one. They were forgotten, and are reported once. */
const missingParts = (
  { blocks }: Charter,
  missing: ReadonlyMap<string, AuthorisedBlock>
): ReadonlyMap<string, string> => {
  const parts = new Map<string, string>()
  for (const [place, { part }] of [...missing].toReversed()) if (part !== undefined) parts.set(part, place)
  for (const [place, { part }] of blocks) if (part !== undefined && !missing.has(place)) parts.delete(part)
  return parts
}

const problem = ({ clause }: AuthorisedBlock, expected: string, remedy: string): Diagnostic => ({
  rule: 'complete-blocks',
  clause,
  at: [],
  expected,
  actual: 'nothing: it is missing',
  remedy
})
