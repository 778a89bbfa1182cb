import type { Declaration } from '../../declaration/declaration.ts'
import type { Block } from '../../terraform/block.ts'
import { backendBlock } from './backend.ts'
import { callerIdentityBlock } from './caller-identity.ts'
import { providerBlock } from './provider.ts'

/** The blocks that follow from the declaration alone: every stack has them, whatever its parts. */
export const foundationBlocks = (declaration: Declaration): ReadonlyArray<Block> =>
  [backendBlock(declaration), providerBlock(declaration), callerIdentityBlock(declaration)].map((block) => ({
    ...block,
    at: [block.type, ...block.labels]
  }))
