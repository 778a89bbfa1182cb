import type { Cell, Cells } from './cells.ts'
import type { Carried } from './criterion.ts'
import { type Pattern, matches } from './pattern.ts'
import { accountOf, arnOf, nobody } from './principal.ts'

type Spelling = (lower: string) => string

/** What a dimension's cells are called: what is written in the policies, and `any other` for the rest. */
export type Names = { readonly other: string; readonly spelled: Spelling }

/** What is read of cells once for all texts about them. */
type Read = {
  /** Every pattern of the criteria once. */
  readonly patterns: ReadonlyArray<Pattern>
  readonly literals: ReadonlySet<string>
  /** The patterns that hold more than one text, and the cells that each has something in. */
  readonly wild: ReadonlyArray<{ readonly pattern: Pattern; readonly within: ReadonlyArray<number> }>
  /** The longest of these patterns that a text is in. */
  readonly narrowest: (text: string) => Pattern | undefined
}

const known = new WeakMap<Cells, Read>()

const readOf = (cells: Cells): Read => {
  const found = known.get(cells) ?? read(cells)
  known.set(cells, found)
  return found
}

const read = ({ criteria, cells }: Cells): Read => {
  const all = [...new Map(criteria.flatMap(({ patterns }) => patterns).map((one) => [one.text, one])).values()]
  const patterns = all.toSorted((a, b) => a.text.length - b.text.length)
  const wild = patterns
    .filter(({ isLiteral }) => !isLiteral)
    .map((pattern) => ({ pattern, within: cells.flatMap((cell, index) => (isIn(pattern, cell) ? [index] : [])) }))
  const texts = new Map<string, Pattern | undefined>()
  const narrowest = (text: string): Pattern | undefined => {
    if (!texts.has(text)) texts.set(text, wild.findLast(({ pattern }) => matches(pattern, text))?.pattern)
    return texts.get(text)
  }
  const literals = new Set(all.flatMap(({ isLiteral, text }) => (isLiteral ? [text] : [])))
  return { patterns: all, literals, wild, narrowest }
}

const isIn = (pattern: Pattern, { members }: Cell): boolean =>
  members.some(({ texts, isList }) => !isList && texts?.some((text) => matches(pattern, text)) === true)

/** Some cells in words, each in its own. A pattern stands for all of its cells where they are all there. */
export const cellTexts = (cells: Cells, indexes: ReadonlyArray<number>, names: Names): ReadonlyArray<string> => {
  const of = readOf(cells)
  const chosen = new Set(indexes)
  const texts: Array<string> = []
  for (const { pattern, within } of of.wild) {
    if (within.length === 0 || !within.every((index) => chosen.has(index))) continue
    texts.push(names.spelled(pattern.text))
    for (const index of within) chosen.delete(index)
  }
  const rest = [...chosen].flatMap((index) => cells.cells[index]?.members ?? [])
  return [...new Set([...texts, ...rest.map((member) => memberText(member, of, names))])]
}

/** So many things are listed before it is said which are left out. */
const mostListed = 4

/**
 * Some cells in a few words: a pattern and what is left out of it. It is a list where that is shorter. `all` is what
 * every cell together is called.
 */
export const cellsText = (
  cells: Cells,
  indexes: ReadonlyArray<number>,
  names: Names & { readonly all: string }
): string => {
  const every = cells.cells.map((_, index) => index)
  const some = new Set(indexes)
  const wild = readOf(cells).wild.map(({ pattern, within }) => [names.spelled(pattern.text), within] as const)
  const listed = (list: ReadonlyArray<number>): ReadonlyArray<string> => cellTexts(cells, list, names).toSorted()
  for (const [text, within] of [[names.all, every] as const, ...wild]) {
    const chosen = within.filter((index) => some.has(index))
    if (chosen.length < mostListed || !chosen.some((index) => isOther(cells, index))) continue
    const missing = listed(within.filter((index) => !some.has(index)))
    if (missing.length * 2 > listed(chosen).length) continue
    const rest = listed(indexes.filter((index) => !within.includes(index)))
    return [missing.length === 0 ? text : `${text} (but ${missing.join(', ')})`, ...rest].join(', ')
  }
  return listed(indexes).join(', ')
}

/** Whether a cell is of what no policy names by itself. */
const isOther = (cells: Cells, index: number): boolean =>
  cells.cells[index]?.members.some(({ texts }) => texts?.some((text) => !readOf(cells).literals.has(text))) === true

