import type { Path } from '../diagnostics/diagnostic.ts'
import type { Address, Value } from './expression.ts'
import type { Json } from './json.ts'

/** The blocks that a root module may hold. Source: OpenTofu, "JSON Configuration Syntax". */
export const blockTypes = [
  'check',
  'data',
  'ephemeral',
  'import',
  'locals',
  'module',
  'moved',
  'output',
  'provider',
  'removed',
  'resource',
  'terraform',
  'variable'
] as const
export type BlockType = (typeof blockTypes)[number]

/** A block of a root module, before its expressions are written out. `at` is where in the stack it comes from. */
export type Block = {
  readonly type: BlockType
  readonly labels: ReadonlyArray<string>
  readonly body: Value
  readonly at: Path
  /** What its author wrote of it, and where in the stack. */
  readonly origins?: ReadonlyArray<Origin> | undefined
}

/** A place in a block's body, and the path of the option that it was made from. */
export type Origin = {
  readonly within: Path
  readonly from: Path
  /** Whether what lies below the two has the same shape, such as tags. */
  readonly isSame?: boolean
}

/** A block as it will be written, with the addresses that its expressions refer to. */
export type RenderedBlock = {
  readonly type: BlockType
  readonly labels: ReadonlyArray<string>
  readonly body: Json
  readonly refersTo: ReadonlyArray<Address>
  readonly at: Path
}

/** First words of an address that do not mean a resource type. Source: OpenTofu, "References to Named Values". */
const reserved: ReadonlySet<string | undefined> = new Set([
  ...blockTypes,
  'count',
  'each',
  'local',
  'path',
  'self',
  'var'
])

/** The address by which others refer to a block. A block that others cannot refer to has none. */
export const addressOf = ({ type, labels }: Pick<Block, 'type' | 'labels'>): Address | undefined => {
  switch (type) {
    case 'resource':
      return (reserved.has(labels[0]) ? ['resource', ...labels] : labels).join('.')
    case 'locals':
      return ['local', ...labels].join('.')
    case 'variable':
      return ['var', ...labels].join('.')
    case 'data':
    case 'ephemeral':
    case 'module':
      return [type, ...labels].join('.')
    case 'provider':
    case 'output':
    case 'check':
      return [type, ...labels].join('.')
    case 'terraform':
      return type
    case 'import':
    case 'moved':
    case 'removed':
      return undefined
    default:
      return type satisfies never
  }
}
