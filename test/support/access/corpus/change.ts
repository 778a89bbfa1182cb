import type { Json } from '../../../../src/terraform/json.ts'

/** A change that somebody could make to what staging-eu emits, and what a reviewer should read of it. Written first. */
export type Corpus = {
  readonly what: string
  /** A change of the file, by path: the value that stands there afterwards; undefined takes it away. */
  readonly edit: ReadonlyArray<readonly [path: string, value: Json | undefined]>
  readonly verdict: 'widens' | 'may widen' | 'narrows' | 'moves'
  readonly sentence: string
}

/** A change of one value. */
export const one = (
  what: string,
  path: string,
  value: Json | undefined,
  verdict: Corpus['verdict'],
  sentence: string
): Corpus => ({ what, edit: [[path, value]], verdict, sentence })
