const longest = 8_192
const overlap = 1_024
/** No field of a stack may be a hundredth as long, and of a refused one only the beginning is ever shown. */
const mostOfAll = 1_048_576

/**
 * What is found first in a text, which is read in pieces of 8,192 characters that share 1,024 with their neighbour, up
 * to a million characters: no pattern is given more at a time, so that the time grows with the length alone.
 */
export const inWindows = (text: string, find: (piece: string) => string | undefined): string | undefined => {
  const end = Math.min(text.length, mostOfAll)
  for (let at = 0; at === 0 || at + overlap < end; at += longest - overlap) {
    const found = find(text.slice(at, at + longest))
    if (found !== undefined) return found
  }
  return undefined
}

/**
 * A text as a reader sees it: full-width letters and digits as plain ones, every dash as `-`, no invisible characters.
 * Numbers that are copied from a document or a web page carry such things.
 */
export const plain = (text: string): string =>
  /^[\t\n\r -~]*$/.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/\p{Pd}/gu, '-')
        .replace(/\p{Cf}/gu, '')

/**
 * The same function of a text, asked once for texts that come again and again, such as keys and action names. Only
 * speed tells it from the original. Long texts are not kept, and no more than 10,000 short ones.
 */
export const remembered = <A>(of: (text: string) => A): ((text: string) => A) => {
  const known = new Map<string, { readonly answer: A }>()
  return (text) => {
    const earlier = known.get(text)
    if (earlier !== undefined) return earlier.answer
    const answer = of(text)
    if (known.size >= 10_000) known.clear()
    if (text.length <= 200) known.set(text, { answer })
    return answer
  }
}
