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
  const source = (written: string): string => `${before}(?:${written})${after}`
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
