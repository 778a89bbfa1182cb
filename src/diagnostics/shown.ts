/** The most characters that are kept. The code that prints them sees a credential whole, and cuts last. */
const mostCharacters = 4_000
const mostValues = 200

/**
 * A value as an error holds it: JSON, with words for what JSON cannot say. Of a long value the beginning, and how long
 * it is: what is cut away is not worked on. The edge redacts it and then cuts it to what a person reads (`unshown`).
 */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing: it is missing'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'symbol') return unusableWords(value) ?? 'a symbol'
  if (typeof value === 'bigint') return 'a bigint'
  if (typeof value === 'number') return String(value)
  return json(value)
}

const json = (value: unknown): string => {
  try {
    const budget: Budget = { values: mostValues, characters: mostCharacters, above: new Set(), isCut: false }
    const text = JSON.stringify(beginning(value, budget)) ?? unwritten
    if (typeof value === 'string' && value.length > mostCharacters)
      return `${text.slice(0, mostCharacters)}… (${value.length + 2} characters)`
    if (text.length > mostCharacters) return `${text.slice(0, mostCharacters)}… (${text.length} characters)`
    return budget.isCut ? `${text}… (more than is shown)` : text
  } catch {
    return unwritten
  }
}

type Budget = { values: number; characters: number; readonly above: Set<object>; isCut: boolean }

/** The value as JSON would write it, without what lies behind the budget. No function of the value is called. */
const beginning = (value: unknown, budget: Budget): unknown => {
  budget.values -= 1
  if (typeof value === 'string') {
    const kept = value.slice(0, mostCharacters)
    budget.characters -= kept.length
    if (kept.length < value.length) budget.isCut = true
    return kept
  }
  if (typeof value === 'symbol') return unusableWords(value)
  if (typeof value === 'function') return undefined
  if (typeof value === 'number' && !Number.isFinite(value)) return String(value)
  if (typeof value !== 'object' || value === null) return value
  if (budget.above.has(value)) throw new Error('a value inside itself')
  budget.above.add(value)
  const kept = Array.isArray(value) ? ofList(value, budget) : ofRecord(value, budget)
  budget.above.delete(value)
  return kept
}

const isSpent = (budget: Budget): boolean => budget.values <= 0 || budget.characters <= 0

const ofList = (list: ReadonlyArray<unknown>, budget: Budget): ReadonlyArray<unknown> => {
  const kept: Array<unknown> = []
  for (let index = 0; index < list.length; index += 1) {
    if (isSpent(budget)) {
      budget.isCut = true
      break
    }
    kept.push(beginning(list[index], budget))
  }
  return kept
}

const ofRecord = (record: object, budget: Budget): object => {
  const kept: Array<readonly [string, unknown]> = []
  for (const key of Object.keys(record)) {
    if (isSpent(budget)) {
      budget.isCut = true
      break
    }
    budget.characters -= Math.min(key.length, mostCharacters)
    kept.push([key.slice(0, mostCharacters), beginning((record as Readonly<Record<string, unknown>>)[key], budget)])
  }
  return Object.fromEntries(kept)
}

const unwritten = 'an object that JSON cannot hold'

const mark = 'unusable: '

/** Stands in a declaration for a value that is none: no codec takes it, and an error shows these words. */
export const unusable = (what: string): symbol => Symbol(`${mark}${what}`)

/** The words of an `unusable`, and `undefined` for every other symbol. */
const unusableWords = ({ description }: symbol): string | undefined =>
  description?.startsWith(mark) === true ? description.slice(mark.length) : undefined
