import type { Node } from 'oxc-parser'
import { type Spot, bindings, leaves } from './walk.ts'

/** Operators that make a number of what stands beside them, whatever it is; before `=` too. */
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

/** Whether a value is a number, whatever runs before it. What an operator makes of its operands is judged there. */
const isNumber = (node: Node, known: ReadonlySet<string>): boolean => {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'number' || typeof node.value === 'bigint'
    case 'Identifier':
      return node.name === 'NaN' || node.name === 'Infinity' || known.has(node.name)
    case 'UnaryExpression':
      return signs.has(node.operator)
    case 'UpdateExpression':
      return true
    case 'BinaryExpression':
      return (
        arithmetic.has(node.operator) ||
        (node.operator === '+' && isNumber(node.left, known) && isNumber(node.right, known))
      )
    case 'ConditionalExpression':
      return isNumber(node.consequent, known) && isNumber(node.alternate, known)
    case 'TSAsExpression':
    case 'TSSatisfiesExpression':
    case 'TSNonNullExpression':
      return isNumber(node.expression, known)
    case 'CallExpression':
      return node.callee.type === 'Identifier' && node.callee.name === 'Number'
    case 'MemberExpression':
      return (
        !node.computed &&
        node.object.type === 'Identifier' &&
        node.object.name === 'Number' &&
        constants.has(node.property.name)
      )
    default:
      return false
  }
}

/**
 * The operator of a node that would make a number of a value which is not known to be one; none for every other node. A
 * change of a part of a value is refused elsewhere.
 */
export const conversion = (node: Node, known: ReadonlySet<string>): string | undefined => {
  const isOpen = (...operands: ReadonlyArray<Node>): boolean => operands.some((operand) => !isNumber(operand, known))
  switch (node.type) {
    case 'UnaryExpression':
      return signs.has(node.operator) && isOpen(node.argument) ? node.operator : undefined
    case 'UpdateExpression':
      return node.argument.type === 'Identifier' && isOpen(node.argument) ? node.operator : undefined
    case 'BinaryExpression':
      return arithmetic.has(node.operator) && isOpen(node.left, node.right) ? node.operator : undefined
    case 'AssignmentExpression':
      return arithmetic.has(node.operator.slice(0, -1)) &&
        isOpen(...(node.left.type === 'Identifier' ? [node.left] : []), node.right)
        ? node.operator
        : undefined
    default:
      return undefined
  }
}
