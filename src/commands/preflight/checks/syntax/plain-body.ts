import * as O from 'fp-ts/lib/Option.js'

/** A part of a plain configuration text. Comments and white space are none. */
type Token =
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

/** The tokens of a text. There are none where anything in it is not of a form that HCL 1, HCL 2 and JSON read alike. */
const tokensOf = (text: string): O.Option<ReadonlyArray<Token>> => {
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

/** A value as it is written. Its readers do not tell a list of bodies from a body that is repeated. */
export type Value =
  | { readonly _tag: 'Text'; readonly text: string }
  /** A number, true, false or null. */
  | { readonly _tag: 'Literal'; readonly text: string }
  | { readonly _tag: 'List'; readonly items: ReadonlyArray<Value> }
  | { readonly _tag: 'Body'; readonly entries: Body }

/** `host "example.com" { … }` has two keys, `path = "…"` has one. A key that is written twice is there twice. */
export type Entry = { readonly keys: ReadonlyArray<string>; readonly value: Value }
export type Body = ReadonlyArray<Entry>

/** What was read, and the place of the token after it. */
type Step<A> = O.Option<readonly [value: A, next: number]>

const deepest = 16
const literals = ['true', 'false', 'null']

const isMark = (token: Token | undefined, text: string): boolean => token?.kind === 'mark' && token.text === text

const afterComma = (tokens: ReadonlyArray<Token>, at: number): number => (isMark(tokens[at], ',') ? at + 1 : at)

const list = (tokens: ReadonlyArray<Token>, from: number, depth: number): Step<Value> => {
  const items: Array<Value> = []
  let at = from
  while (!isMark(tokens[at], ']')) {
    const item = value(tokens, at, depth)
    if (O.isNone(item)) return O.none
    items.push(item.value[0])
    const next = item.value[1]
    at = afterComma(tokens, next)
    if (at === next && !isMark(tokens[at], ']')) return O.none
  }
  return O.some([{ _tag: 'List', items }, at + 1])
}

const value = (tokens: ReadonlyArray<Token>, at: number, depth: number): Step<Value> => {
  const token = tokens[at]
  if (token === undefined || depth > deepest) return O.none
  if (token.kind === 'string') return O.some([{ _tag: 'Text', text: token.text }, at + 1])
  if (token.kind === 'number' || (token.kind === 'word' && literals.includes(token.text)))
    return O.some([{ _tag: 'Literal', text: token.text }, at + 1])
  if (isMark(token, '[')) return list(tokens, at + 1, depth + 1)
  return isMark(token, '{') ? body(tokens, at + 1, depth + 1) : O.none
}

const entry = (tokens: ReadonlyArray<Token>, from: number, depth: number): Step<Entry> => {
  const keys: Array<string> = []
  let at = from
  for (let token = tokens[at]; token?.kind === 'word' || token?.kind === 'string'; token = tokens[at]) {
    keys.push(token.text)
    at += 1
  }
  const isAssigned = isMark(tokens[at], '=') || isMark(tokens[at], ':')
  if (keys.length === 0 || (isAssigned && keys.length > 1) || (!isAssigned && !isMark(tokens[at], '{'))) return O.none
  const found = value(tokens, isAssigned ? at + 1 : at, depth)
  return O.isNone(found) ? O.none : O.some([{ keys, value: found.value[0] }, found.value[1]])
}

/** Up to the brace that ends it, or with depth 0 up to the end of the text. */
const body = (tokens: ReadonlyArray<Token>, from: number, depth: number): Step<Value> => {
  const entries: Array<Entry> = []
  let at = from
  const isEnd = (): boolean => (depth === 0 ? at === tokens.length : isMark(tokens[at], '}'))
  while (!isEnd()) {
    const found = entry(tokens, at, depth)
    if (O.isNone(found)) return O.none
    entries.push(found.value[0])
    at = afterComma(tokens, found.value[1])
  }
  return O.some([{ _tag: 'Body', entries }, at + 1])
}

/**
 * Reads HCL or JSON of the plainest kind: blocks, and attributes that hold strings, numbers, lists and objects. None for
 * anything else (a template, a heredoc, an escape, an expression), so that what is read can have no second meaning.
 */
export const plainBody = (text: string): O.Option<Body> => {
  const tokens = tokensOf(text)
  if (O.isNone(tokens)) return O.none
  const isJson = isMark(tokens.value[0], '{')
  const read = isJson ? value(tokens.value, 0, 0) : body(tokens.value, 0, 0)
  if (O.isNone(read)) return O.none
  const [found, next] = read.value
  return found._tag === 'Body' && next >= tokens.value.length ? O.some(found.entries) : O.none
}

/** The bodies under a value: itself, or all of a list of them; none where there is anything else. */
export const bodiesOf = (found: Value): O.Option<ReadonlyArray<Body>> => {
  if (found._tag === 'Body') return O.some([found.entries])
  if (found._tag !== 'List') return O.none
  const bodies = found.items.flatMap((item) => (item._tag === 'Body' ? [item.entries] : []))
  return bodies.length === found.items.length ? O.some(bodies) : O.none
}
