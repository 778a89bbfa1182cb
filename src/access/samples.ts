import { type Pattern, type Places, awaited, firstPlaces, isEnd, matches, nextPlaces } from './pattern.ts'

/** Texts that stand for all texts, and whether every combination of the patterns was looked for. */
export type Samples = { readonly texts: ReadonlyArray<string>; readonly isComplete: boolean }

/** How many states are looked at before it is said that the patterns are too many to decide. */
const mostStates = 30_000

type Automaton = {
  readonly start: number
  readonly next: (state: number, character: string) => number
  readonly places: (state: number) => Places
}

/** A pattern as a deterministic automaton that is built as far as it is walked. */
const automaton = (pattern: Pattern): Automaton => {
  const numbers = new Map<string, number>()
  const known: Array<Places> = []
  const steps: Array<Map<string, number>> = []
  const numbered = (places: Places): number => {
    const key = places.join()
    const number = numbers.get(key) ?? known.length
    if (number === known.length) {
      numbers.set(key, number)
      known.push(places)
      steps.push(new Map())
    }
    return number
  }
  const places = (state: number): Places => known[state] ?? []
  const next = (state: number, character: string): number => {
    const found = steps[state]?.get(character)
    if (found !== undefined) return found
    const made = numbered(nextPlaces(pattern, places(state), character))
    steps[state]?.set(character, made)
    return made
  }
  return { start: numbered(firstPlaces(pattern)), next, places }
}

type State = { readonly text: string; readonly at: ReadonlyArray<number> }

const letters = 'xyzwvutsrqponmlkjihgfedcbaXYZW-_/.+=@,'.split('')
const digits = '9876543210'.split('')

/**
 * The shortest text for each combination of patterns that a text of the domain can be in and out of. Each literal
 * stands for itself; the rest is a search through the product of the patterns' automata, breadth first. Characters that
 * no pattern waits for are all alike, so one letter and one digit stand for them.
 */
export const samples = (patterns: ReadonlyArray<Pattern>, domain: ReadonlyArray<Pattern>): Samples => {
  const isIn = (text: string): boolean => domain.some((one) => matches(one, text))
  const distinct = [...new Map(patterns.map((one) => [one.id, one])).values()]
  const exact = [...new Set([...domain, ...distinct].filter(({ isLiteral }) => isLiteral).map(({ text }) => text))]
  const wild = [...domain, ...distinct].filter(({ isLiteral }) => !isLiteral)
  const machines = wild.map(automaton)
  const domains = domain.filter(({ isLiteral }) => !isLiteral).length
  const found = new Map<string, string>()
  const begun: State = { text: '', at: machines.map(({ start }) => start) }
  const queue = [begun]
  const seen = new Set([stateKey(begun, exact)])
  for (let index = 0; index < queue.length && queue.length < mostStates; index += 1) {
    const state = queue[index] ?? begun
    const ends = wild.map((one, position) => isEnd(one, placesAt(machines, state, position)))
    const bits = ends.map(Number).join('')
    if (ends.slice(0, domains).includes(true) && !exact.includes(state.text) && !found.has(bits))
      found.set(bits, state.text)
    for (const character of characters(wild, machines, state, exact)) {
      const at = machines.map(({ next }, position) => next(state.at[position] ?? 0, character))
      const made: State = { text: state.text + character, at }
      const isAlive = made.at.slice(0, domains).some((_, position) => placesAt(machines, made, position).length > 0)
      const key = stateKey(made, exact)
      if (!isAlive || seen.has(key)) continue
      seen.add(key)
      queue.push(made)
    }
  }
  return {
    texts: [...exact.filter(isIn), ...found.values()],
    isComplete: queue.length < mostStates
  }
}

const placesAt = (machines: ReadonlyArray<Automaton>, { at }: State, position: number): Places =>
  machines[position]?.places(at[position] ?? 0) ?? []

/** A text that begins one of the exact ones is a state of its own; all others are alike. */
const stateKey = ({ text, at }: State, exact: ReadonlyArray<string>): string =>
  `${at.join()}|${exact.some((one) => one.startsWith(text)) ? text : ''}`

const characters = (
  wild: ReadonlyArray<Pattern>,
  machines: ReadonlyArray<Automaton>,
  state: State,
  exact: ReadonlyArray<string>
): ReadonlyArray<string> => {
  const { text } = state
  const live = new Set([
    ...wild.flatMap((one, position) => awaited(one, placesAt(machines, state, position))),
    ...exact.filter((one) => one.length > text.length && one.startsWith(text)).map((one) => one.charAt(text.length))
  ])
  const others = [letters, digits].flatMap((list) => list.find((character) => !live.has(character)) ?? [])
  return [...others, ...live]
}
