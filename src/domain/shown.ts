import { unusableWords } from './unusable.ts'

const longest = 160

/** A value as an error shows it: JSON, bounded in length, with words for what JSON cannot say. */
export const shown = (value: unknown): string => {
  if (value === undefined) return 'nothing: it is missing'
  if (typeof value === 'function') return 'a function'
  if (typeof value === 'symbol') return unusableWords(value) ?? 'a symbol'
  if (typeof value === 'bigint') return 'a bigint'
  const text = json(value)
  return text.length > longest ? `${text.slice(0, longest)}… (${text.length} characters)` : text
}

const json = (value: unknown): string => {
  try {
    return JSON.stringify(value, inWords) ?? unwritten
  } catch {
    return unwritten
  }
}

const inWords = (_: string, value: unknown): unknown => (typeof value === 'symbol' ? unusableWords(value) : value)

const unwritten = 'an object that JSON cannot hold'
