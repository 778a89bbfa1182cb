import type { Node } from 'oxc-parser'
import { nearest } from '../../diagnostics/nearest.ts'
import type { Refusal } from './parsed-source.ts'
import { type Spot, bindings } from './walk.ts'

/** A file that a source file imports when it runs, as written (`./shared/tags.ts`), and where it says so. */
export type Import = { readonly specifier: string; readonly at: number; readonly isRelative: boolean }

type Importing = Extract<Node, { type: 'ImportDeclaration' | 'ExportNamedDeclaration' | 'ExportAllDeclaration' }>

const importing = ({ node }: Spot): ReadonlyArray<Importing> =>
  node.type === 'ImportDeclaration' || node.type === 'ExportNamedDeclaration' || node.type === 'ExportAllDeclaration'
    ? [node]
    : []

const isTypeOnly = (node: Importing): boolean =>
  (node.type === 'ImportDeclaration' ? node.importKind : node.exportKind) === 'type'

const isRelative = (specifier: string): boolean => specifier.startsWith('./') || specifier.startsWith('../')

/** What the file imports when it runs. */
export const runImports = (spots: ReadonlyArray<Spot>): ReadonlyArray<Import> =>
  spots
    .flatMap(importing)
    .filter((node) => !isTypeOnly(node))
    .flatMap(({ source }) =>
      source === null ? [] : [{ specifier: source.value, at: source.start, isRelative: isRelative(source.value) }]
    )

/** Imports of anything but the authoring surface and other files, types included; and imports with conditions. */
export const refusedImports =
  (surface: ReadonlyArray<string>) =>
  (spot: Spot): ReadonlyArray<Refusal> =>
    importing(spot).flatMap((node) => {
      if (node.source === null) return []
      const expected = `${surface.join(', ')}, or a file in stacks/ such as ./shared/tags.ts`
      const conditions =
        node.attributes.length > 0 || (node.type === 'ImportDeclaration' && node.phase !== null)
          ? [
              {
                at: node.start,
                expected: 'a plain import',
                actual: 'an import with attributes or a phase',
                remedy: 'Write `import { … } from`.'
              }
            ]
          : []
      const fault = faultOf(node.source.value, surface)
      return fault === undefined
        ? conditions
        : [
            ...conditions,
            {
              at: node.source.start,
              expected,
              actual: `an import of '${node.source.value}'${fault}`,
              remedy: remedyOf(node, node.source.value, surface)
            }
          ]
    })

const lastPart = (specifier: string): string => specifier.slice(specifier.lastIndexOf('/') + 1)

const packageOf = (specifier: string): string => specifier.slice(0, specifier.length - lastPart(specifier).length)

/** The names that a node imports. The surface names a module nearly so: `lockTable` is of `lock-table`. */
const modulesNamed = (node: Importing): ReadonlyArray<string> =>
  node.type === 'ImportDeclaration'
    ? node.specifiers.flatMap((one) =>
        one.type === 'ImportSpecifier' && one.imported.type === 'Identifier' ? [one.imported.name] : []
      )
    : []

/** The module of the surface that was meant. It is told by the whole name, by its last part, or by what is imported. */
const meantModule = (node: Importing, specifier: string, surface: ReadonlyArray<string>): string | undefined => {
  const whole = nearest(specifier, surface)
  if (whole !== undefined || isRelative(specifier)) return whole
  const ends = surface.map(lastPart)
  const named = [lastPart(specifier).replace(/\.[jt]s$/, ''), ...modulesNamed(node)]
  const end = named.map((name) => (ends.includes(name) ? name : nearest(name, ends))).find((one) => one !== undefined)
  return surface.find((module) => end !== undefined && lastPart(module) === end)
}

const remedyOf = (node: Importing, specifier: string, surface: ReadonlyArray<string>): string => {
  const meant = meantModule(node, specifier, surface)
  const [here, there] = [packageOf(specifier), packageOf(meant ?? '')]
  if (meant === `${there}${lastPart(specifier)}` && here !== '') return `Write ${there} for ${here} in the import.`
  return meant === undefined
    ? 'Import from the authoring surface or from a file in stacks/, or write the value itself.'
    : `Write '${meant}' for '${specifier}'.`
}

const faultOf = (specifier: string, surface: ReadonlyArray<string>): string | undefined => {
  if (surface.includes(specifier)) return undefined
  if (!isRelative(specifier)) return ''
  if (!specifier.endsWith('.ts')) return ', which does not end in .ts'
  return /[%?#\\\p{Cc}]|\/\//u.test(specifier) ? ', which is not a plain path' : undefined
}

/** Names by which JavaScript, Node or a bundler acts on its own, with any value under them. */
const acted = 'then catch finally toJSON toString valueOf constructor prototype'.split(' ')

/** Exports under a name by which something would act, and names in quotes, here or in an import. */
export const refusedExports = (spot: Spot): ReadonlyArray<Refusal> =>
  named(spot).flatMap((name) => {
    const text = 'name' in name ? name.name : undefined
    if (text !== undefined && !acted.includes(text) && !text.startsWith('__')) return []
    return [
      {
        at: name.start,
        expected: '`export default`, and other exports under plain names',
        actual: text === undefined ? 'a name in quotes' : `the name \`${text}\`, by which JavaScript acts on a module`,
        remedy: 'Give it a plain name of its own.'
      }
    ]
  })

type Name = Extract<Node, { type: 'Identifier' | 'Literal' }> | { readonly name: string; readonly start: number }

const named = (spot: Spot): ReadonlyArray<Name> => {
  const { node, parent } = spot
  if (node.type === 'ImportDeclaration')
    return node.importKind === 'type'
      ? []
      : node.specifiers.flatMap((one) =>
          one.type === 'ImportSpecifier' && one.imported.type === 'Literal' ? [one.imported] : []
        )
  if (node.type === 'ExportAllDeclaration') return node.exported === null ? [] : [node.exported]
  if (node.type === 'ExportNamedDeclaration')
    return node.exportKind === 'type'
      ? []
      : node.specifiers
          .filter(({ exportKind }) => exportKind !== 'type')
          .flatMap(({ local, exported }) =>
            node.source !== null && local.type === 'Literal' ? [local, exported] : [exported]
          )
  const around = node.type === 'VariableDeclarator' ? parent?.parent?.node : parent?.node
  return around?.type === 'ExportNamedDeclaration'
    ? bindings(spot)
        .filter(({ scope }) => scope === spot.scope)
        .map(({ name, at }) => ({ name, start: at }))
    : []
}
