import { type Node, type Program, visitorKeys } from 'oxc-parser'
import { DEEPEST, grammar, lookedInto } from './grammar.ts'

/** The names that belong to one function, or to the module itself when nothing is around it. */
export type Scope = { readonly outer: Scope | undefined; readonly names: Set<string> }

/** A node of the program that runs, with what is around it. */
export type Spot = {
  readonly node: Node
  readonly parent: Spot | undefined
  /** The function in which the node stands; a function itself stands in the one around it. */
  readonly scope: Scope
  /** The scope of what stands in the node: a new one in a function. */
  readonly inner: Scope
  readonly depth: number
}

/** Every node of a program that holds code which runs, outermost first, in the order of the text. */
export const walk = (program: Program): ReadonlyArray<Spot> => {
  const spots: Array<Spot> = []
  const visit = (node: Node, parent: Spot | undefined): void => {
    const scope = parent?.inner ?? { outer: undefined, names: new Set() }
    const inner = isFunction(node) ? { outer: scope, names: new Set<string>() } : scope
    const spot = { node, parent, scope, inner, depth: (parent?.depth ?? 0) + 1 }
    spots.push(spot)
    if (spot.depth <= DEEPEST) for (const child of children(node)) visit(child, spot)
  }
  visit(program, undefined)
  return spots
}

const isFunction = ({ type }: Node): boolean =>
  type === 'FunctionDeclaration' || type === 'FunctionExpression' || type === 'ArrowFunctionExpression'

type Fields = Readonly<Record<string, Node | ReadonlyArray<Node | null> | null | undefined>>

/** The nodes in some fields of a node. A loop, since it is asked of every node of every stack. */
const nodesIn = (node: Node, fields: ReadonlyArray<string>): ReadonlyArray<Node> => {
  const nodes: Array<Node> = []
  for (const field of fields) {
    const value = (node as unknown as Fields)[field] ?? []
    if (!('length' in value)) nodes.push(value)
    else for (const child of value) if (child !== null) nodes.push(child)
  }
  return nodes
}

const children = (node: Node): ReadonlyArray<Node> => nodesIn(node, fields(node))

const fields = (node: Node): ReadonlyArray<string> => {
  if (node.type === 'MemberExpression' && !node.computed) return ['object']
  if (node.type === 'Property' && !node.computed) return ['value']
  if (node.type === 'ExportNamedDeclaration' && node.source !== null) return []
  if ((node.type === 'ExportNamedDeclaration' || node.type === 'ExportSpecifier') && node.exportKind === 'type')
    return ['declaration']
  return grammar[node.type] ?? lookedInto[node.type] ?? []
}

/** The nodes straight below a node, types included, in the order of the parser's fields. */
export const below = (node: Node): ReadonlyArray<Node> => nodesIn(node, visitorKeys[node.type] ?? [])

/** A node and all below it, types included. */
export const everyNode = (node: Node): ReadonlyArray<Node> => [node, ...below(node).flatMap(everyNode)]

/** The places that a pattern fills: names where it declares, names and parts of values where it assigns. */
export const leaves = (pattern: Node): ReadonlyArray<Node> => {
  if (pattern.type === 'AssignmentPattern') return leaves(pattern.left)
  if (pattern.type === 'RestElement') return leaves(pattern.argument)
  if (pattern.type === 'Property') return leaves(pattern.value)
  if (pattern.type === 'ObjectPattern') return pattern.properties.flatMap(leaves)
  if (pattern.type === 'ArrayPattern')
    return pattern.elements.flatMap((element) => (element === null ? [] : leaves(element)))
  return [pattern]
}

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
