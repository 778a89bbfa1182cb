import { withFewerLetters } from './letters.ts'

const longest = 8_192
const overlap = 1_024
/**
 * The most characters of a text that are read. No field of a stack may be a hundredth as long, and of a refused one
 * only the beginning is ever shown.
 */
const mostOfAll = 1_048_576

/**
 * The first thing that is found in a text, which is read in pieces. A piece has 8,192 characters and shares 1,024 with
 * its neighbour, up to a million characters in all. No pattern is given more at a time, so that the time grows with the
 * length alone.
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
 * A text as a reader sees it. Full-width letters and digits are plain ones, every dash is `-`, and there are no
 * invisible characters. Numbers that are copied from a document or a web page carry such things.
 */
export const plain = (text: string): string =>
  /^[\t\n\r -~]*$/.test(text)
    ? text
    : text
        .normalize('NFKC')
        .replace(/\p{Pd}/gu, '-')
        .replace(/(?<![\p{L}\d])([Nn])°/gu, '$1o')
        .replace(/\p{Cf}/gu, '')

/**
 * The same function of a text, which remembers its answers. It is asked once for texts that come again and again, such
 * as keys and action names. Only speed tells it from the original. Long texts are not kept, and no more than 10,000
 * short ones.
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

/** One kind of text that may stand nowhere in a stack. `holds` decides what a look cannot: a checksum, for example. */
export type Row = { readonly kind: string; readonly written: string; readonly holds: (text: string) => boolean }

export const row = (kind: string, shape: RegExp, holds: (text: string) => boolean = () => true): Row => ({
  kind,
  written: shape.source,
  holds
})

/**
 * Kinds of text by what they look like, as sources of regular expressions. `before` and `after` are what may stand
 * around each of them. Whatever has one of the rows in it also matches `needs`, which is cheap and tried first.
 */
export type Table = {
  readonly needs: RegExp
  readonly before: string
  readonly after: string
  readonly flags: '' | 'i' | 'u'
  readonly rows: ReadonlyArray<Row>
}

const search = ({ needs, before, after, flags, rows }: Table): ((text: string) => string | undefined) => {
  const source = (written: string): string => withFewerLetters(`${before}(?:${written})${after}`)
  const any = new RegExp(source(rows.map(({ written }) => written).join('|')), flags)
  const each = rows.map(({ kind, written, holds }) => ({
    kind,
    holds,
    shape: new RegExp(source(written), `g${flags}`)
  }))
  return (text) => {
    if (!needs.test(text) || !any.test(text)) return undefined
    return each.find(({ shape, holds }) => Array.from(text.matchAll(shape)).some(([found]) => holds(found)))?.kind
  }
}

/**
 * The kind of the first row, in the order of the tables, that a text holds. The patterns are made when the first text is
 * judged: a command that judges none does not pay for them.
 */
export const firstOf = (tables: ReadonlyArray<Table>): ((text: string) => string | undefined) => {
  let searches: ReadonlyArray<ReturnType<typeof search>> | undefined
  return (text) => {
    searches ??= tables.map(search)
    for (const kindIn of searches) {
      const kind = kindIn(text)
      if (kind !== undefined) return kind
    }
    return undefined
  }
}
