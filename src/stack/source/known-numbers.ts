import type { Node } from 'oxc-parser'
import { type Spot, bindings, leaves } from './walk.ts'

/** Operators that make a number of any value beside them, also before `=`. */
const arithmetic: ReadonlySet<string> = new Set(['-', '*', '/', '%', '|', '&', '^', '<<', '>>', '>>>'])

const signs: ReadonlySet<string> = new Set(['+', '-', '~'])

/** Constants of `Number`; all else that it has is a function. */
const constants: ReadonlySet<string> = new Set(['EPSILON', 'MAX_SAFE_INTEGER', 'MIN_SAFE_INTEGER'])

/** Something that a name holds at some time; without a value it may hold anything. */
type Held = { readonly name: string; readonly value: Node | undefined }

/**
 * The names of a file that hold numbers and nothing else, wherever it declares them. A name counts by its text: what one
 * function says of it holds for all of them. Parameters and imports hold what others give, so they are not known.
 */
export const knownNumbers = (spots: ReadonlyArray<Spot>): ReadonlySet<string> => {
  const held = spots.flatMap((spot) => [...declared(spot), ...assigned(spot.node)])
  let known = new Set(held.map(({ name }) => name))
  for (;;) {
    const lost = held.filter(({ value }) => value === undefined || !isNumber(value, known))
    const left = new Set(known)
    for (const { name } of lost) left.delete(name)
    if (left.size === known.size) return known
    known = left
  }
}

const declared = (spot: Spot): ReadonlyArray<Held> => {
  const { node } = spot
  if (node.type === 'VariableDeclarator' && node.id.type === 'Identifier')
    return [{ name: node.id.name, value: node.init ?? undefined }]
  return bindings(spot).map(({ name }) => ({ name, value: undefined }))
}

const assigned = (node: Node): ReadonlyArray<Held> => {
  if (node.type === 'AssignmentExpression') {
    if (arithmetic.has(node.operator.slice(0, -1))) return []
    return leaves(node.left).flatMap((leaf) =>
      leaf.type === 'Identifier' ? [{ name: leaf.name, value: leaf === node.left ? node.right : undefined }] : []
    )
  }
  return (node.type === 'ForInStatement' || node.type === 'ForOfStatement') && node.left.type !== 'VariableDeclaration'
    ? leaves(node.left).flatMap((leaf) => (leaf.type === 'Identifier' ? [{ name: leaf.name, value: undefined }] : []))
    : []
}

/** Whether a value is always a number, with any code run before it. What an operator makes of its operands is judged there. */
const isNumber = (node: Node, known: ReadonlySet<string>): boolean => {
  const are = (...nodes: ReadonlyArray<Node>): boolean => nodes.every((one) => isNumber(one, known))
  if (node.type === 'Literal') return typeof node.value === 'number' || typeof node.value === 'bigint'
  if (node.type === 'Identifier') return node.name === 'NaN' || node.name === 'Infinity' || known.has(node.name)
  if (node.type === 'UnaryExpression') return signs.has(node.operator)
  if (node.type === 'UpdateExpression') return true
  if (node.type === 'BinaryExpression')
    return arithmetic.has(node.operator) || (node.operator === '+' && are(node.left, node.right))
  if (node.type === 'ConditionalExpression') return are(node.consequent, node.alternate)
  if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' || node.type === 'TSNonNullExpression')
    return are(node.expression)
  if (node.type === 'CallExpression') return isNamed(node.callee, 'Number')
  return (
    node.type === 'MemberExpression' &&
    !node.computed &&
    isNamed(node.object, 'Number') &&
    constants.has(node.property.name)
  )
}

const isNamed = (node: Node, name: string): boolean => node.type === 'Identifier' && node.name === name

/**
 * The operator of a node that may convert a value to a number. The value is not known to be a number already. For every
 * other node there is none. A change of a part of a value is refused elsewhere.
 */
export const conversion = (node: Node, known: ReadonlySet<string>): string | undefined => {
  const isOpen = (operand: Node): boolean => !isNumber(operand, known)
  if (node.type === 'UnaryExpression')
    return signs.has(node.operator) && isOpen(node.argument) ? node.operator : undefined
  if (node.type === 'UpdateExpression')
    return node.argument.type === 'Identifier' && isOpen(node.argument) ? node.operator : undefined
  if (node.type === 'BinaryExpression')
    return arithmetic.has(node.operator) && (isOpen(node.left) || isOpen(node.right)) ? node.operator : undefined
  if (node.type !== 'AssignmentExpression' || !arithmetic.has(node.operator.slice(0, -1))) return undefined
  return (node.left.type === 'Identifier' && isOpen(node.left)) || isOpen(node.right) ? node.operator : undefined
}
