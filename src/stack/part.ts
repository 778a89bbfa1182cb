import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type * as t from 'io-ts'
import { decode } from '../diagnostics/decode.ts'
import type { Declaration } from '../declaration/declaration.ts'
import type { Path } from '../diagnostics/diagnostic.ts'
import type { Validated } from '../diagnostics/validated.ts'
import type { Block } from '../terraform/block.ts'

/** A block as a part names it; where it comes from is added by the part. */
export type PartBlock = Omit<Block, 'at'>

/**
 * One thing of a stack. Its options are checked by themselves, so that their mistakes are shown together with those of
 * the declaration; its blocks follow from options and declaration.
 */
export type Part = {
  readonly name: string
  readonly blocks: Validated<(declaration: Declaration) => ReadonlyArray<Block>>
}

const parts = new WeakSet<object>()

/** Whether a value was made by `part`. */
export const isPart = (value: unknown): value is Part => typeof value === 'object' && value !== null && parts.has(value)

/** A part from its options: whatever the codec refuses is a problem below the part's name. */
export const part = <O>(
  name: string,
  codec: t.Decoder<unknown, O>,
  options: unknown,
  build: (options: O, declaration: Declaration) => ReadonlyArray<PartBlock>
): Part => {
  const at: Path = [name]
  const made: Part = {
    name,
    blocks: pipe(
      decode(codec, options, at, {
        rule: 'part-complete',
        clause: 'J.6.2 §7',
        remedy: 'Write the value out; nothing has a default.'
      }),
      E.map(
        (decoded) => (declaration: Declaration) =>
          build(decoded, declaration).map((block) => ({ ...block, at: [...at, ...whereIn(block)] }))
      )
    )
  }
  parts.add(made)
  return Object.freeze(made)
}

const whereIn = ({ type, labels }: PartBlock): Path => (type === 'resource' ? labels.slice(0, 2) : [type, ...labels])
