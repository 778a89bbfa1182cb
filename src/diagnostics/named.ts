import * as t from 'io-ts'
import { type Meaning, meaning } from './decode.ts'

/** A text that only its codec makes. Two kinds of text cannot be taken for each other. */
export type Branded<N extends string> = string & { readonly _brand: N }

/**
 * A value that passes a guard, with what an error about it says. An author writes it as `O`, without a brand. Its name is what
 * is expected.
 */
export const guarded = <A extends O, O = A>(
  of: Meaning,
  guard: (value: unknown) => value is A
): t.Type<A, O, unknown> =>
  meaning(
    new t.Type<A, O, unknown>(
      of.expected ?? of.rule,
      guard,
      (value, context) => (guard(value) ? t.success(value) : t.failure(value, context)),
      t.identity
    ),
    of
  )

/** A string that follows a rule, branded with the rule's name. So two kinds of name cannot be mistaken for each other. */
export const named = <const N extends string>(
  of: Meaning & { readonly rule: N },
  isValid: (text: string) => boolean
): t.Type<Branded<N>, string, unknown> =>
  guarded<Branded<N>, string>(of, (value): value is Branded<N> => typeof value === 'string' && isValid(value))

/** A whole number between two bounds, both included. */
export const wholeNumber = (of: Meaning, least: number, most: number): t.Type<number, number, unknown> =>
  guarded(
    of,
    (value): value is number => typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most
  )

/** The one value that may be written in a place. The stack says it all the same, so that its reader sees it. */
export const choice = <L extends string | number | boolean>(value: L, of: Meaning): t.LiteralC<L> =>
  meaning(t.literal(value), of)
