import fc from 'fast-check'

/** Texts drawn with a fixed seed: `count` of them, each of `length` characters of an alphabet. */
export const drawn = (alphabet: string, length: number, count: number, seed = 7): ReadonlyArray<string> =>
  fc.sample(
    fc
      .array(fc.integer({ min: 0, max: alphabet.length - 1 }), { minLength: length, maxLength: length })
      .map((places) => places.map((place) => alphabet[place]).join('')),
    { seed, numRuns: count }
  )

export const digits = '0123456789'
export const hex = '0123456789abcdef'
export const capitals = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const letters = `${capitals}${capitals.toLowerCase()}`
export const alphanumeric = `${letters}${digits}`
export const base64 = `${alphanumeric}+/`
export const base64url = `${alphanumeric}-_`
