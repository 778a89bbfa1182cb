/** What a rule has against a place in a source file. */
export type Refusal = {
  /** Where, as an offset into the text. */
  readonly at: number
  readonly expected: string
  readonly actual: string
  readonly remedy: string
}
