import type { Place } from '../../diagnostics/problem.ts'

const lineBreak = /\r\n|[\n\r\u2028\u2029]/g

/**
 * Where an offset into a text lies: line and column, from 1. Offsets and columns count UTF-16 units, as JavaScript and
 * the parser do.
 */
export const placeIn = (text: string): ((offset: number) => Place) => {
  const starts = [0, ...[...text.matchAll(lineBreak)].map((found) => found.index + found[0].length)]
  return (offset) => {
    const line = starts.findLastIndex((start) => start <= offset)
    return { line: line + 1, column: offset - (starts[line] ?? 0) + 1 }
  }
}
