import type { BrokenStack } from '../../support/broken-stack.ts'
import { backendStacks } from './backend.ts'
import { blockStacks } from './blocks.ts'
import { bucketStacks } from './bucket.ts'
import { declarationStacks } from './declaration.ts'
import { identifierStacks } from './identifiers.ts'
import { isolationStacks } from './isolation.ts'
import { policyStacks } from './policies.ts'
import { providerStacks } from './provider.ts'
import { roleStacks } from './roles.ts'
import { sensitiveStacks } from './sensitive.ts'
import { tableStacks } from './table.ts'
import { trustStacks } from './trust.ts'
import { typeStacks } from './types.ts'
import { valueStacks } from './values.ts'

/** Every broken stack, by the file of this folder that holds it. */
export const brokenStacks: Readonly<Record<string, ReadonlyArray<BrokenStack>>> = {
  declaration: declarationStacks,
  identifiers: identifierStacks,
  backend: backendStacks,
  provider: providerStacks,
  bucket: bucketStacks,
  table: tableStacks,
  roles: roleStacks,
  policies: policyStacks,
  trust: trustStacks,
  types: typeStacks,
  blocks: blockStacks,
  values: valueStacks,
  isolation: isolationStacks,
  sensitive: sensitiveStacks
}
