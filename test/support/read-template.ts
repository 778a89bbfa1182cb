import { getExpressionAst } from '@cdktn/hcl2json'

/** A piece of a template as HCL reads it: text, or what stands between `${` and `}`. */
export type Piece = { readonly text: string } | { readonly reference: string }

type Ast = NonNullable<Awaited<ReturnType<typeof getExpressionAst>>>

const ast = async (expression: string): Promise<Ast> => {
  const read = await getExpressionAst('planted.tf', expression)
  if (read === null) throw new Error('the parser gives no expression')
  return read
}

const childrenOf = ({ children }: Ast): ReadonlyArray<Ast> => children

/** Template source as the inside of a quoted string: HCL reads the same template, and backslashes are literal again. */
const quoted = (source: string): string =>
  `"${source.replace(/["\\\n]/g, (character) => (character === '\n' ? '\\n' : `\\${character}`))}"`

/**
 * What HCL makes of templates without interpolation. The parser evaluates the key of an index (`x["…"]`) and shows
 * its value; a key with an interpolation is no constant, and the parser says so by another kind of node.
 */
export const readTexts = async (templates: ReadonlyArray<string>): Promise<ReadonlyArray<string | undefined>> => {
  const keys = childrenOf(await ast(`[${templates.map((template) => `x[${quoted(template)}]`).join(',\n')}]`))
  return keys.map((key) => {
    if (key.type !== 'scopeTraversal') return undefined
    return key.meta.traversal[1]?.segment.slice(1, -1)
  })
}

/** What HCL makes of templates with interpolations: the texts and the references of each, in order. */
export const readTemplates = async (templates: ReadonlyArray<string>): Promise<ReadonlyArray<ReadonlyArray<Piece>>> => {
  const trees = childrenOf(await ast(`[\n${templates.map((template) => `<<END\n${template}\nEND\n`).join(',\n')}]`))
  const pieces = trees.map((tree) => childrenOf(tree).map(piece))
  const sources = pieces.flat().flatMap((each) => ('text' in each ? [each.text] : []))
  const values = (await readTexts(sources))[Symbol.iterator]()
  return pieces.map((each) => merged(each.map((one) => ('text' in one ? { text: `${values.next().value}` } : one))))
}

/** A literal part, as its source; a quoted constant in an interpolation, as the source of what it holds. */
const piece = (node: Ast): Piece => {
  const source = node.meta.value
  if (node.type === 'literalValue') return { text: source }
  return node.type === 'template' ? { text: source.slice(1, -1) } : { reference: source }
}

/** Neighbouring texts as one, without the line feed that ends the heredoc. */
const merged = (pieces: ReadonlyArray<Piece>): ReadonlyArray<Piece> => {
  const joined = pieces.reduce<ReadonlyArray<Piece>>((done, each) => {
    const last = done.at(-1)
    const neighbours = last !== undefined && 'text' in last && 'text' in each
    return neighbours ? [...done.slice(0, -1), { text: last.text + each.text }] : [...done, each]
  }, [])
  return joined.flatMap((each, index) => {
    if (!('text' in each) || index < joined.length - 1) return [each]
    return each.text === '\n' ? [] : [{ text: each.text.slice(0, -1) }]
  })
}
