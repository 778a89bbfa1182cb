import type { Node, Program } from 'oxc-parser'

/** Fields that say where something stands, and not what it is. */
const places: ReadonlySet<string> = new Set(['start', 'end', 'raw', 'hashbang'])

/** Where a program of JavaScript first differs in meaning from one of TypeScript; `undefined` where both mean the same. */
export const differenceIn = (typed: Program, plain: Program): number | undefined => different(typed, plain, typed.start)

/** Compares the fields of the second, which has those that say something when it runs. */
const different = (typed: unknown, plain: unknown, at: number): number | undefined => {
  if (Array.isArray(typed) && Array.isArray(plain)) {
    const [some, others] = [typed.filter(runs), plain.filter(runs)]
    if (some.length !== others.length) return at
    for (const [index, item] of some.entries()) {
      const found = different(item, others[index], at)
      if (found !== undefined) return found
    }
    return undefined
  }
  if (!isRecord(typed) || !isRecord(plain)) return Object.is(typed, plain) ? undefined : at
  const inner = unwrapped(typed)
  const start = typeof inner['start'] === 'number' ? inner['start'] : at
  for (const key of Object.keys(plain)) {
    if (places.has(key)) continue
    const found = different(inner[key] ?? null, plain[key] ?? null, start)
    if (found !== undefined) return found
  }
  return undefined
}

type Fields = Readonly<Record<string, unknown>>

const isRecord = (value: unknown): value is Fields => typeof value === 'object' && value !== null

const wrappers: ReadonlySet<unknown> = new Set<Node['type']>([
  'TSAsExpression',
  'TSSatisfiesExpression',
  'TSNonNullExpression'
])

const unwrapped = (node: Fields): Fields =>
  wrappers.has(node['type']) && isRecord(node['expression']) ? unwrapped(node['expression']) : node

const silent: ReadonlySet<unknown> = new Set<Node['type']>([
  'EmptyStatement',
  'TSInterfaceDeclaration',
  'TSTypeAliasDeclaration',
  'TSDeclareFunction'
])

/** Whether an item of a list says something when it runs; types, the parameter `this` and lone `;` do not. */
const runs = (item: unknown): boolean =>
  !isRecord(item) ||
  !(
    silent.has(item['type']) ||
    (isRecord(item['declaration']) && silent.has(item['declaration']['type'])) ||
    item['importKind'] === 'type' ||
    item['exportKind'] === 'type' ||
    (item['type'] === 'Identifier' && item['name'] === 'this')
  )
