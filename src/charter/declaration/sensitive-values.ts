import type { DeclarationRule } from '../rule.ts'
import { sensitiveProblems } from '../../sensitive/sensitive-data.ts'

/**
 * Nothing that a stack declares is a credential or says something about a person (J.7.0 §6, §7). It is said here, where
 * the author wrote it, once, and not in each of the blocks that would repeat it.
 */
export const sensitiveDeclaration: DeclarationRule = {
  name: 'sensitive-values',
  check: ({ declaration }) => sensitiveProblems(declaration, [], declaration)
}
