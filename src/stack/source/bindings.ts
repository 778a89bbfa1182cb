import type { Node } from 'oxc-parser'
import { leaves } from './pattern.ts'
import type { Scope, Spot } from './walk.ts'

/** A name that a file declares, where, and for which function. */
export type Binding = {
  readonly name: string
  readonly at: number
  readonly scope: Scope
  /** Whether JavaScript lets it take a name that the function has already: a function, or a `var`. */
  readonly isLate: boolean
}

/**
 * The names that a node itself declares at run time; what only types know is none of them. Classes and enums are
 * refused, but what uses them need not be refused once more.
 */
export const bindings = ({ node, parent, scope, inner }: Spot): ReadonlyArray<Binding> => {
  if (node.type === 'VariableDeclarator')
    return named([node.id], scope, parent?.node.type === 'VariableDeclaration' && parent.node.kind === 'var')
  if (node.type === 'ArrowFunctionExpression') return named(node.params, inner)
  if (node.type === 'FunctionExpression') return named([node.id, ...node.params], inner)
  if (node.type === 'FunctionDeclaration') return [...named([node.id], scope, true), ...named(node.params, inner)]
  if (node.type === 'ClassDeclaration' || node.type === 'TSEnumDeclaration') return named([node.id], scope)
  return node.type === 'ImportDeclaration' && node.importKind !== 'type'
    ? named(
        node.specifiers
          .filter((specifier) => specifier.type !== 'ImportSpecifier' || specifier.importKind !== 'type')
          .map(({ local }) => local),
        scope
      )
    : []
}

const named = (patterns: ReadonlyArray<Node | null>, scope: Scope, isLate = false): ReadonlyArray<Binding> =>
  patterns
    .flatMap((pattern) => (pattern === null ? [] : leaves(pattern)))
    .flatMap((leaf) => (leaf.type === 'Identifier' ? [{ name: leaf.name, at: leaf.start, scope, isLate }] : []))
