const LIMIT = 600

const SHORT: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' }

/**
 * The text with every character that a terminal would obey or hide (controls, escapes, direction marks, zero widths,
 * line separators, half surrogates) written out, so that nothing from a stack can repaint what a person reads.
 */
export const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu,
    (character) => SHORT[character] ?? `\\u{${character.codePointAt(0)?.toString(16)}}`
  )

/** One line of at most about `limit` UTF-16 units that is safe to print; what was left out is counted. */
export const printable = (text: string, limit = LIMIT): string =>
  text.length <= limit ? visible(text) : `${visible(text.slice(0, limit))}… (${text.length - limit} characters more)`
