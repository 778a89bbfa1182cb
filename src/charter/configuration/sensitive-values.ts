import { type RenderedBlock, addressOf } from '../../terraform/block.ts'
import type { ConfigurationRule, DeclarationRule } from '../charter.ts'
import { sensitiveProblems } from '../../sensitive/sensitive-data.ts'

/**
 * Nothing that a stack writes to its state is a credential or says something about a person (J.7.0 §6, §7). What was
 * found is named by kind and length and never shown.
 */
export const sensitiveValues: ConfigurationRule = {
  name: 'sensitive-values',
  check: ({ blocks, declaration }) =>
    blocks.filter(isFree).flatMap(({ at, body }) => sensitiveProblems(body, at, declaration))
}

/**
 * Whether a block holds anything that its author chose. The policies of roles and boundary hold nothing but actions and
 * identifiers that stand in other blocks too, and the rule on policy documents lets no other value into them.
 */
const isFree = (block: RenderedBlock): boolean => !fixed.has(addressOf(block) ?? '')

const fixed: ReadonlySet<string> = new Set([
  'local.operator_policy',
  'local.automation_policy',
  'local.boundary_policy'
])

/**
 * Nothing that a stack declares is a credential or says something about a person (J.7.0 §6, §7). It is said here, where
 * the author wrote it, once, and not in each of the blocks that would repeat it.
 */
export const sensitiveDeclaration: DeclarationRule = {
  name: 'sensitive-values',
  check: ({ declaration }) => sensitiveProblems(declaration, [], declaration)
}

/** A problem for each sensitive value in what an author wrote, by the same look. It is not yet a declaration or a block. */
export const sensitiveInWritten = sensitiveProblems
