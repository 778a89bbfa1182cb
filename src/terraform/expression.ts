/** An address as OpenTofu writes it: `aws_s3_bucket.state`, `data.aws_caller_identity.current`, `local.state_policy`. */
export type Address = string

/** An expression of the OpenTofu language, and the addresses that it refers to. */
export type Expression = {
  readonly _tag: 'Expression'
  readonly hcl: string
  readonly refersTo: ReadonlyArray<Address>
}

/** Text and expressions, one after the other. */
export type Template = { readonly _tag: 'Template'; readonly pieces: ReadonlyArray<string | Expression> }

/** Text for a position that OpenTofu reads as a literal: it may hold no template sequence at all. */
export type Literal = { readonly _tag: 'Literal'; readonly text: string }

/** A bare address, for the positions that take one without `${…}`: `import.to`, `depends_on`. */
export type Bare = { readonly _tag: 'Bare'; readonly address: Address }

/** Any value that an argument may have. A plain string is text, never an expression. */
export type Value =
  | string
  | number
  | boolean
  | Expression
  | Template
  | Literal
  | Bare
  | ReadonlyArray<Value>
  | { readonly [key: string]: Value }

/**
 * The values that the functions below made. A record that merely looks like an expression is data, such as a tag named
 * `_tag`.
 */
const written = new WeakSet<object>()

const made = <A extends Expression | Template | Literal | Bare>(value: A): A => {
  written.add(value)
  return Object.freeze(value)
}

/** Whether a value was made by a function of this file. */
export const isWritten = (value: object): value is Expression | Template | Literal | Bare => written.has(value)

export const expression = (hcl: string, refersTo: ReadonlyArray<Address>): Expression =>
  made({ _tag: 'Expression', hcl, refersTo })

/** An attribute of a resource or data source: `aws_s3_bucket.state.id`. */
export const attribute = (address: Address, name: string): Expression => expression(`${address}.${name}`, [address])

/** A local value as JSON text. */
export const jsonOfLocal = (name: string): Expression => expression(`jsonencode(local.${name})`, [`local.${name}`])

/** Whether an attribute of the resource that a condition belongs to equals a text. */
export const selfEquals = (name: string, text: string): Expression => expression(`self.${name} == ${quoted(text)}`, [])

export const template = (...pieces: ReadonlyArray<string | Expression>): Template => made({ _tag: 'Template', pieces })

export const literal = (text: string): Literal => made({ _tag: 'Literal', text })

export const bare = (address: Address): Bare => made({ _tag: 'Bare', address })

/**
 * Text as a template that yields exactly that text. `${` and `%{` get their first character doubled. Source: OpenTofu,
 * "Strings and Templates", escape sequences.
 */
export const escaped = (text: string): string =>
  needsNothing.test(text)
    ? text
    : text.normalize('NFC').replace(/[$%]\{/g, (sequence) => `${sequence.slice(0, 1)}${sequence}`)

/** ASCII without a brace: most of what is ever written. */
const needsNothing = /^[\n -z|}~]*$/

/**
 * A template's text. A literal that ends in `$` straight before an expression would turn `${` into its escape
 * (`cost$${…}`), so the whole run of `$` goes through an expression of its own.
 */
export const rendered = ({ pieces }: Template): string => {
  const joined = coalesced(pieces)
  return joined
    .map((piece, index) => {
      if (typeof piece !== 'string') return `\${${piece.hcl}}`
      const text = escaped(piece)
      return index === joined.length - 1 ? text : text.replace(/\$+$/, (run) => `\${"${run}"}`)
    })
    .join('')
}

/** Neighbouring texts as one, so that `$` and `{` from two pieces are seen together. */
const coalesced = (pieces: ReadonlyArray<string | Expression>): ReadonlyArray<string | Expression> =>
  pieces.reduce<ReadonlyArray<string | Expression>>((done, piece) => {
    const last = done.at(-1)
    return typeof piece === 'string' && typeof last === 'string'
      ? [...done.slice(0, -1), last + piece]
      : [...done, piece]
  }, [])

/** A quoted string inside an expression. Source: OpenTofu, "Strings and Templates", quoted strings. */
const quoted = (text: string): string => {
  const inner = escaped(text).replace(/["\\\n\r\t]/g, (character) => escapes.get(character) ?? character)
  return `"${inner}"`
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['"', '\\"'],
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t']
])
