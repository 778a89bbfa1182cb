import type { Node, Program } from 'oxc-parser'
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

const children = (node: Node): ReadonlyArray<Node> => {
  const at = node as unknown as Readonly<Record<string, Node | ReadonlyArray<Node | null> | null>>
  return fields(node)
    .flatMap((field) => at[field] ?? [])
    .filter((child) => child !== null)
}

const fields = (node: Node): ReadonlyArray<string> => {
  if (node.type === 'MemberExpression' && !node.computed) return ['object']
  if (node.type === 'Property' && !node.computed) return ['value']
  if (node.type === 'ExportNamedDeclaration' && node.source !== null) return []
  if ((node.type === 'ExportNamedDeclaration' || node.type === 'ExportSpecifier') && node.exportKind === 'type')
    return ['declaration']
  return grammar[node.type] ?? lookedInto[node.type] ?? []
}
