import type { Refusal } from './refusal.ts'
import type { Spot } from './walk.ts'

const expected = 'operations whose result is the same on every engine'

/**
 * Operations whose digits the language leaves to the engine. Source: ECMA-262, Number::exponentiate and
 * Number.prototype.toString (radix), "implementation-approximated".
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
  if (node.type === 'CallExpression' && node.arguments.length > 0 && node.callee.type === 'MemberExpression') {
    const { property, computed } = node.callee
    const name = property.type === 'Literal' ? property.value : computed ? undefined : property.name
    if (name === 'toString')
      return [
        {
          at: property.start,
          expected,
          actual: '`toString` to a base, whose digits depend on the engine',
          remedy: 'Write the text itself.'
        }
      ]
  }
  return []
}
