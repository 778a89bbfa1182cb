import { fileURLToPath } from 'node:url'
import { inspect, types } from 'node:util'
import type { Place } from '../../domain/problem.ts'

/** More of a message than this is no message. */
const LONGEST = 500

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

const inspected = (value: unknown): string => {
  try {
    return inspect(value, { depth: 1, maxArrayLength: 5, maxStringLength: 200, customInspect: false, getters: false })
  } catch {
    return `a value of type ${typeof value} that cannot be shown`
  }
}

/** The innermost place in one of the files (by URL) from which an error came, where it has one. */
export const thrownPlace = (
  thrown: unknown,
  urls: ReadonlyArray<string>
): { readonly url: string; readonly place: Place } | undefined => {
  const stack: unknown = types.isNativeError(thrown) ? thrown.stack : undefined
  if (typeof stack !== 'string') return undefined
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .flatMap((line) => urls.flatMap((url) => placed(line, url)))
    .at(0)
}

const placed = (line: string, url: string): ReadonlyArray<{ readonly url: string; readonly place: Place }> =>
  [url, fileURLToPath(url)].flatMap((name) => {
    const start = line.indexOf(`${name}:`)
    const [, row, column] = start < 0 ? [] : (/^(\d+):(\d+)/.exec(line.slice(start + name.length + 1)) ?? [])
    return row === undefined || column === undefined
      ? []
      : [{ url, place: { line: Number(row), column: Number(column) } }]
  })
