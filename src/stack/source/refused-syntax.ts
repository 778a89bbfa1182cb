import type { Node } from 'oxc-parser'
import { DEEPEST, grammar } from './grammar.ts'
import type { Refusal } from './refusal.ts'
import { refusedKinds, type Words } from './refused-kinds.ts'
import type { Spot } from './walk.ts'

const plainFunction: Words = [
  'a function that waits or pauses',
  'Write a plain function that returns its value at once.'
]
const ambient: Words = ['`declare`, which makes no value', 'Import the value from the file that has it.']
const pattern: Words = [
  'a regular expression',
  'Write the text itself: what a stack declares is not worked out from other text.'
]

/** The words for a form that is refused although its kind of node is not. */
const byForm = ({ node, parent }: Spot): Words | undefined => {
  if ('declare' in node && node.declare === true) return ambient
  if ('async' in node && (node.async || node.generator)) return plainFunction
  if (node.type === 'VariableDeclaration' && node.kind.endsWith('using')) return ['`using`', 'Write `const`.']
  if (node.type === 'ForOfStatement' && node.await) return ['`for await`', 'Write `for (… of …)`.']
  if (node.type === 'UnaryExpression' && node.operator === 'delete')
    return ['`delete`, which changes a value', 'Make a new object without the key.']
  if (node.type === 'Literal' && 'regex' in node) return pattern
  if (node.type === 'Property' && node.kind !== 'init') return ['a getter or a setter', 'Write the value itself.']
  return node.type === 'Property' && parent?.node.type === 'ObjectExpression' && isPrototype(node)
    ? ['`__proto__` as a key, which sets a prototype', 'Remove the key.']
    : undefined
}

const isPrototype = ({ key, computed, shorthand }: Extract<Node, { type: 'Property' }>): boolean =>
  !computed &&
  !shorthand &&
  (('name' in key && key.name === '__proto__') || ('value' in key && key.value === '__proto__'))

const unknownKind = (type: string): Words => [
  `syntax of the kind ${type}`,
  'Write it with constants, functions, lists, objects and templates.'
]

/** Syntax that a declaration has no use for: it waits, changes, asks where it runs, or is more than types and values. */
export const refusedSyntax = (spot: Spot): ReadonlyArray<Refusal> => {
  const { node, depth } = spot
  const words =
    depth > DEEPEST
      ? ([`syntax that nests more than ${DEEPEST} levels deep`, 'Give the inner values names of their own.'] as const)
      : (refusedKinds[node.type] ?? (grammar[node.type] === undefined ? unknownKind(node.type) : byForm(spot)))
  return words === undefined
    ? []
    : [
        {
          at: node.start,
          expected: 'constants, functions and the values they make',
          actual: words[0],
          remedy: words[1]
        }
      ]
}
