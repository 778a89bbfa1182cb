import type { Refusal } from './refusal.ts'
import type { Spot } from './walk.ts'

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
 * Number.prototype.toString (radix), "implementation-approximated"; SortCompare, "implementation-defined" where a
 * comparison is not consistent, which nobody can tell of one.
 */
export const refusedOperations = ({ node }: Spot): ReadonlyArray<Refusal> => {
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
  if (node.type === 'CallExpression' && node.arguments.length > 0 && node.callee.type === 'MemberExpression') {
    const { property, computed } = node.callee
    const name = property.type === 'Literal' ? property.value : computed ? undefined : property.name
    const words = name === 'toString' ? toABase : name === 'toSorted' ? byComparing : undefined
    if (words !== undefined) return [{ at: property.start, expected, ...words }]
  }
  return []
}
