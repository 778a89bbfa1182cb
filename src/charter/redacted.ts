import { sensitiveText } from '../sensitive/sensitive-text.ts'

const line = (text: string): string => {
  const [found] = sensitiveText('', text)
  return found === undefined ? text : `(not shown: ${found.what})`
}

/**
 * A text as it may leave the program: each line that holds a credential or a personal datum is replaced by what it
 * holds, by kind. The last thing before a text is cut and printed or stored, whoever wrote it (J.7.0 §6, §7).
 */
export const redacted = (text: string): string =>
  text.includes('\n') ? text.split('\n').map(line).join('\n') : line(text)

/** The same of each text and each key in a JSON document. */
export const redactedJson = (value: unknown): unknown => {
  if (typeof value === 'string') return redacted(value)
  if (Array.isArray(value)) return value.map(redactedJson)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, below]) => [line(key), redactedJson(below)]))
}
