import { getSystemErrorMap } from 'node:util'
import type { PrivateFailure } from './files.port.ts'

/**
 * What the system said, in its words, without the place on this machine that Node puts behind them. The caller that shows
 * them names what they are about. The one way from an error of a file or a process to a text for a person.
 */
export const systemWords = (error: unknown): string => {
  if (!(error instanceof Error)) return 'an unknown refusal'
  const known = getSystemErrorMap().get((error as NodeJS.ErrnoException).errno ?? 0)
  if (known !== undefined) return `${known[0]}: ${known[1]}`
  return error.message.replaceAll(/(?:,? \w+)?(?: (?:-> )?'(?:[^'\\]|\\.)*')/gs, '')
}

type SystemRefused = Extract<PrivateFailure, { readonly _tag: 'SystemRefused' }>

/** What the system said; an error without a code of the system is a defect and is thrown again. */
export const systemRefusal = (path: string, error: unknown): SystemRefused => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string')
    return { _tag: 'SystemRefused', path, code: error.code, message: systemWords(error) }
  throw error
}

const isCode = (error: unknown, ...codes: ReadonlyArray<string>): boolean =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && codes.includes(error.code)

/** Whether the system refused because nothing is there. */
export const isAbsent = (error: unknown): boolean => isCode(error, 'ENOENT')

/** Whether the system refused since it is not allowed, or because a link stands where none is followed. */
export const isNotAllowed = (error: unknown): boolean => isCode(error, 'EACCES', 'EPERM', 'ELOOP')

/** Whether the system refused because something is there already. */
export const isTaken = (error: unknown): boolean => isCode(error, 'EEXIST', 'ENOTEMPTY')
