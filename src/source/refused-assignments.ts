import type { Node } from 'oxc-parser'
import { leaves } from './pattern.ts'
import type { Refusal } from './refusal.ts'
import type { Scope, Spot } from './walk.ts'

const remedy =
  'Make a new value under a name of its own; a stack changes only what the same function declares with `let`.'

/**
 * Assignments to anything but a name that the innermost function declares, or that nothing does. So nothing outlives
 * a call, and no stack can leave anything behind for another.
 */
export const refusedAssignments = ({ node, scope }: Spot): ReadonlyArray<Refusal> =>
  assigned(node).flatMap((target) => {
    if (target.type === 'Identifier' && !isDeclaredIn(target.name, scope.outer)) return []
    const what =
      target.type === 'Identifier'
        ? `\`${target.name}\`, which belongs to more than this function`
        : 'a part of a value'
    return [{ at: target.start, expected: 'values that stay as they are made', actual: `a change of ${what}`, remedy }]
  })

const isDeclaredIn = (name: string, scope: Scope | undefined): boolean =>
  scope !== undefined && (scope.names.has(name) || isDeclaredIn(name, scope.outer))

const assigned = (node: Node): ReadonlyArray<Node> => {
  if (node.type === 'AssignmentExpression') return leaves(node.left)
  if (node.type === 'UpdateExpression') return [node.argument]
  return (node.type === 'ForInStatement' || node.type === 'ForOfStatement') && node.left.type !== 'VariableDeclaration'
    ? leaves(node.left)
    : []
}
