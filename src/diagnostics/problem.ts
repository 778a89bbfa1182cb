import type { Clause } from './clause.ts'

/** Where in a stack something is wrong: the names and indices that lead to it, outermost first. */
export type Path = ReadonlyArray<string | number>

/** A line and a column of a source file, both counted from 1. */
export type Place = { readonly line: number; readonly column: number }

/**
 * A stack breaks a rule of its charter. Every field is for the person who reads it:
 * which rule, which clause demands it, where, what was expected, what is there, and what to do.
 */
export type Violation = {
  readonly _tag: 'Violation'
  /** The rule's name, which is also the name of the file that holds it. */
  readonly rule: string
  readonly clause: Clause
  readonly at: Path
  readonly expected: string
  readonly actual: string
  readonly remedy: string
}

/** A stack file could not be made into a stack at all: nothing of what it declares is known. */
export type Unloadable = {
  readonly _tag: 'Unloadable'
  readonly rule: UnloadableRule
  readonly clause: Clause
  /** The source file, relative to the project. */
  readonly source: string
  readonly place: Place | undefined
  readonly expected: string
  readonly actual: string
  readonly remedy: string
}

export type UnloadableRule =
  | 'stack-file-exists'
  | 'stack-file-parses'
  | 'stack-is-a-declaration'
  | 'stack-loads'
  | 'stack-finishes-loading'
  | 'stack-exports-a-stack'

/** What is wrong with a stack, found offline. */
export type Problem = Violation | Unloadable

export const violation = (fields: Omit<Violation, '_tag'>): Problem => ({ _tag: 'Violation', ...fields })

export const unloadable = (fields: Omit<Unloadable, '_tag'>): Problem => ({ _tag: 'Unloadable', ...fields })
