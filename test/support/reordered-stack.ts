import { type Node, parseSync } from 'oxc-parser'

/** Puts a list in another order. */
export type Reorder = <A>(items: ReadonlyArray<A>) => ReadonlyArray<A>

type Span = { readonly start: number; readonly end: number }
type Edit = Span & { readonly text: string }

/**
 * The source of a stack with the keys of every object literal, and the parts of the stack, in another order. It
 * declares the same.
 */
export const reorderedStack = (source: string, reorder: Reorder): string => {
  const { program, errors } = parseSync('stack.ts', source)
  if (errors.length > 0) throw new Error(`the stack does not parse: ${errors[0]?.message}`)
  const text = ({ start, end }: Span, edits: ReadonlyArray<Edit>): string =>
    edits
      .filter((edit) => edit.start >= start && edit.end <= end)
      .toSorted((a, b) => b.start - a.start)
      .reduce(
        (sliced, edit) => sliced.slice(0, edit.start - start) + edit.text + sliced.slice(edit.end - start),
        source.slice(start, end)
      )
  const list = (
    node: Span,
    items: ReadonlyArray<Node>,
    [open, close]: readonly [string, string]
  ): ReadonlyArray<Edit> => {
    const inner = items.flatMap(edited)
    return [
      {
        start: node.start,
        end: node.end,
        text: `${open}${reorder(items)
          .map((item) => text(item, inner))
          .join(', ')}${close}`
      }
    ]
  }
  const edited = (node: Node): ReadonlyArray<Edit> => {
    if (node.type === 'ObjectExpression') return list(node, node.properties, ['{', '}'])
    if (node.type === 'CallExpression' && node.callee.type === 'Identifier' && node.callee.name === 'stack') {
      const [declaration, parts] = node.arguments
      if (parts?.type !== 'ArrayExpression' || declaration === undefined) throw new Error('stack has no list of parts')
      return [
        ...edited(declaration),
        ...list(
          parts,
          parts.elements.filter((part) => part !== null),
          ['[', ']']
        )
      ]
    }
    return childrenOf(node).flatMap(edited)
  }
  return text(program, edited(program))
}

const childrenOf = (node: Node): ReadonlyArray<Node> => Object.values(node).flat().filter(isNode)

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value && 'start' in value
