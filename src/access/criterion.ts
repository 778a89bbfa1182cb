import type { Pattern } from './pattern.ts'

/** What a request carries in one dimension: no value, one, or a list of them. */
export type Carried = { readonly texts: ReadonlyArray<string> | undefined; readonly isList: boolean }

export const carriesNothing: Carried = { texts: undefined, isList: false }
export const carriesOne = (text: string): Carried => ({ texts: [text], isList: false })

/** What the values of a condition key are; one key is asked in one family, or it cannot be decided. */
export type Family = 'text' | 'arn' | 'number' | 'truth'

/**
 * One question that a statement asks of a request: about its principal, its action, its resource or one condition key.
 * Criteria with the same `id` have the same answer for every request.
 */
export type Criterion = {
  readonly id: string
  /** Criteria of one dimension look at the same part of a request; those of two never do. */
  readonly dimension: string
  readonly holds: (carried: Carried) => boolean
  /** Where its answer changes: patterns of texts, or numbers. */
  readonly patterns: ReadonlyArray<Pattern>
  readonly numbers: ReadonlyArray<number>
  readonly family: Family | undefined
  /** Whether it is asked of each value of a list: a criterion of one value, else undefined. */
  readonly ofEach: ((text: string) => boolean) | undefined
  /** The condition key as the policy spells it. */
  readonly name?: string
  /** What is written in the policy, where it cannot be decided which requests it is true of. */
  readonly undecided: string | undefined
}

const plain = { patterns: [], numbers: [], family: undefined, ofEach: undefined, undecided: undefined } as const

export const criterion = (
  of: Pick<Criterion, 'id' | 'dimension' | 'holds'> & Partial<Omit<Criterion, 'undecided'>>
): Criterion => ({ ...plain, ...of })

/**
 * A question whose answer is not known: it may be yes and may be no, independently of everything else. The answer is the
 * same wherever the same is written.
 */
export const undecided = (what: string): Criterion => ({
  ...plain,
  id: `undecided ${what}`,
  dimension: `undecided ${what}`,
  holds: ({ texts }) => texts !== undefined,
  undecided: what
})

/** Whether a text has a policy variable. Source: IAM, "Policy elements: Variables and tags", Version 2012-10-17. */
export const hasVariable = (text: string): boolean => /\$\{/.test(text)
