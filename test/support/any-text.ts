import * as fc from 'fast-check'

type Lengths = { readonly minLength?: number; readonly maxLength?: number }

/**
 * Texts of any Unicode characters, without halves of a pair. `fc.string({ unit: 'binary' })` gives the same and first
 * makes a table of all 1.1 million characters, which takes two seconds and more in each process.
 */
export const anyText = (lengths: Lengths): fc.Arbitrary<string> =>
  fc.array(character, lengths).map((codes) => String.fromCodePoint(...codes))

const character: fc.Arbitrary<number> = fc.oneof(
  { arbitrary: fc.integer({ min: 0, max: 0xff }), weight: 1 },
  { arbitrary: fc.integer({ min: 0, max: 0xd7ff }), weight: 1 },
  { arbitrary: fc.integer({ min: 0xe000, max: 0x10ffff }), weight: 2 }
)
