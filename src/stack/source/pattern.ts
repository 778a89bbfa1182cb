import type { Node } from 'oxc-parser'

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
