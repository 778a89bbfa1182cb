import type { Refusal } from './parsed-source.ts'
import { type Scope, type Spot, leaves } from './walk.ts'
import type { Node } from 'oxc-parser'
import { conversion } from './known-numbers.ts'
import { pureMembers, pureValues } from './language-names.ts'

const expected = 'operations whose result is the same on every engine'

const toABase = { actual: '`toString` to a base, whose digits depend on the engine', remedy: 'Write the text itself.' }
const byComparing = {
  actual: '`toSorted` by a comparison, which the engine may ask in any order',
  remedy: 'Write list.toSorted(), which orders texts by code unit, or write the list in its order.'
}

/** No more digits than every engine reads exactly. Source: ECMA-262, NumericValue, "after the 20th digit". */
const MOST_DIGITS = 20

const digitsOf = (literal: string): number =>
  /^0[box]/i.test(literal)
    ? 0
    : literal.replaceAll('_', '').replace(/e.*$/i, '').replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length

/**
 * Operations whose digits the language leaves to the engine. Source: ECMA-262, Number::exponentiate and
 * Number.prototype.toString (radix), "implementation-approximated"; RoundMVResult; SortCompare, "implementation-defined" where a
 * comparison is not consistent, which nobody can tell of one. `numbers` are the names of the file that hold only numbers.
 */
export const refusedOperations =
  (numbers: ReadonlySet<string>) =>
  ({ node }: Spot): ReadonlyArray<Refusal> => {
    if ((node.type === 'BinaryExpression' || node.type === 'AssignmentExpression') && node.operator.startsWith('**'))
      return [
        {
          at: node.start,
          expected,
          actual: `\`${node.operator}\`, whose digits depend on the engine`,
          remedy: 'Write the number itself, or multiply.'
        }
      ]
    if (node.type === 'Literal' && typeof node.value === 'number' && digitsOf(node.raw ?? '') > MOST_DIGITS)
      return [
        {
          at: node.start,
          expected,
          actual: `a number of more than ${MOST_DIGITS} digits, which engines may round differently`,
          remedy: 'Write the number with fewer digits, or as text.'
        }
      ]
    const operator = conversion(node, numbers)
    if (operator !== undefined)
      return [
        {
          at: node.start,
          expected,
          actual: `\`${operator}\` beside a value that may be text: which digits it reads in text depends on the engine`,
          remedy: 'Write the number itself, or Number(value).'
        }
      ]
    if (node.type === 'CallExpression' && node.arguments.length > 0 && node.callee.type === 'MemberExpression') {
      const { property, computed } = node.callee
      const name = property.type === 'Literal' ? property.value : computed ? undefined : property.name
      const words = name === 'toString' ? toABase : name === 'toSorted' ? byComparing : undefined
      if (words !== undefined) return [{ at: property.start, expected, ...words }]
    }
    return []
  }

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

/** Whether a name stands for something, so that no other rule refuses it. */
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
