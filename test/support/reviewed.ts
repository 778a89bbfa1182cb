import * as E from 'fp-ts/lib/Either.js'
import type { Declaration } from '../../src/declaration/declaration.ts'
import type { Part } from '../../src/stack/part.ts'
import { foundationBlocks } from '../../src/stack/parts/foundation.ts'
import { type Reviewed, reviewText } from '../../src/review/review-text.ts'
import type { StackDeclaration } from '../../src/stack/stack.ts'
import { renderBlock } from '../../src/terraform/render.ts'

/** What `emit` has of a stack before it writes, without the judgement of a charter. */
export const reviewed = (declared: StackDeclaration, parts: ReadonlyArray<Part>): Reviewed => {
  const declaration = declared as unknown as Declaration
  const built = parts.flatMap(({ blocks }) => {
    if (E.isLeft(blocks)) throw new Error(JSON.stringify(blocks.left))
    return blocks.right(declaration)
  })
  const blocks = [...foundationBlocks(declaration), ...built].map((block) => {
    const rendered = renderBlock(block)
    if (E.isLeft(rendered)) throw new Error(JSON.stringify(rendered.left))
    return rendered.right
  })
  return { stack: `${declaration.environment}-${declaration.region.logical}`, declaration, blocks }
}

/** The lines of REVIEW.md. */
export const reviewLines = (declared: StackDeclaration, parts: ReadonlyArray<Part>): ReadonlyArray<string> =>
  reviewText(reviewed(declared, parts)).split('\n')
