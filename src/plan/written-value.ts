import type { Json, JsonObject } from '../terraform/json.ts'
import type { Emitted } from './emitted.ts'
import { own } from './value.ts'

/** What a text of the emitted file stands for. */
export type WrittenText =
  | { readonly _tag: 'Text'; readonly text: string }
  /** A local value as JSON text. */
  | { readonly _tag: 'Document'; readonly local: string; readonly document: Json }
  /** An attribute of another resource of the same file. */
  | { readonly _tag: 'Attribute'; readonly address: string; readonly attribute: string }
  /** An expression that is not read here: what it gives is not known. */
  | { readonly _tag: 'Unclear' }

const document = /^\$\{jsonencode\(local\.([A-Za-z_][\w-]*)\)\}$/
const attribute = /^\$\{([a-z][a-z0-9_]*\.[A-Za-z_][\w-]*)\.([a-z_]+)\}$/
/** `${` and `%{` begin an expression unless their first character stands twice. */
const anExpression = /(?<!\$)\$\{|(?<!%)%\{/

/** A text with the escapes of the template language taken back. */
const unescaped = (text: string): string => text.replace(/([$%])\1\{/g, '$1{')

/** A value without expressions as OpenTofu reads it: escapes of the template language taken back, in keys too. */
export const literalOf = (value: unknown): Json => {
  if (typeof value === 'string') return unescaped(value)
  if (Array.isArray(value)) return value.map(literalOf)
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [unescaped(key), literalOf(item)]))
  return value as Json
}

const holdsExpression = (value: unknown): boolean => anExpression.test(JSON.stringify(value))

/** What OpenTofu makes of a text of the emitted file, as far as emit writes such texts. */
export const writtenText = (text: string, { locals, resources }: Emitted): WrittenText => {
  const local = document.exec(text)?.[1]
  const found = local === undefined ? undefined : own(locals, local)
  if (local !== undefined && found !== undefined && !holdsExpression(found))
    return { _tag: 'Document', local, document: literalOf(found) }
  const [, address = '', name = ''] = attribute.exec(text) ?? []
  if (resources.has(address)) return { _tag: 'Attribute', address, attribute: name }
  return anExpression.test(text) ? { _tag: 'Unclear' } : { _tag: 'Text', text: unescaped(text) }
}

/** Arguments of a resource that are OpenTofu's own and no attribute of anything in AWS. Source: OpenTofu, "Resource Blocks". */
const meta: ReadonlySet<string> = new Set([
  'lifecycle',
  'depends_on',
  'provider',
  'count',
  'for_each',
  'provisioner',
  'connection',
  '//'
])

/** What a resource's body says about AWS. */
export const writtenBody = (body: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(body).filter(([name]) => !meta.has(name)))
