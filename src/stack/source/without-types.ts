import type { Node, Program } from 'oxc-parser'
import { below } from './walk.ts'

/** Another text for a part of a text. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string }

/**
 * A part of a text as blanks of the same lines and columns, with a word in front. The word stands in the place of
 * blanks where these have room in the first line, so that nothing behind it moves.
 */
export const blank = (text: string, start: number, end: number, lead = ''): Edit => {
  const blanks = text.slice(start, end).replaceAll(/[^\n\r]/g, ' ')
  const room = blanks.search(/[^ ]|$/)
  return { start, end, text: room >= lead.length ? lead + blanks.slice(lead.length) : lead + blanks }
}

/** The text with its edits, none of which overlap. */
export const edited = (text: string, edits: ReadonlyArray<Edit>): string => {
  const pieces: Array<string> = []
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return [...pieces, text.slice(at)].join('')
}

const between = /(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)*/y

/** Where the next sign stands that is neither space nor comment. */
export const signAfter = (text: string, at: number): number => {
  between.lastIndex = at
  return at + (between.exec(text)?.[0].length ?? 0)
}

/** Kinds that are types from end to end, and stand within something that is more. */
const types: ReadonlySet<string> = new Set([
  'TSTypeAnnotation',
  'TSTypeParameterDeclaration',
  'TSTypeParameterInstantiation'
])

/** Statements that are types from end to end. */
const typeStatements: ReadonlySet<string> = new Set([
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction'
])

/**
 * A TypeScript module without its types: JavaScript of the same lines and columns. Types become blanks, and `;` where a
 * statement ends that JavaScript would go on with. What it does not know it leaves, for the parser to refuse.
 */
export const withoutTypes = (text: string, program: Program): string => {
  const edits: Array<Edit> = []
  const drop = (start: number, end: number, lead = ''): void => void edits.push(blank(text, start, end, lead))

  /** `end` is where the statement ends that the node stands in. */
  const visit = (node: Node, end: number): void => {
    if (types.has(node.type)) return drop(node.start, node.end)
    if (isTypeStatement(node)) return drop(node.start, node.end, ';')
    const inside = (): void => below(node).forEach((child) => visit(child, isStatement(child) ? child.end : end))
    if (
      node.type === 'TSAsExpression' ||
      node.type === 'TSSatisfiesExpression' ||
      node.type === 'TSNonNullExpression'
    ) {
      drop(afterParentheses(text, node.expression.end), node.end, node.end === end ? ';' : '')
      return visit(node.expression, end)
    }
    if (node.type === 'ArrowFunctionExpression' && node.returnType !== null && node.returnType !== undefined) {
      const type = node.returnType
      const arrow = signAfter(text, type.end)
      if (!text.slice(type.start, arrow).includes('\n')) return inside()
      drop(type.start, arrow + 2, '=>')
      return below(node).forEach((child) => (child === type ? undefined : visit(child, end)))
    }
    if (node.type === 'Identifier' && node.name === 'this' && node.typeAnnotation !== null)
      return drop(node.start, afterComma(text, node.end))
    if (node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration')
      dropTypeNames(text, node.specifiers, drop)
    if (node.type === 'VariableDeclarator' && node.definite) dropMark('!', text, node.id, drop)
    if (isPattern(node) && node.optional) dropMark('?', text, node, drop)
    return inside()
  }
  if (program.hashbang !== null) drop(program.hashbang.start, program.hashbang.end)
  visit(program, -1)
  return edited(text, edits)
}

type Drop = (start: number, end: number, lead?: string) => void

const isStatement = ({ type }: Node): boolean => type.endsWith('Statement') || type.endsWith('Declaration')

type Pattern = Extract<Node, { type: 'Identifier' | 'ObjectPattern' | 'ArrayPattern' }>

const isPattern = (node: Node): node is Pattern =>
  node.type === 'Identifier' || node.type === 'ObjectPattern' || node.type === 'ArrayPattern'

const isTypeStatement = (node: Node): boolean =>
  typeStatements.has(node.type) ||
  (node.type === 'ImportDeclaration' && node.importKind === 'type') ||
  (node.type === 'ExportNamedDeclaration' &&
    (node.exportKind === 'type' || (node.declaration !== null && typeStatements.has(node.declaration.type)))) ||
  (node.type === 'ExportAllDeclaration' && node.exportKind === 'type') ||
  (node.type === 'ExportDefaultDeclaration' && typeStatements.has(node.declaration.type))

/** `import { type A, b }`: the names of types go with their comma. */
const dropTypeNames = (text: string, specifiers: ReadonlyArray<Node>, drop: Drop): void => {
  for (const one of specifiers)
    if (
      (one.type === 'ImportSpecifier' && one.importKind === 'type') ||
      (one.type === 'ExportSpecifier' && one.exportKind === 'type')
    )
      drop(one.start, afterComma(text, one.end))
}

const afterComma = (text: string, end: number): number => {
  const next = signAfter(text, end)
  return text.charAt(next) === ',' ? next + 1 : end
}

const afterParentheses = (text: string, end: number): number => {
  const next = signAfter(text, end)
  return text.charAt(next) === ')' ? afterParentheses(text, next + 1) : next
}

/** Drops the `?` or `!` in front of the type of a name. A name without a type has the mark at its end. */
const dropMark = (mark: string, text: string, named: Node, drop: Drop): void => {
  const type = 'typeAnnotation' in named ? named.typeAnnotation : undefined
  const at = text.lastIndexOf(mark, type === null || type === undefined ? named.end : type.start)
  if (at >= named.start) drop(at, at + 1)
}
