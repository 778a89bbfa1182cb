/**
 * Characters that a reader would not see, or that would break a line. Those are controls, direction marks, zero widths,
 * half surrogates, line separators, and every space but that of the keyboard. A browser shows several spaces as one, so a
 * space behind a space is among them.
 */
const unseen = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}|(?<= ) /gu

/** The text with each character that its reader would not see written as its code: `a\u{202e}b`. */
export const visible = (text: string): string =>
  text.replace(unseen, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)

/** Most of what a stack says: printable ASCII without a backtick or a pipe, with single spaces between words. */
const needsNothing = /^[!-_a-{}~](?: ?[!-_a-{}~])*$/

/**
 * A text of a stack as code, in which nothing is Markdown, HTML, a link or a mention. The fence is longer than any run
 * of backticks in it. Source: CommonMark 0.31, "Code spans"; GitHub Flavored Markdown, "Tables": a pipe is escaped.
 */
export const code = (text: string): string => {
  if (needsNothing.test(text)) return `\`${text}\``
  const shown = visible(text).replaceAll('|', '\\|')
  const longest = Math.max(0, ...(shown.match(/`+/g) ?? []).map((run) => run.length))
  const fence = '`'.repeat(longest + 1)
  const pad = shown === '' || /^[` ]|[` ]$/.test(shown) ? ' ' : ''
  return `${fence}${pad}${shown}${pad}${fence}`
}

/** A table: one row a line. */
export const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): ReadonlyArray<string> =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`)

/** A text inside of a label of a diagram. Source: Mermaid, "Flowcharts", entity codes to escape characters. */
export const label = (text: string): string =>
  `"${visible(text).replace(/[^A-Za-z0-9 ,./:-]/gu, (character) => `#${character.codePointAt(0) ?? 0};`)}"`

const entities = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' } as const

/** A text inside of HTML, in which nothing is HTML, and nothing is unseen. Source: WHATWG HTML, "Escaping". */
export const htmlText = (text: string): string =>
  visible(text).replace(/[&<>"']/g, (found) => entities[found as keyof typeof entities])

/** A list of things in words; none is `nothing`. */
export const listed = (items: ReadonlyArray<string>): string => (items.length === 0 ? 'nothing' : items.join(', '))
