/** A numbered section of a governing document, as it is cited everywhere: `J.7.0 §4`. */
export type Clause = `J.6.2 §${number}` | `J.7.0 §${number}` | `J.7.0 §${number}.${number}`

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

/** Names of fields as OpenTofu writes them. Any other may be somebody's name or a secret, and is not repeated. */
const isShown = (step: string | number): boolean => typeof step === 'number' || /^[a-z][a-z_]{0,30}$/.test(step)

/** Where the first problem with a text from outside is, never what stands there: `resources.3.type`. */
export const placeOf = ([problem]: ReadonlyArray<Problem>): string =>
  problem?._tag !== 'Violation' || problem.at.length === 0
    ? 'its outermost level'
    : problem.at.map((step) => (isShown(step) ? step : `(a key of ${String(step).length} characters)`)).join('.')
