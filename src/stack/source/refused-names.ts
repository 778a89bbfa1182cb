import { nearest } from '../../diagnostics/nearest.ts'
import type { Binding, Spot } from './walk.ts'
import { globalNames, pureMembers, pureNames, pureValues, reachOf } from './language-names.ts'
import type { Refusal } from './parsed-source.ts'
import type { Node } from 'oxc-parser'

const expected = 'a name that this file declares or imports, or that means the same everywhere'
const remedy = `Write the value itself. Of JavaScript's own names a stack may use ${pureNames.join(', ')}.`

/** A name as it is written, with the member where it is one of JavaScript's own whose members are listed. */
const whole = (name: string, { node, parent }: Spot): string => {
  const around = parent?.node
  return pureMembers.has(name) && around?.type === 'MemberExpression' && !around.computed && around.object === node
    ? `${name}.${around.property.name}`
    : name
}

/**
 * The name that a misspelt one was most likely meant to be: of the file, or of JavaScript. A name that JavaScript knows is
 * no slip, unless its member is one.
 */
const meantBy = (name: string, spot: Spot, declared: ReadonlySet<string>): string | undefined => {
  const written = whole(name, spot)
  if (written !== name) return nearest(written, pureNames)
  return globalNames.has(name) ? undefined : nearest(name, [...declared, ...pureValues])
}

/** Names that nothing in the file declares, but for those that mean the same everywhere. */
export const refusedNames =
  (declared: ReadonlySet<string>) =>
  (spot: Spot): ReadonlyArray<Refusal> => {
    const { node } = spot
    if (node.type !== 'Identifier' || declared.has(node.name) || isPure(node.name, spot)) return []
    const meant = meantBy(node.name, spot, declared)
    const actual = described(node.name)
    return meant === undefined
      ? [{ at: node.start, expected, actual, remedy }]
      : [{ at: node.start, expected: `\`${meant}\``, actual, remedy: `Write ${meant} for ${whole(node.name, spot)}.` }]
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

type Keyed = { readonly at: number; readonly key: string | undefined }

/** Keys that stand twice in a record or a pattern, and keys that could. Of two, the last would be taken in silence. */
export const refusedKeys = ({ node }: Spot): ReadonlyArray<Refusal> => {
  if (node.type !== 'ObjectExpression' && node.type !== 'ObjectPattern') return []
  const keys = node.properties.flatMap((one): ReadonlyArray<Keyed> =>
    one.type === 'Property' ? [{ at: one.key.start, key: keyOf(one.key, one.computed) }] : []
  )
  if (keys.length < 2) return []
  const seen = new Set<string>()
  return keys.flatMap(({ at, key }) => {
    if (key === undefined)
      return node.type === 'ObjectPattern'
        ? []
        : [
            refusal(
              at,
              'a key that is known only at run time, beside others',
              'Give it an object of its own: ...{ [key]: value }.'
            )
          ]
    if (seen.has(key)) return [refusal(at, `the key \`${key}\` for the second time`, 'Remove one of the two.')]
    seen.add(key)
    return []
  })
}

const refusal = (at: number, actual: string, remedy: string): Refusal => ({
  at,
  expected: 'each key and each name once',
  actual,
  remedy
})

const keyOf = (key: Node, isComputed: boolean): string | undefined => {
  if (key.type === 'Identifier' && !isComputed) return key.name
  if (key.type === 'Literal') return String(key.value)
  return key.type === 'TemplateLiteral' && key.expressions.length === 0
    ? (key.quasis[0]?.value.cooked ?? undefined)
    : undefined
}

/** Functions and `var` that take a name which the same function has already; the parser refuses the other kinds. */
export const refusedNamesakes = (bound: ReadonlyArray<Binding>): ReadonlyArray<Refusal> => {
  const seen = new Map<Binding['scope'], Set<string>>()
  return bound
    .toSorted((a, b) => a.at - b.at)
    .flatMap(({ name, at, scope, isLate }) => {
      const names = seen.get(scope) ?? new Set()
      const isTaken = names.has(name)
      seen.set(scope, names.add(name))
      return isTaken && isLate
        ? [refusal(at, `a second \`${name}\``, 'Give it another name, or remove one of the two.')]
        : []
    })
}
