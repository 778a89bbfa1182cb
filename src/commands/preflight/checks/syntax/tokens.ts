import * as O from 'fp-ts/lib/Option.js'

/** A part of a plain configuration text. Comments and white space are none. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'string'; readonly text: string }
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'mark'; readonly text: string }

/** No escape and no template: what such a string means depends on who reads it. */
const forms = [
  ['space', /[ \t\r\n]+|#[^\n]*|\/\/[^\n]*|\/\*[^]*?\*\//y],
  ['string', /"((?:[^"\\\r\n$%]|[$%](?!\{))*)"/y],
  ['word', /[A-Za-z_][A-Za-z0-9_-]*/y],
  ['number', /-?[0-9]+(?:\.[0-9]+)?/y],
  ['mark', /[{}[\]=:,]/y]
] as const

/** The tokens of a text, or none where anything in it is not of a form that HCL 1, HCL 2 and JSON read alike. */
export const tokensOf = (text: string): O.Option<ReadonlyArray<Token>> => {
  const tokens: Array<Token> = []
  let at = 0
  while (at < text.length) {
    const found = forms.flatMap(([kind, form]) => {
      form.lastIndex = at
      const match = form.exec(text)
      return match === null ? [] : [{ kind, whole: match[0], inner: match[1] ?? match[0] }]
    })[0]
    if (found === undefined) return O.none
    if (found.kind !== 'space') tokens.push({ kind: found.kind, text: found.inner })
    at += found.whole.length
  }
  return O.some(tokens)
}
