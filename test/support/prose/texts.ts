import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type Node, parseSync } from 'oxc-parser'
import { below } from '../../../src/stack/source/walk.ts'

/** A remedy is the `to do` of a diagnostic, a docstring its first sentence, a title the name of a test. */
export type Kind = 'message' | 'remedy' | 'docstring' | 'title' | 'document'

/** A text for a person, and where it stands. */
export type Prose = { readonly kind: Kind; readonly file: string; readonly line: number; readonly text: string }

/** A value that a text puts in. It counts as one word. */
export const SLOT = '‹›'

const project = fileURLToPath(new URL('../../../', import.meta.url))

export const read = (file: string): string => readFileSync(join(project, file), 'utf8')

/** The files below a folder of the project that end so, in the order of their names. */
export const filesIn = (folder: string, ending: string): ReadonlyArray<string> =>
  readdirSync(join(project, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith(ending))
    .map((name) => join(folder, name))
    .toSorted()

const lineAt = (text: string, at: number): number => text.slice(0, at).split('\n').length

/** A list of texts that is joined to one: `['…', '…'].join(' ')`. */
const joined = (node: Node): string | undefined => {
  if (node.type !== 'CallExpression' || node.callee.type !== 'MemberExpression') return undefined
  const { object, property } = node.callee
  if (property.type !== 'Identifier' || property.name !== 'join' || object.type !== 'ArrayExpression') return undefined
  const [by] = node.arguments
  if (by?.type !== 'Literal' || by.value !== ' ') return undefined
  return object.elements.map((element) => (element === null ? SLOT : (textOf(element) ?? SLOT))).join(' ')
}

/** A text with its values as slots; undefined where the node is not a text. */
const textOf = (node: Node): string | undefined => {
  if (node.type === 'Literal') return typeof node.value === 'string' ? node.value : undefined
  if (node.type === 'TemplateLiteral') return node.quasis.map(({ value }) => value.cooked ?? '').join(SLOT)
  return joined(node)
}

/** A text has three words of letters; a key, a path or one command has fewer. */
const isProse = (text: string): boolean =>
  (text.match(/(?<=^|[\s(])\p{L}[\p{L}'-]*(?=$|[\s.,;:!?)])/gu) ?? []).length >= 3

const nameOf = (node: Node): string => {
  if (node.type === 'Property' && node.key.type === 'Identifier') return node.key.name
  return node.type === 'VariableDeclarator' && node.id.type === 'Identifier' ? node.id.name : ''
}

/** Types and imports hold no text for a person, nor does a pattern. */
const isSilent = (node: Node): boolean =>
  node.type === 'ImportDeclaration' ||
  (node.type.startsWith('TS') && !['TSAsExpression', 'TSSatisfiesExpression'].includes(node.type)) ||
  (node.type === 'BinaryExpression' && node.operator.endsWith('==')) ||
  (node.type === 'NewExpression' && node.callee.type === 'Identifier' && node.callee.name === 'RegExp')

const said = (file: string, source: string, node: Node, isRemedy: boolean): ReadonlyArray<Prose> => {
  if (isSilent(node)) return []
  const inRemedy = isRemedy || /remed(?:y|ies)$/i.test(nameOf(node))
  const text = textOf(node)
  const own: ReadonlyArray<Prose> =
    text !== undefined && isProse(text)
      ? [{ kind: inRemedy ? 'remedy' : 'message', file, line: lineAt(source, node.start), text }]
      : []
  if (joined(node) !== undefined) return own
  return [...own, ...below(node).flatMap((child) => said(file, source, child, inRemedy))]
}

/** The first sentence of a docstring, on one line. */
const firstSentence = (comment: string): string => {
  const words = comment
    .split('\n')
    .map((line) => line.replace(/^\s*\*+ ?/, '').trim())
    .join(' ')
    .trim()
  return words.split(/(?<=[.!?])\s+(?=[\p{Lu}`'"])/u)[0] ?? ''
}

/** Every message, remedy and docstring of a source file. */
export const textsOf = (file: string, source: string): ReadonlyArray<Prose> => {
  const { program, comments } = parseSync(file, source)
  return [
    ...said(file, source, program, false),
    ...comments
      .filter(({ type, value }) => type === 'Block' && value.startsWith('*'))
      .map(({ value, start }): Prose => ({
        kind: 'docstring',
        file,
        line: lineAt(source, start),
        text: firstSentence(value)
      }))
  ]
}

/** The titles of the tests of a file: what stands first in `test(…)`. */
export const titlesOf = (file: string, source: string): ReadonlyArray<Prose> => {
  const visit = (node: Node): ReadonlyArray<Prose> => {
    const isTest =
      node.type === 'CallExpression' && node.callee.type === 'Identifier' && /^(?:test|slow)\w*$/.test(node.callee.name)
    const [title] = isTest ? node.arguments : []
    const text = title === undefined ? undefined : textOf(title)
    const own: ReadonlyArray<Prose> =
      text === undefined ? [] : [{ kind: 'title', file, line: lineAt(source, node.start), text }]
    return [...own, ...below(node).flatMap(visit)]
  }
  return visit(parseSync(file, source).program)
}

/** The paragraphs, points and cells of a document: neither code nor what `npm run docs` makes. */
export const paragraphsOf = (file: string, text: string): ReadonlyArray<Prose> => {
  const blank = (match: string): string => match.replaceAll(/[^\n]/g, '')
  const own = text
    .replaceAll(/<!-- (\w+) -->[^]*?<!-- \/\1 -->/g, blank)
    .replaceAll(/^( *)```[^]*?^\1```$/gm, blank)
    .replaceAll(/^ {4,}\S.*$/gm, blank)
  const found: Array<Prose> = []
  own.split('\n').forEach((line, at) => {
    if (/^\s*(?:#|$|\|[ -|]*$)/.test(line)) return
    const last = found.at(-1)
    const goesOn = last !== undefined && !/^\s*(?:[-*|]|\d+\.) ?/.test(line) && (own.split('\n')[at - 1] ?? '') !== ''
    if (line.startsWith('|'))
      for (const cell of line.split('|')) found.push({ kind: 'document', file, line: at + 1, text: cell.trim() })
    else if (goesOn) found[found.length - 1] = { ...last, text: `${last.text} ${line.trim()}` }
    else found.push({ kind: 'document', file, line: at + 1, text: line.trim() })
  })
  return found
}
