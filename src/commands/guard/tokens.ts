/** A word of a command line: a flag with the value that was given to it, or a plain word. */
export type Token =
  | { readonly _tag: 'Flag'; readonly name: string; readonly value: string | undefined; readonly isLong: boolean }
  | { readonly _tag: 'Word'; readonly text: string }

const flag = /^(--?)([^=]*)(?:=(.*))?$/s

const token = (text: string): Token => {
  const [, dashes = '', name = '', value] = flag.exec(text) ?? []
  return dashes === '' || text === '-' ? { _tag: 'Word', text } : { _tag: 'Flag', name, value, isLong: dashes === '--' }
}

/**
 * The words of a command line as OpenTofu reads them: `-lock=false` and `--lock=false` are the same flag. Flags that take a
 * value take it after `=` or as the next word, whatever that is.
 */
export const tokens = (args: ReadonlyArray<string>, takesValue: ReadonlySet<string>): ReadonlyArray<Token> => {
  const [first, ...rest] = args
  if (first === undefined) return []
  const read = token(first)
  const [next, ...later] = rest
  return read._tag === 'Flag' && read.value === undefined && takesValue.has(read.name) && next !== undefined
    ? [{ ...read, value: next }, ...tokens(later, takesValue)]
    : [read, ...tokens(rest, takesValue)]
}
