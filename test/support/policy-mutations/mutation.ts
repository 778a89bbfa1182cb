import type { PolicyDocument, Statement } from '../../../src/iam/document.ts'

/** A statement that differs from an emitted one in one element, and what the difference is. */
export type Changed = {
  readonly what: string
  readonly statement: Statement
  /** Whether more is let through than before, or less. */
  readonly wider: boolean
}

/** A document in which one statement is changed or missing. */
export type Mutation = {
  readonly what: string
  readonly wider: boolean
  readonly document: PolicyDocument
  readonly before: Statement
  /** Undefined where the statement is dropped. */
  readonly after: Statement | undefined
}

/** A list with one of its items taken out, for each item; a list of one gives none. */
export const eachLeftOut = (
  items: ReadonlyArray<string>
): ReadonlyArray<readonly [item: string, rest: ReadonlyArray<string>]> =>
  items.length < 2 ? [] : items.map((item) => [item, items.filter((other) => other !== item)] as const)

/** A list with one of its items put in another's place, for each item. */
export const eachReplaced = (
  items: ReadonlyArray<string>,
  by: (item: string) => ReadonlyArray<string>
): ReadonlyArray<readonly [what: string, changed: ReadonlyArray<string>]> =>
  items.flatMap((item) =>
    by(item)
      .filter((other) => !items.includes(other))
      .map((other) => [`${item} is ${other}`, items.map((kept) => (kept === item ? other : kept))] as const)
  )
