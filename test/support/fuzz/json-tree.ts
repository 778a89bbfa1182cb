/** JSON as it is written: keys in their order and as often as they stand there, scalars by their text. */
export type Tree =
  | { readonly kind: 'object'; readonly entries: Array<[key: string, value: Tree]> }
  | { readonly kind: 'list'; readonly items: Array<Tree> }
  | { readonly kind: 'scalar'; readonly text: string }

export const scalar = (text: string): Tree => ({ kind: 'scalar', text })

export const treeOf = (value: unknown): Tree => {
  if (Array.isArray(value)) return { kind: 'list', items: value.map(treeOf) }
  if (typeof value !== 'object' || value === null) return scalar(JSON.stringify(value))
  return { kind: 'object', entries: Object.entries(value).map(([key, inner]) => [JSON.stringify(key), treeOf(inner)]) }
}

export const textOf = (tree: Tree): string => {
  switch (tree.kind) {
    case 'object':
      return `{${tree.entries.map(([key, value]) => `${key}:${textOf(value)}`).join(',')}}`
    case 'list':
      return `[${tree.items.map(textOf).join(',')}]`
    case 'scalar':
      return tree.text
    default:
      return tree satisfies never
  }
}

/** A place in a tree: what holds it, and at which position. */
export type Slot = { readonly holder: Exclude<Tree, { kind: 'scalar' }>; readonly at: number }

/** Every place below a tree, itself left out. */
export const slotsOf = (tree: Tree): ReadonlyArray<Slot> => {
  if (tree.kind === 'scalar') return []
  const inner = tree.kind === 'list' ? tree.items : tree.entries.map(([, value]) => value)
  return inner.flatMap((value, at) => [{ holder: tree, at }, ...slotsOf(value)])
}

export const valueAt = ({ holder, at }: Slot): Tree =>
  (holder.kind === 'list' ? holder.items[at] : holder.entries[at]?.[1]) ?? scalar('null')

export const put = ({ holder, at }: Slot, value: Tree): void => {
  if (holder.kind === 'list') holder.items[at] = value
  else holder.entries[at] = [holder.entries[at]?.[0] ?? '"x"', value]
}

/** As encoding/json matches the key of a text with the name of a field: without case, K and s in all their forms. */
const folded = (key: string): string => key.toUpperCase().toLowerCase()

/** What Go reads of one field of a struct: the last key that matches it in any case. Source: Go, encoding/json, Unmarshal. */
export const field = (tree: Tree | undefined, name: string): Tree | undefined =>
  tree?.kind === 'object'
    ? tree.entries.findLast(([key]) => folded(JSON.parse(key) as string) === folded(name))?.[1]
    : undefined
