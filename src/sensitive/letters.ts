/** The capital and small letters of Latin Extended-A and Romanian, which stand in turns there. */
const capitalsInTurn = 'ĀĂĄĆĈĊČĎĐĒĔĖĘĚĜĞĠĢĤĦĨĪĬĮİĲĴĶĹĻĽĿŁŃŅŇŊŌŎŐŒŔŖŘŚŜŞŠŢŤŦŨŪŬŮŰŲŴŶŸŹŻŽȘȚ'
const smallInTurn = 'āăąćĉċčďđēĕėęěĝğġģĥħĩīĭįıĳĵķĸĺļľŀłńņňŉŋōŏőœŕŗřśŝşšţťŧũūŭůűųŵŷźżžſșț'

/** The letters of the languages of the EU, for the inside of a class. */
const ranges: Readonly<Record<string, string>> = {
  '\\p{L}':
    'A-Za-zªºµ\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f\u0370-\u0373\u0376-\u037d\u0386-\u0481\u048a-\u04ff\u1f00-\u1fff',
  '\\p{Lu}': `A-Z\u00c0-\u00d6\u00d8-\u00de${capitalsInTurn}\u0386\u0388-\u038f\u0391-\u03ab\u0400-\u042f`,
  '\\p{Ll}': `a-zµ\u00df-\u00f6\u00f8-\u00ff${smallInTurn}\u0390\u03ac-\u03ce\u0430-\u045f\u1f00-\u1f07`
}

/**
 * The source of a regular expression with the letters of the EU in the place of all letters of Unicode. Those are hundreds of
 * ranges, and a pattern with them takes ten times as long to make.
 */
export const withFewerLetters = (source: string): string => {
  let isInClass = false
  return source.replace(/\\p\{L[ul]?\}|\\.|[[\]]/g, (found) => {
    if (found === '[') isInClass = true
    if (found === ']') isInClass = false
    const range = ranges[found]
    if (range === undefined) return found
    return isInClass ? range : `[${range}]`
  })
}
