import type { Node } from 'oxc-parser'
import type { Binding } from './bindings.ts'
import type { Refusal } from './refusal.ts'
import type { Spot } from './walk.ts'

type Keyed = { readonly at: number; readonly key: string | undefined }

/** Keys that stand twice in a record or a pattern, and keys that could: of two, the last would be taken in silence. */
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
              'a key that only running tells, beside others',
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
