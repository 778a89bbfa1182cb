import type { Binding } from './bindings.ts'
import { globalNames, pureMembers, pureNames, pureValues, reachOf } from './language-names.ts'
import type { Refusal } from './refusal.ts'
import type { Spot } from './walk.ts'

const expected = 'a name that this file declares or imports, or that means the same everywhere'
const remedy = `Write the value itself. Of JavaScript's own names a stack may use ${pureNames.join(', ')}.`

/** Names that nothing in the file declares, but for those that mean the same everywhere. */
export const refusedNames =
  (declared: ReadonlySet<string>) =>
  (spot: Spot): ReadonlyArray<Refusal> => {
    const { node } = spot
    if (node.type !== 'Identifier' || declared.has(node.name) || isPure(node.name, spot)) return []
    return [{ at: node.start, expected, actual: described(node.name), remedy }]
  }

const isPure = (name: string, { node, parent }: Spot): boolean => {
  if (pureValues.includes(name)) return true
  const around = parent?.node
  if (name === 'Error') {
    const isCalled = (around?.type === 'NewExpression' || around?.type === 'CallExpression') && around.callee === node
    return isCalled && parent?.parent?.node.type === 'ThrowStatement'
  }
  if (around?.type !== 'MemberExpression' || around.computed) return false
  return pureMembers.get(name)?.includes(around.property.name) ?? false
}

const described = (name: string): string => {
  const reach = reachOf(name)
  if (reach !== undefined) return `\`${name}\`, which reaches ${reach}`
  return globalNames.has(name)
    ? `\`${name}\`, a name of JavaScript or Node that a stack may not use here`
    : `\`${name}\`, which nothing in this file declares`
}

/** Declared names that are JavaScript's or Node's own already, or begin like those of the host. */
export const refusedBinding = ({ name, at }: Binding): ReadonlyArray<Refusal> =>
  globalNames.has(name) || name.startsWith('__')
    ? [
        {
          at,
          expected: 'names that are not JavaScript’s or Node’s own, and do not begin with __',
          actual: `a declaration of \`${name}\``,
          remedy: 'Give it another name; as a key or a member of an object the name is fine.'
        }
      ]
    : []
