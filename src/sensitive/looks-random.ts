/** Bits a character, by how often each stands in the text (Shannon). */
export const entropy = (text: string): number => {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((bits, count) => bits - (count / text.length) * Math.log2(count / text.length), 0)
}

const inWords = (text: string): number => (text.match(/[a-z]{3,}/g) ?? []).join('').length

/**
 * Whether 40 characters of base64 look drawn at random, as an AWS secret key is, and not written by a person: they hold
 * both cases and a digit, 4.25 bits a character (trufflehog's bound), and no more than 18 of them stand in rows of three
 * or more small letters. Names in camel case are made of such rows; five of 1,000 random keys are too.
 */
export const looksRandom = (text: string): boolean =>
  [/[a-z]/, /[A-Z]/, /[0-9]/].every((kind) => kind.test(text)) && inWords(text) <= 18 && entropy(text) >= 4.25
