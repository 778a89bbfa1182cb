import type { Node, Program } from 'oxc-parser'
import { namesIn } from './script.ts'

/** What a module exports: names of its own, and all but the default of what these specifiers lead to. */
export type Exports = { readonly own: ReadonlyArray<string>; readonly stars: ReadonlyArray<string> }

/** A name that a module takes from another, and where it says so. */
export type Wanted = { readonly specifier: string; readonly name: string; readonly at: number }

const nameOf = (name: Node): string => ('name' in name && typeof name.name === 'string' ? name.name : '')

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
