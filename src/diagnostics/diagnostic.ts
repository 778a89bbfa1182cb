import type { Origin } from './origin.ts'

/** A numbered section of a governing document, as it is cited everywhere: `J.7.0 §4`. */
export type Clause = `J.${number}.${number} §${number}` | `J.${number}.${number} §${number}.${number}`

/** Where in a stack something is wrong: the names and indices that lead to it, outermost first. */
export type Path = ReadonlyArray<string | number>

/** A line and a column of a source file, both counted from 1. */
export type Place = { readonly line: number; readonly column: number }

/**
 * Says what is wrong, by which clause, and what to do. Emit, seed, preflight and guard all refuse with it. Every field
 * is for the person who reads it, and none holds the value of a secret.
 */
export type Diagnostic = {
  /** The rule's name: stable, kebab-case. */
  readonly rule: string
  readonly clause: Clause
  /** Where in the declaration or the configuration; absent where no part of them is meant. */
  readonly at?: Path | undefined
  /** The stack file at fault, relative to the project, where the file itself is meant. */
  readonly source?: string | undefined
  /** The place in that file, where one is known. */
  readonly place?: Place | undefined
  /** Where the value came from, if not out of the stack. What a check finds always has it (`Finding`). */
  readonly from?: Origin | undefined
  readonly expected: string
  readonly actual: string
  /** The same without the name of a person, for a document that is handed on; absent where `actual` has none. */
  readonly unnamed?: string | undefined
  readonly remedy: string
}

/** Names of fields as OpenTofu writes them. Any other may be somebody's name or a secret, and is not repeated. */
const isShown = (step: string | number): boolean => typeof step === 'number' || /^[a-z][a-z_]{0,30}$/.test(step)

/** Where the first problem with a text from outside is, never what stands there: `resources.3.type`. */
export const placeOf = ([{ at = [] } = {}]: ReadonlyArray<Partial<Diagnostic>>): string =>
  at.length === 0
    ? 'its outermost level'
    : at.map((step) => (isShown(step) ? step : `(a key of ${String(step).length} characters)`)).join('.')
