import type { CallExpression, Node, ObjectExpression, Program } from 'oxc-parser'
import type { Path, Place } from '../../diagnostics/diagnostic.ts'

/** Where a value of a stack is written, as an offset into its file. The path is the one that its author would write. */
type Written = ReadonlyArray<readonly [path: Path, at: number]>

/** The same by line and column. */
export type Places = ReadonlyArray<readonly [path: Path, place: Place]>

/** How far constants and spreads are followed. */
const DEEPEST = 32

/**
 * Where a stack file writes what it declares: `account`, `backend.key`, `operatorRole.trust.roles[0]`. Constants of the
 * file are followed to the value; what is imported, or made by a function, is where it is used. `[]` is the stack itself.
 */
export const writtenPlaces = (program: Program): Written => {
  const found: Array<readonly [Path, number]> = []
  const constants = constantsOf(program)
  const functions = importedNames(program)
  const seen = new Set<string>()

  const valueOf = (node: Node, depth: number): Node => {
    if (node.type === 'TSAsExpression' || node.type === 'TSSatisfiesExpression' || node.type === 'TSNonNullExpression')
      return valueOf(node.expression, depth)
    const known = node.type === 'Identifier' && depth < DEEPEST ? constants.get(node.name) : undefined
    return known === undefined ? node : valueOf(known, depth + 1)
  }

  /** Notes a value at its own place where a constant holds it, and else at the place of its name. */
  const note = (path: Path, named: Node, node: Node, depth: number): void => {
    const value = valueOf(node, depth)
    const isElsewhere = value.start < node.start || value.start >= node.end
    found.push([path, isElsewhere ? value.start : named.start])
    inside(path, value, depth + 1)
  }

  const inside = (path: Path, node: Node, depth: number): void => {
    if (depth > DEEPEST) return
    if (node.type === 'ObjectExpression') ofRecord(path, node, depth)
    if (node.type === 'ArrayExpression')
      node.elements.every((item, index) => {
        if (item === null || item.type === 'SpreadElement') return false
        note([...path, index], item, item, depth)
        return true
      })
  }

  const ofRecord = (path: Path, { properties }: ObjectExpression, depth: number): void => {
    for (const one of properties)
      if (one.type === 'SpreadElement') inside(path, valueOf(one.argument, depth), depth + 1)
      else {
        const key = keyOf(one.key, one.computed)
        if (key !== undefined) note([...path, key], one.key, one.value, depth)
      }
  }

  const ofPart = (node: Node, index: number): void => {
    const call = valueOf(node, 0)
    found.push([['parts', index], call.start])
    if (call.type !== 'CallExpression') return
    const [first, second, third] = call.arguments
    const { path, options } = partOf(calledName(call, functions), first, second, third)
    if (seen.has(JSON.stringify(path))) return
    seen.add(JSON.stringify(path))
    found.push([path, call.start])
    if (options !== undefined) inside(path, valueOf(options, 0), 1)
  }

  const exported = defaultExport(program)
  const call = exported === undefined ? undefined : valueOf(exported, 0)
  if (call === undefined) return found
  found.push([[], call.start])
  if (call.type !== 'CallExpression' || calledName(call, functions) !== 'stack') return found
  const [declaration, parts] = call.arguments
  if (declaration !== undefined) inside([], valueOf(declaration, 0), 1)
  const list = parts === undefined ? undefined : valueOf(parts, 0)
  if (list?.type === 'ArrayExpression')
    list.elements.every((item, index) => {
      if (item === null || item.type === 'SpreadElement') return false
      ofPart(item, index)
      return true
    })
  return found
}

/** What a file exports as its default, or the statement that passes it on. */
const defaultExport = ({ body }: Program): Node | undefined => {
  for (const node of body) {
    if (node.type === 'ExportDefaultDeclaration') return node.declaration
    const named = node.type === 'ExportNamedDeclaration' ? node.specifiers : []
    const passed = named.find(({ exported }) => 'name' in exported && exported.name === 'default')
    if (passed !== undefined)
      return node.type === 'ExportNamedDeclaration' && node.source === null ? passed.local : node
  }
  return undefined
}

const keyOf = (key: Node, isComputed: boolean): string | undefined => {
  if (key.type === 'Literal') return String(key.value)
  return key.type === 'Identifier' && !isComputed ? key.name : undefined
}

/** What the constants of a file hold, by name: those that stand at its top level. */
const constantsOf = ({ body }: Program): ReadonlyMap<string, Node> =>
  new Map(
    body
      .map((node) => (node.type === 'ExportNamedDeclaration' ? node.declaration : node))
      .flatMap((node) => (node?.type === 'VariableDeclaration' && node.kind === 'const' ? node.declarations : []))
      .flatMap(({ id, init }) => (id.type === 'Identifier' && init !== null ? [[id.name, init] as const] : []))
  )

/** The names that a file gives to what it imports, each with the name that the other file exports. */
const importedNames = ({ body }: Program): ReadonlyMap<string, string> =>
  new Map(
    body
      .flatMap((node) => (node.type === 'ImportDeclaration' ? node.specifiers : []))
      .flatMap((one) =>
        one.type === 'ImportSpecifier' && 'name' in one.imported ? [[one.local.name, one.imported.name] as const] : []
      )
  )

/** The function that is called, by the name that the authoring surface gives it. */
const calledName = ({ callee }: CallExpression, imported: ReadonlyMap<string, string>): string => {
  if (callee.type === 'Identifier') return imported.get(callee.name) ?? ''
  return callee.type === 'MemberExpression' && !callee.computed ? callee.property.name : ''
}

const textOf = (node: Node | undefined): string =>
  node?.type === 'Literal' && typeof node.value === 'string' ? node.value : ''

/** By which path the problems of a part begin, and which argument holds its options or its body. */
const partOf = (
  name: string,
  first: Node | undefined,
  second: Node | undefined,
  third: Node | undefined
): { readonly path: Path; readonly options: Node | undefined } => {
  if (name === 'resource') return { path: ['block', textOf(first), textOf(second)], options: third }
  if (name === 'dataSource') return { path: ['block', 'data', textOf(first), textOf(second)], options: third }
  if (name !== 'block') return { path: [name], options: first }
  const labels = second?.type === 'ArrayExpression' ? second.elements.map((item) => textOf(item ?? undefined)) : []
  const isResource = textOf(first) === 'resource'
  return { path: ['block', ...(isResource ? labels.slice(0, 2) : [textOf(first), ...labels])], options: third }
}

/**
 * Where what a path leads to is written: itself, or the nearest thing around it that the file shows. `operatorRole` is a
 * field of the declaration, and what lies below it is an option of the part of that name.
 */
export const placeOfPath = (places: Places, path: Path): Place | undefined => {
  const around = places.filter(([known]) => known.length <= path.length && known.every((step, at) => step === path[at]))
  const longest = Math.max(-1, ...around.map(([known]) => known.length))
  const nearest = around.filter(([known]) => known.length === longest)
  return (path.length > 1 ? nearest.at(-1) : nearest[0])?.[1]
}
