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
