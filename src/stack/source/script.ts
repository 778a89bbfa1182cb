import type { ExportNamedDeclaration, ImportDeclaration, Node, Program } from 'oxc-parser'
import { type Edit, blank, edited, signAfter } from './without-types.ts'
import { leaves } from './walk.ts'

/** A module as the body of a function. */
export type Script = {
  /** Of the lines and columns of the module, but for one line in front. The function gives the record of exports. */
  readonly text: string
  /** What the function takes, by the names of its parameters: the exports of these specifiers. */
  readonly imports: ReadonlyArray<readonly [parameter: string, specifier: string]>
}

/**
 * A module of JavaScript as the body of a strict function. Imports are its parameters, and it returns the exports.
 * `starred` gives the names that `export *` takes from a specifier.
 */
export const scriptOf = (
  text: string,
  program: Program,
  starred: (specifier: string) => ReadonlyArray<string>
): Script => {
  const parameters = new Map<string, string>()
  const parameterOf = (specifier: string): string => {
    const known = parameters.get(specifier) ?? `__${parameters.size}`
    parameters.set(specifier, known)
    return known
  }
  const edits: Array<Edit> = []
  const imported: Array<string> = []
  const exported = new Map<string, string>()
  const drop = (start: number, end: number, lead = ''): void => void edits.push(blank(text, start, end, lead))

  for (const node of program.body) {
    if (node.type === 'ImportDeclaration') {
      imported.push(...importsIn(node, parameterOf(node.source.value)))
      drop(node.start, node.end, ';')
    } else if (node.type === 'ExportAllDeclaration') {
      const parameter = parameterOf(node.source.value)
      if (node.exported === null)
        for (const name of starred(node.source.value)) exported.set(name, exported.get(name) ?? member(parameter, name))
      else exported.set(nameOf(node.exported), parameter)
      drop(node.start, node.end, ';')
    } else if (node.type === 'ExportDefaultDeclaration') {
      const isNamed = node.declaration.type === 'FunctionDeclaration' && node.declaration.id !== null
      const name = isNamed && 'id' in node.declaration ? (node.declaration.id?.name ?? '') : '__d'
      exported.set('default', name)
      drop(node.start, signAfter(text, node.start + 'export'.length) + 'default'.length, isNamed ? '' : 'const __d=')
      if (!isNamed) edits.push({ start: node.end, end: node.end, text: ';' })
    } else if (node.type === 'ExportNamedDeclaration') {
      const from = node.source === null ? undefined : parameterOf(node.source.value)
      for (const [name, value] of exportsIn(node, from)) exported.set(name, value)
      if (node.declaration === null) drop(node.start, node.end, ';')
      else drop(node.start, node.declaration.start)
    }
  }
  const record = [...exported].map(([name, value]) => `${JSON.stringify(name)}:${value}`).join(',')
  return {
    text: `'use strict';${imported.join('')}\n${edited(text, edits)}\n;return {__proto__:null,${record}}`,
    imports: [...parameters].map(([specifier, parameter]) => [parameter, specifier])
  }
}

const member = (parameter: string, name: string): string => `${parameter}[${JSON.stringify(name)}]`

const nameOf = (name: Node): string => ('name' in name && typeof name.name === 'string' ? name.name : '')

const importsIn = ({ specifiers }: ImportDeclaration, parameter: string): ReadonlyArray<string> =>
  specifiers.map((one) => {
    if (one.type === 'ImportNamespaceSpecifier') return `const ${one.local.name}=${parameter};`
    const name = one.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(one.imported)
    return `const ${one.local.name}=${member(parameter, name)};`
  })

const exportsIn = (
  { declaration, specifiers }: ExportNamedDeclaration,
  from: string | undefined
): ReadonlyArray<readonly [name: string, value: string]> =>
  declaration === null
    ? specifiers.map(({ local, exported }) => [
        nameOf(exported),
        from === undefined ? nameOf(local) : member(from, nameOf(local))
      ])
    : namesIn(declaration).map((name) => [name, name])

/** The names that an exported declaration declares. */
const namesIn = (declaration: Node): ReadonlyArray<string> => {
  if (declaration.type === 'VariableDeclaration')
    return declaration.declarations
      .flatMap(({ id }) => leaves(id))
      .flatMap((leaf) => (leaf.type === 'Identifier' ? [leaf.name] : []))
  return declaration.type === 'FunctionDeclaration' && declaration.id !== null ? [declaration.id.name] : []
}

/** What a module exports: names of its own, and all but the default of what these specifiers lead to. */
export type Exports = { readonly own: ReadonlyArray<string>; readonly stars: ReadonlyArray<string> }

/** A name that a module takes from another, and where it says so. */
export type Wanted = { readonly specifier: string; readonly name: string; readonly at: number }

/** The exports of a module of JavaScript. */
export const exportsOf = ({ body }: Program): Exports => ({
  own: body.flatMap((node) => {
    if (node.type === 'ExportDefaultDeclaration') return ['default']
    if (node.type === 'ExportAllDeclaration') return node.exported === null ? [] : [nameOf(node.exported)]
    if (node.type !== 'ExportNamedDeclaration') return []
    return node.declaration === null
      ? node.specifiers.map(({ exported }) => nameOf(exported))
      : namesIn(node.declaration)
  }),
  stars: body.flatMap((node) =>
    node.type === 'ExportAllDeclaration' && node.exported === null ? [node.source.value] : []
  )
})

/** Every name that a module of JavaScript takes from another one. */
export const wantedNames = ({ body }: Program): ReadonlyArray<Wanted> =>
  body.flatMap((node): ReadonlyArray<Wanted> => {
    if (node.type === 'ImportDeclaration')
      return node.specifiers.flatMap((one) => {
        if (one.type === 'ImportNamespaceSpecifier') return []
        const name = one.type === 'ImportDefaultSpecifier' ? 'default' : nameOf(one.imported)
        return [{ specifier: node.source.value, name, at: one.start }]
      })
    if (node.type !== 'ExportNamedDeclaration' || node.source === null) return []
    const specifier = node.source.value
    return node.specifiers.map(({ local, start }) => ({ specifier, name: nameOf(local), at: start }))
  })
