import type { Node } from 'oxc-parser'
import { bindings } from './bindings.ts'
import type { Refusal } from './refusal.ts'
import type { Spot } from './walk.ts'

/** Names by which JavaScript, Node or a bundler acts on its own, whatever stands under them. */
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
