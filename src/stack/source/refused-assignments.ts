import type { Node } from 'oxc-parser'
import { pureMembers, pureValues } from './language-names.ts'
import { leaves } from './pattern.ts'
import type { Refusal } from './refusal.ts'
import type { Scope, Spot } from './walk.ts'

const remedy =
  'Make a new value under a name of its own; a stack changes only what the same function declares with `let`.'

/**
 * Assignments to anything but a name that the innermost function declares. So nothing outlives a call, and no stack can
 * leave anything behind for another. `declared` are the names of the file: that nothing declares one is said elsewhere.
 */
export const refusedAssignments =
  (declared: ReadonlySet<string>) =>
  ({ node, scope }: Spot): ReadonlyArray<Refusal> =>
    assigned(node).flatMap((target) => {
      if (target.type === 'Identifier' && (isOwn(target.name, scope) || !isKnown(target.name, declared))) return []
      const what =
        target.type === 'Identifier' ? `\`${target.name}\`, which this function does not declare` : 'a part of a value'
      return [
        { at: target.start, expected: 'values that stay as they are made', actual: `a change of ${what}`, remedy }
      ]
    })

const isOwn = (name: string, scope: Scope): boolean => scope.names.has(name) && !isDeclaredIn(name, scope.outer)

/** Whether a name stands for something, so that nobody else refuses it. */
const isKnown = (name: string, declared: ReadonlySet<string>): boolean =>
  declared.has(name) || pureValues.includes(name) || pureMembers.has(name)

const isDeclaredIn = (name: string, scope: Scope | undefined): boolean =>
  scope !== undefined && (scope.names.has(name) || isDeclaredIn(name, scope.outer))

const assigned = (node: Node): ReadonlyArray<Node> => {
  if (node.type === 'AssignmentExpression') return leaves(node.left)
  if (node.type === 'UpdateExpression') return [node.argument]
  return (node.type === 'ForInStatement' || node.type === 'ForOfStatement') && node.left.type !== 'VariableDeclaration'
    ? leaves(node.left)
    : []
}
