import { type Slot, type Tree, put, scalar, slotsOf, textOf, valueAt } from './json-tree.ts'

/** A source of numbers below 1, the same for the same seed. Source: mulberry32, public domain. */
const random = (seed: number): (() => number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

type Pick = <A>(list: ReadonlyArray<A>) => A
type Mutation = (slot: Slot, pick: Pick, all: ReadonlyArray<Slot>) => void

const scalars = [
  'null',
  'true',
  'false',
  '0',
  '1',
  '-1',
  '-0',
  '4.0',
  '1e3',
  '1e400',
  '9007199254740993',
  '18446744073709551616',
  '""',
  '"x"',
  '"\\u0000\\u001b[2J"',
  '"\\ud800"',
  '"\uFFFD"',
  '"line\nbreak"',
  '[]',
  '{}',
  'NaN'
]

const cases: ReadonlyArray<(key: string) => string> = [
  (key) => key.toUpperCase(),
  (key) => key.slice(0, 1) + key.slice(1, 2).toUpperCase() + key.slice(2),
  (key) => key.replace(/s/, '\u017F'),
  (key) => key.replace(/k/, '\u212A'),
  (key) => key.replace(/[a-z](?=[^a-z]*"$)/, (letter) => letter.toUpperCase())
]

const keyAt = ({ holder, at }: Slot): string => (holder.kind === 'object' ? (holder.entries[at]?.[0] ?? '""') : '""')

const insert = ({ holder, at }: Slot, key: string, value: Tree, where: 'before' | 'after'): void => {
  const position = where === 'before' ? at : at + 1
  if (holder.kind === 'list') holder.items.splice(position, 0, value)
  else holder.entries.splice(position, 0, [key, value])
}

const copyAt = (slot: Slot): Tree => structuredClone(valueAt(slot))

const list = (slot: Slot): Array<unknown> => (slot.holder.kind === 'list' ? slot.holder.items : slot.holder.entries)

const nested = (levels: number, inner: string): Tree => scalar(`${'['.repeat(levels)}${inner}${']'.repeat(levels)}`)

/** What is done to one place of a valid text. */
const mutations: Readonly<Record<string, Mutation>> = {
  duplicate: (slot, pick) => insert(slot, keyAt(slot), copyAt(slot), pick(['before', 'after'])),
  'duplicate with another value': (slot, pick, all) =>
    insert(slot, keyAt(slot), copyAt(pick(all)), pick(['before', 'after'])),
  'duplicate with a scalar': (slot, pick) =>
    insert(slot, keyAt(slot), scalar(pick(scalars)), pick(['before', 'after'])),
  'duplicate in another case': (slot, pick, all) =>
    insert(
      slot,
      pick(cases)(keyAt(slot)),
      pick([copyAt(slot), copyAt(pick(all)), scalar('[]')]),
      pick(['before', 'after'])
    ),
  'another case': (slot, pick) => {
    if (slot.holder.kind === 'object') slot.holder.entries[slot.at] = [pick(cases)(keyAt(slot)), valueAt(slot)]
  },
  'another key': (slot, pick, all) => {
    if (slot.holder.kind === 'object') slot.holder.entries[slot.at] = [keyAt(pick(all)), valueAt(slot)]
  },
  'one more key': (slot, pick, all) =>
    insert(slot, pick(['"more"', '"__proto__"', keyAt(pick(all))]), copyAt(pick(all)), 'after'),
  remove: (slot) => {
    list(slot).splice(slot.at, 1)
  },
  move: (slot, pick, all) => {
    const [value, key, target] = [copyAt(slot), keyAt(slot), pick(all)]
    list(slot).splice(slot.at, 1)
    insert(target, key, value, 'after')
  },
  'another scalar': (slot, pick) => put(slot, scalar(pick(scalars))),
  'another value': (slot, pick, all) => put(slot, copyAt(pick(all))),
  'in a list': (slot) => put(slot, { kind: 'list', items: [valueAt(slot)] }),
  'in an object': (slot) => put(slot, { kind: 'object', entries: [['"value"', valueAt(slot)]] }),
  deep: (slot, pick) => put(slot, nested(pick([50, 99, 101, 5_000]), pick(['', '1']))),
  'another text': (slot, pick) => {
    const value = valueAt(slot)
    if (value.kind === 'scalar' && value.text.startsWith('"'))
      put(slot, scalar(`"${pick(['x', '\\u0000', '${', ' ', '\\/'])}${value.text.slice(1)}`))
  }
}

const around: ReadonlyArray<(text: string) => string> = [
  (text) => `\uFEFF${text}`,
  (text) => `${text}${text}`,
  (text) => `${text}\0`,
  (text) => text.slice(0, -1),
  (text) => text.slice(1),
  (text) => `[${text}]`,
  (text) => text.replace(':', ': /* x */')
]

/** A valid text with one to three things about it changed, and its tree; no tree where it was broken as a text. */
export type Mutated = { readonly text: string; readonly tree: Tree | undefined; readonly how: string }

/** `count` mutations of a valid value, the same for the same seed. */
export const mutated = function* (make: () => Tree, count: number, seed: number): Generator<Mutated> {
  const next = random(seed)
  const pick: Pick = (from) => {
    const found = from[Math.floor(next() * from.length)]
    if (found === undefined) throw new Error('there is nothing to pick from')
    return found
  }
  const names = Object.keys(mutations)
  for (let made = 0; made < count; made++) {
    const tree = make()
    const how: Array<string> = []
    for (let times = pick([1, 1, 1, 2, 3]); times > 0; times--) {
      const all = slotsOf(tree)
      if (all.length === 0) break
      const name = pick(names)
      mutations[name]?.(pick(all), pick, all)
      how.push(name)
    }
    const broken = next() < 0.03 ? pick(around) : undefined
    yield {
      text: broken === undefined ? textOf(tree) : broken(textOf(tree)),
      tree: broken === undefined ? tree : undefined,
      how: `${made}: ${how.join(', ')}${broken === undefined ? '' : ', broken'}`
    }
  }
}
