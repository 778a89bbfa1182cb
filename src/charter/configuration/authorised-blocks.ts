import type { Clause } from '../../diagnostics/diagnostic.ts'
import type { BlockType, RenderedBlock } from '../../terraform/block.ts'
import {
  type Charter,
  type ConfigurationRule,
  authorisedAt,
  dataSourceTypes,
  placeOf,
  resourceTypes
} from '../charter.ts'
import { forbiddenBecause } from '../forbidden-types.ts'

type Refusal = { readonly clause: Clause; readonly expected: string; readonly remedy: string }

/** Every block is one that the charter lists. What is refused is refused with the clause that forbids it. */
export const authorisedBlocks: ConfigurationRule = {
  name: 'authorised-blocks',
  check: ({ blocks, charter }) =>
    blocks
      .filter((block) => authorisedAt(charter, block) === undefined)
      .map((block) => ({ rule: 'authorised-blocks', at: block.at, actual: placeOf(block), ...refusal(block, charter) }))
}

const refusal = (block: RenderedBlock, charter: Charter): Refusal => {
  const [type = '', name = ''] = block.labels
  if (block.type === 'resource' && resourceTypes(charter).has(type)) return oneOnly(type, name)
  if (block.type === 'data' && dataSourceTypes(charter).has(type)) return oneOnly(`data.${type}`, name)
  if (block.type === 'resource' || block.type === 'data') {
    const { clause, reason } = forbiddenBecause(type)
    return {
      clause,
      expected: `nothing of type ${type}: ${reason}`,
      remedy: 'Remove it; it needs the authorisation of a later phase (J.7.0 §8).'
    }
  }
  return byBlockType[block.type]
}

const oneOnly = (type: string, name: string): Refusal => ({
  clause: 'J.7.0 §5',
  expected: `the declared ${type} alone`,
  remedy: `Remove ${name}: one state has one bucket, one lock table and one role of each kind.`
})

const byBlockType: Readonly<Record<Exclude<BlockType, 'resource' | 'data'>, Refusal>> = {
  check: {
    clause: 'J.7.0 §6',
    expected: 'no check block: it only warns, and an observability stack is not authorised',
    remedy: 'Remove it; what must hold stands in a postcondition, which stops the plan.'
  },
  ephemeral: {
    clause: 'J.7.0 §6',
    expected: 'no ephemeral resource: it fetches secrets, and no secrets management is authorised',
    remedy: 'Remove it.'
  },
  import: {
    clause: 'J.7.0 §3.3',
    expected: 'imports of what seed made, and no others',
    remedy: 'Remove it; only the declared bucket with its settings and the declared lock table are adopted.'
  },
  locals: {
    clause: 'J.7.0 §9',
    expected: 'the policy documents of the authorised parts, and no other local value',
    remedy: 'Remove it; write values where they are used.'
  },
  module: {
    clause: 'J.7.0 §9',
    expected: 'no module: what it contains cannot be judged here',
    remedy: 'Remove it; every resource stands in the stack itself.'
  },
  moved: {
    clause: 'J.6.2 §7',
    expected: 'no moved block: nothing of this stack has another address yet',
    remedy: 'Remove it.'
  },
  output: {
    clause: 'J.7.0 §6',
    expected: 'no output: what it shows is kept in the state and printed',
    remedy: 'Remove it; every identifier stands in the stack already.'
  },
  provider: {
    clause: 'J.7.0 §3.1',
    expected: 'the one AWS provider configuration',
    remedy: 'Remove it; other providers and aliases need the authorisation of a later phase.'
  },
  removed: {
    clause: 'J.6.2 §7',
    expected: 'no removed block: it takes a resource out of the state or destroys it',
    remedy: 'Remove it; destructive state operations are forbidden by default.'
  },
  terraform: {
    clause: 'J.7.0 §3.2',
    expected: 'the one terraform block',
    remedy: 'Remove it; it follows from the declaration.'
  },
  variable: {
    clause: 'J.7.0 §6',
    expected: 'no variable: its value would come from the environment or from a file that was not reviewed',
    remedy: 'Remove it; write the value out.'
  }
}
