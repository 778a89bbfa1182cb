import { parseSync } from 'oxc-parser'

/** A change of one place of a source text: the characters from `start` to `end` are replaced by `by`. */
export type Mutation = { readonly kind: string; readonly start: number; readonly end: number; readonly by: string }

type Node = { readonly type: string; readonly start: number; readonly end: number } & Readonly<Record<string, unknown>>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'

/** Types say nothing at run time, and an import is no behaviour. */
const isSilent = ({ type }: Node): boolean =>
  (type.startsWith('TS') && !/^TS(As|Satisfies|NonNull)Expression$/.test(type)) ||
  /^(Import|ExportAll|ExportNamedDeclaration$)/.test(type)

const childrenOf = (node: Node): ReadonlyArray<Node> =>
  Object.entries(node).flatMap(([key, value]) =>
    key === 'parent' ? [] : [value].flat(1).filter((one): one is Node => isNode(one))
  )

const OPERATORS: Readonly<Record<string, ReadonlyArray<string>>> = {
  '===': ['!=='],
  '!==': ['==='],
  '<': ['<=', '>='],
  '<=': ['<', '>'],
  '>': ['>=', '<='],
  '>=': ['>', '<'],
  '+': ['-'],
  '-': ['+'],
  '*': ['/'],
  '/': ['*'],
  '&&': ['||'],
  '||': ['&&'],
  '??': ['&&']
}

/** Calls whose answer is of the type of what they are called on, so that one can leave them out. */
const KEEPING = /^(filter|toSorted|toReversed|slice|trim|trimEnd|toLowerCase|toUpperCase|replace|replaceAll|concat)$/

type Found = (node: Node, text: string) => ReadonlyArray<Mutation>

const at = (kind: string, { start, end }: Node, by: string): Mutation => ({ kind, start, end, by })

const operators: Found = (node, text) => {
  const [left, right, operator] = [node['left'], node['right'], node['operator']]
  if (!isNode(left) || !isNode(right) || typeof operator !== 'string' || !/^(Binary|Logical)/.test(node.type)) return []
  const between = text.slice(left.end, right.start)
  const start = left.end + between.indexOf(operator)
  return (OPERATORS[operator] ?? []).map((by) => ({ kind: 'operator', start, end: start + operator.length, by }))
}

const conditions: Found = (node) => {
  const test = node['test']
  if (!isNode(test) || !/^(If|While)Statement$|^ConditionalExpression$/.test(node.type)) return []
  return [at('condition', test, 'true'), at('condition', test, 'false')]
}

const negations: Found = (node, text) => {
  const argument = node['argument']
  return node.type === 'UnaryExpression' && node['operator'] === '!' && isNode(argument)
    ? [at('negation', node, text.slice(argument.start, argument.end))]
    : []
}

const literals: Found = (node, text) => {
  if (node.type === 'TemplateElement') return text.slice(node.start, node.end) === '' ? [] : [at('words', node, '')]
  if (node.type !== 'Literal') return []
  const value = node['value']
  if (typeof value === 'boolean') return [at('literal', node, String(!value))]
  if (typeof value === 'number') return [at('number', node, `${value + 1}`), at('number', node, `${value - 1}`)]
  if (typeof value === 'string') return [at('words', node, value === '' ? "'mutant'" : "''")]
  return 'regex' in node ? expressions(node, text) : []
}

const expressions = (node: Node, text: string): ReadonlyArray<Mutation> => {
  const pattern = text.slice(node.start, node.end)
  return [...pattern.matchAll(/\{(\d+)|\^(?=[^\]])|\$(?=\/)|[+*?](?![?=!<:])/g)].map(
    ({ 0: sign, 1: count, index }) => ({
      kind: 'expression',
      start: node.start + index,
      end: node.start + index + sign.length,
      by: count === undefined ? '' : `{${Number(count) + 1}`
    })
  )
}

/** One element of a list, one property, one argument or one step of a pipe is left out. */
const leftOut: Found = (node, text) => {
  const list =
    node['elements'] ?? node['properties'] ?? (node.type === 'CallExpression' ? node['arguments'] : undefined)
  if (!Array.isArray(list) || node.type.endsWith('Pattern')) return []
  const items = list.filter((one): one is Node => isNode(one))
  return items.map((item, index) => {
    const before = items[index - 1]
    const after = items[index + 1]
    const start = before?.end ?? item.start
    const end = before === undefined ? (after?.start ?? item.end) : item.end
    return { kind: text.slice(node.start, node.end).startsWith('pipe(') ? 'step' : 'item', start, end, by: '' }
  })
}

const calls: Found = (node, text) => {
  const callee = node['callee']
  if (node.type !== 'CallExpression' || !isNode(callee)) return []
  const [object, property] = [callee['object'], callee['property']]
  if (!isNode(object) || !isNode(property) || !KEEPING.test(text.slice(property.start, property.end))) return []
  return [at('call', node, text.slice(object.start, object.end))]
}

const statements: Found = (node) =>
  node.type === 'ExpressionStatement' || (node.type === 'IfStatement' && !isNode(node['alternate']))
    ? [at('statement', node, ';')]
    : []

const all: ReadonlyArray<Found> = [operators, conditions, negations, literals, leftOut, calls, statements]

/** Every mutation of a source text, in the order of its places. */
export const mutationsOf = (path: string, text: string): ReadonlyArray<Mutation> => {
  const { program } = parseSync(path, text)
  const within = (node: Node): ReadonlyArray<Mutation> =>
    isSilent(node)
      ? exported(node)
      : [...all.flatMap((found) => found(node, text)), ...childrenOf(node).flatMap(within)]
  const exported = (node: Node): ReadonlyArray<Mutation> => {
    const declaration = node['declaration']
    return node.type === 'ExportNamedDeclaration' && isNode(declaration) ? within(declaration) : []
  }
  return isNode(program) ? within(program) : []
}
