/** Another text for a part of a text. */
export type Edit = { readonly start: number; readonly end: number; readonly text: string }

/**
 * A part of a text as blanks of the same lines and columns, with a word in front. The word stands in the place of
 * blanks where these have room in the first line, so that nothing behind it moves.
 */
export const blank = (text: string, start: number, end: number, lead = ''): Edit => {
  const blanks = text.slice(start, end).replaceAll(/[^\n\r]/g, ' ')
  const room = /^ */.exec(blanks)?.[0].length ?? 0
  return { start, end, text: room >= lead.length ? lead + blanks.slice(lead.length) : lead + blanks }
}

/** The text with its edits, none of which overlap. */
export const edited = (text: string, edits: ReadonlyArray<Edit>): string => {
  const pieces: Array<string> = []
  let at = 0
  for (const edit of edits.toSorted((a, b) => a.start - b.start)) {
    pieces.push(text.slice(at, edit.start), edit.text)
    at = edit.end
  }
  return [...pieces, text.slice(at)].join('')
}

const between = /(?:\s|\/\/[^\n\r]*|\/\*[\s\S]*?\*\/)*/y

/** Where the next sign stands that is neither space nor comment. */
export const signAfter = (text: string, at: number): number => {
  between.lastIndex = at
  return at + (between.exec(text)?.[0].length ?? 0)
}
