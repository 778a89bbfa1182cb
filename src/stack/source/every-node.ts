import { type Node, visitorKeys } from 'oxc-parser'

/** The nodes straight below a node, types included, in the order of the parser's fields. */
export const below = (node: Node): ReadonlyArray<Node> => {
  const fields = node as unknown as Readonly<Record<string, Node | ReadonlyArray<Node | null> | null | undefined>>
  return (visitorKeys[node.type] ?? [])
    .flatMap((field) => fields[field] ?? [])
    .filter((child): child is Node => child !== null)
}

/** A node and all below it, types included. */
export const everyNode = (node: Node): ReadonlyArray<Node> => [node, ...below(node).flatMap(everyNode)]