const memberText = ({ texts, isList }: Carried, of: Read, names: Names): string => {
  if (texts === undefined) return 'absent'
  const each = texts.map((text) => single(text, of, names))
  return isList && each.length > 1 ? `the list ${each.join(' and ')}` : each.join()
}

const single = (text: string, { literals, narrowest }: Read, { other, spelled }: Names): string => {
  if (text === '*') return 'requests without a resource'
  if (literals.has(text)) return spelled(text)
  const pattern = narrowest(text)
  return pattern === undefined ? other : `${other} of ${spelled(pattern.text)}`
}

/** Principals in words: what policies name is itself, everybody else is told by the account. */
export const principalTexts = (cells: Cells, indexes: ReadonlyArray<number>): ReadonlyArray<string> => {
  const all = readOf(cells).patterns
  const patterns = all.filter(({ id }) => !id.startsWith('form '))
  const named = new Set(all.flatMap(({ text }) => /::([0-9]{12}):/.exec(text)?.[1] ?? []))
  const one = (text: string): string => {
    if (text === nobody) return 'anybody without credentials'
    const arn = arnOf(text)
    if (arn === undefined) return text
    const session = text.slice(arn.length + 1)
    if (patterns.some(({ isLiteral, text: known }) => isLiteral && known === arn))
      return session === '' ? arn : `${arn} in the session ${session}`
    const wild = patterns.findLast((pattern) => !pattern.isLiteral && matches(pattern, arn))
    if (wild !== undefined) return wild.text
    return named.has(accountOf(arn))
      ? `any other principal of the account ${accountOf(arn)}`
      : 'any principal of any other account'
  }
  const members = indexes.flatMap((index) => cells.cells[index]?.members ?? [])
  return [...new Set(members.map(({ texts }) => one(texts?.[0] ?? nobody)))]
}

/** A condition key in words: what it is, or what it is not where that is shorter. */
export const keyText = (dimension: string, cells: Cells, indexes: ReadonlyArray<number>, spelled: Spelling): string => {
  const key = spelled(dimension.slice('key '.length))
  const names: Names = { other: 'any other value', spelled: (text) => text }
  const numbers = [...new Set(cells.criteria.flatMap((one) => one.numbers))].toSorted((a, b) => a - b)
  const rest = cells.cells.map((_, index) => index).filter((index) => !indexes.includes(index))
  const membersOf = (list: ReadonlyArray<number>): ReadonlyArray<Carried> =>
    list.flatMap((index) => cells.cells[index]?.members ?? [])
  const of = (list: ReadonlyArray<number>): string =>
    numbers.length > 0
      ? numberTexts(
          membersOf(list).map(({ texts }) => texts?.[0]),
          numbers
        ).join(' or ')
      : cellTexts(cells, list, names).join(' or ')
  const isNot = rest.length > 0 && membersOf(rest).length < membersOf(indexes).length
  return isNot ? `${key} is not ${of(rest)}` : `${key} is ${of(indexes)}`
}

/** Numbers in words. Each lies on one of the numbers that policies name, or between two; neighbours are one range. */
const numberTexts = (
  texts: ReadonlyArray<string | undefined>,
  numbers: ReadonlyArray<number>
): ReadonlyArray<string> => {
  const placeOf = (value: number): number =>
    2 * numbers.filter((number) => number < value).length + (numbers.includes(value) ? 1 : 0)
  const places = new Set(texts.flatMap((text) => (text === undefined ? [] : [placeOf(Number(text))])))
  const firsts = [...places].filter((place) => !places.has(place - 1)).toSorted((a, b) => a - b)
  const lastFrom = (place: number): number => (places.has(place + 1) ? lastFrom(place + 1) : place)
  return [
    ...(texts.some((text) => text === undefined) ? ['absent'] : []),
    ...firsts.map((first) => rangeText(first, lastFrom(first), numbers))
  ]
}

/** A range of places. An odd place is a number that policies name. An even one is all that lies before the next of them. */
const rangeText = (first: number, last: number, numbers: ReadonlyArray<number>): string => {
  const [low, high] = [numbers[Math.ceil(first / 2) - 1], numbers[Math.floor(last / 2)]]
  const [isFrom, isTo] = [first % 2 === 1, last % 2 === 1]
  if (first === 0) return high === undefined ? 'any number' : `${isTo ? 'at most' : 'less than'} ${high}`
  if (high === undefined) return `${isFrom ? 'at least' : 'more than'} ${low}`
  if (first === last) return isFrom ? String(low) : `between ${low} and ${high}`
  if (isFrom) return `from ${low} to ${isTo ? '' : 'below '}${high}`
  return isTo ? `above ${low} to ${high}` : `between ${low} and ${high}`
}
