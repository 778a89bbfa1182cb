import { inspect, types } from 'node:util'
import type { Place } from '../../diagnostics/diagnostic.ts'

/** The most characters of a message that are shown. */
const LONGEST = 4000

/** Something thrown, in one line of words: the message of an error, or the value itself; never a stack trace. */
export const thrownText = (thrown: unknown): string => {
  const text = types.isNativeError(thrown) ? errorText(thrown) : `${inspected(thrown)}, which is not an Error`
  const line = text.replaceAll(/\s+/g, ' ').trim()
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line
}

const errorText = ({ name, message }: Error): string => {
  const text = typeof message === 'string' && message.trim() !== '' ? message : 'an error without a message'
  return name === 'Error' ? text : `${String(name)}: ${text}`
}

/** A simple value in full, and of any other value the kind alone. To show more of that one would be to ask it. */
const inspected = (value: unknown): string =>
  (typeof value === 'object' && value !== null) || typeof value === 'function'
    ? kindOf(value)
    : inspect(value, { maxStringLength: 4000 })

/** What kind of value this is, in words, without calling anything of it. */
export const kindOf = (value: unknown): string => {
  if (value === null || value === undefined) return String(value)
  if (types.isProxy(value)) return 'a proxy'
  if (typeof value !== 'object') return `a ${typeof value}`
  if (Array.isArray(value)) return 'a list'
  const keys = Reflect.ownKeys(value).filter((key) => typeof key === 'string')
  return keys.length === 0 ? 'an object without keys' : `an object with the keys ${someOf(keys)}`
}

/** The first of some names, and how many more there are. */
export const someOf = (names: ReadonlyArray<string>): string =>
  names.length > 8 ? `${names.slice(0, 8).join(', ')} and ${names.length - 8} more` : names.join(', ')

type Placed = { readonly source: string; readonly place: Place }

/** The innermost place in one of the files, by the names under which they run, from which an error came. */
export const thrownPlace = (thrown: unknown, sources: ReadonlyArray<string>): Placed | undefined =>
  stackLines(thrown)
    .filter((line) => /^\s+at /.test(line))
    .flatMap((line) => sources.flatMap((source) => placed(line, source)))
    .at(0)

const stackLines = (thrown: unknown): ReadonlyArray<string> => {
  const stack: unknown = types.isNativeError(thrown) ? thrown.stack : undefined
  return typeof stack === 'string' ? stack.split('\n') : []
}

/** A frame ends with `at stacks/a.ts:3:7` or `at name (stacks/a.ts:3:7)`. */
const placed = (line: string, source: string): ReadonlyArray<Placed> => {
  const [, before = '', row, column] = /^(.*):(\d+):(\d+)\)?$/.exec(line) ?? []
  return row !== undefined && (before.endsWith(` ${source}`) || before.endsWith(`(${source}`))
    ? [{ source, place: { line: Number(row), column: Number(column) } }]
    : []
}

/** Where the engine stopped to read a file. The engine names the line, shows it, and puts a mark below the column. */
export const compilePlace = (error: unknown, source: string): Place | undefined => {
  const [head = '', , mark = ''] = stackLines(error)
  const row = head.startsWith(`${source}:`) ? Number(head.slice(source.length + 1)) : Number.NaN
  return Number.isInteger(row) && row > 0 ? { line: row, column: Math.max(mark.indexOf('^'), 0) + 1 } : undefined
}
