/** Numbers from 0 to below 1, always the same for one seed. Source: mulberry32, of Tommy Ettinger, in the public domain. */
const numbers = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/** The items in an order that only the seed decides, one of each kind in turn as long as there are some. */
export const drawn = <A extends { readonly kind: string }>(items: ReadonlyArray<A>, seed: number): ReadonlyArray<A> => {
  const next = numbers(seed)
  const piles = new Map<string, Array<A>>()
  for (const item of items) piles.set(item.kind, [...(piles.get(item.kind) ?? []), item])
  const order: Array<A> = []
  while (piles.size > 0)
    for (const [kind, pile] of [...piles].toSorted(([a], [b]) => (a < b ? -1 : 1))) {
      const [one] = pile.splice(Math.floor(next() * pile.length), 1)
      if (one !== undefined) order.push(one)
      if (pile.length === 0) piles.delete(kind)
    }
  return order
}
