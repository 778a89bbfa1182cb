import * as E from 'fp-ts/lib/Either.js'
import { j70 } from '../../src/charter/j-7-0.ts'
import { judgeDeclaration } from '../../src/charter/judge.ts'
import type { Declaration } from '../../src/declaration/declaration.ts'
import type { Validated } from '../../src/diagnostics/validated.ts'
import { foundationBlocks } from '../../src/stack/parts/foundation.ts'
import type { Block, RenderedBlock } from '../../src/terraform/block.ts'
import { toJson } from '../../src/terraform/configuration.ts'
import type { JsonObject } from '../../src/terraform/json.ts'
import { renderBlock } from '../../src/terraform/render.ts'
import { partsWith, validDeclaration, validOptions } from './valid-stack.ts'

/** What is valid, or the problems as an error: for values that a test takes for granted. */
export const right = <A>(value: Validated<A>): A => {
  if (E.isLeft(value)) throw new Error(`not valid: ${JSON.stringify(value.left)}`)
  return value.right
}

/** The valid declaration, decoded. */
export const declaration: Declaration = right(judgeDeclaration(validDeclaration, 'integration-north', j70, []))

/** Every block of the valid stack as it would be written. */
export const renderedBlocks: ReadonlyArray<RenderedBlock> = [
  ...foundationBlocks(declaration),
  ...partsWith(validOptions).flatMap(({ blocks }) => right(blocks)(declaration))
].map((block) => right(renderBlock(block)))

/** The blocks of one part, or of what every stack has, as the object that Terraform JSON is. */
export const jsonOf = (blocks: ReadonlyArray<Block>): JsonObject =>
  toJson({ blocks: blocks.map((block) => right(renderBlock(block))) })
