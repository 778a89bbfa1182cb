import { type Pattern, awaited, firstPlaces, isEnd, matches, nextPlaces } from './pattern.ts'

/** Texts that stand for all texts, and whether every combination of the patterns was looked for. */
export type Samples = { readonly texts: ReadonlyArray<string>; readonly isComplete: boolean }

/** How many states are looked at before it is said that the patterns are too many to decide. */
const mostStates = 30_000

/** A deterministic automaton that is built as far as it is walked. `of` says what is known of a state. */
type Automaton<Known> = {
  readonly start: number
  readonly next: (state: number, character: string) => number
  readonly of: (state: number) => Known
}

/** The automaton of some states: what tells them apart, what is known of one, and what comes after it. */
const automaton = <State, Known>(
  first: State,
  keyOf: (state: State) => string,
  knownOf: (state: State) => Known,
  after: (state: State, character: string) => State
): Automaton<Known> => {
  const numbers = new Map<string, number>()
  const states: Array<{ readonly state: State; readonly known: Known; readonly next: Map<string, number> }> = []
  const numbered = (state: State): number => {
    const key = keyOf(state)
    const found = numbers.get(key)
    if (found !== undefined) return found
    numbers.set(key, states.length)
    return states.push({ state, known: knownOf(state), next: new Map() }) - 1
  }
  const start = numbered(first)
  const at = (index: number) =>
    states[index] ?? { state: first, known: knownOf(first), next: new Map<string, number>() }
  const next = (index: number, character: string): number => {
    const { state, next: known } = at(index)
    const found = known.get(character) ?? numbered(after(state, character))
    known.set(character, found)
    return found
  }
  return { start, next, of: (index) => at(index).known }
}

type OfOne = { readonly isEnd: boolean; readonly isAlive: boolean; readonly awaited: ReadonlyArray<string> }

const ofPattern = (pattern: Pattern): Automaton<OfOne> =>
  automaton(
    firstPlaces(pattern),
    (places) => places.join(),
    (places) => ({ isEnd: isEnd(pattern, places), isAlive: places.length > 0, awaited: awaited(pattern, places) }),
    (places, character) => nextPlaces(pattern, places, character)
  )

type OfAll = {
  /** Which patterns a text may end in here. */
  readonly bits: string
  /** Whether a text of the domain may end here, and whether one may still come. */
  readonly isIn: boolean
  readonly isAlive: boolean
  readonly awaited: ReadonlySet<string>
}

/** All patterns at once; the first ones are the domain. */
const ofPatterns = (patterns: ReadonlyArray<Pattern>, domains: number): Automaton<OfAll> => {
  const machines = patterns.map(ofPattern)
  return automaton(
    machines.map(({ start }) => start),
    (at) => at.join(),
    (at) => {
      const each = machines.map(({ of }, position) => of(at[position] ?? 0))
      const domain = each.slice(0, domains)
      return {
        bits: each.map((one) => Number(one.isEnd)).join(''),
        isIn: domain.some((one) => one.isEnd),
        isAlive: domain.some((one) => one.isAlive),
        awaited: new Set(each.flatMap((one) => one.awaited))
      }
    },
    (at, character) => machines.map(({ next }, position) => next(at[position] ?? 0, character))
  )
}

/** Every beginning of some texts, the whole ones included, and which characters go on from it. */
const beginnings = (texts: ReadonlyArray<string>): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>()
  for (const text of texts)
    for (let at = 0; at <= text.length; at += 1) {
      const begun = text.slice(0, at)
      const after = found.get(begun) ?? new Set()
      found.set(begun, at < text.length ? after.add(text.charAt(at)) : after)
    }
  return found
}

/**
 * The shortest text for each combination of patterns that a text of the domain can be in and out of. Each literal
 * stands for itself; the rest is a search through the automaton of all patterns, breadth first. A text that begins one of
 * the literals is a state of its own; all others are alike.
 */
export const samples = (patterns: ReadonlyArray<Pattern>, domain: ReadonlyArray<Pattern>): Samples => {
  const all = [...new Map([...domain, ...patterns].map((one) => [one.id, one])).values()]
  const exact = new Set(all.filter(({ isLiteral }) => isLiteral).map(({ text }) => text))
  const begun = beginnings([...exact])
  const { start, next, of } = ofPatterns(
    all.filter(({ isLiteral }) => !isLiteral),
    domain.filter(({ isLiteral }) => !isLiteral).length
  )
  const found = new Map<string, string>()
  const first = { text: '', at: start }
  const queue = [first]
  const seen = new Set<string | number>()
  for (let index = 0; index < queue.length && queue.length < mostStates; index += 1) {
    const { text, at } = queue[index] ?? first
    const { bits, isIn, awaited: live } = of(at)
    if (isIn && !exact.has(text) && !found.has(bits)) found.set(bits, text)
    for (const character of characters(live, begun.get(text))) {
      const made = { text: text + character, at: next(at, character) }
      const key = begun.has(made.text) ? made.text : made.at
      if (seen.has(key) || !of(made.at).isAlive) continue
      seen.add(key)
      queue.push(made)
    }
  }
  const isOfDomain = (text: string): boolean => domain.some((one) => matches(one, text))
  return { texts: [...[...exact].filter(isOfDomain), ...found.values()], isComplete: queue.length < mostStates }
}

const letters = 'xyzwvutsrqponmlkjihgfedcbaXYZW-_/.+=@,'.split('')
const digits = '9876543210'.split('')

/** What is awaited by name, and one letter and one digit for all others, which are alike. */
const characters = (...awaited: ReadonlyArray<ReadonlySet<string> | undefined>): ReadonlyArray<string> => {
  const live = new Set(awaited.flatMap((one) => [...(one ?? [])]))
  const others = [letters, digits].flatMap((list) => list.find((character) => !live.has(character)) ?? [])
  return [...others, ...live]
}
